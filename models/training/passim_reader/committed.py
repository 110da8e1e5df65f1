"""Weights back out of a reader's committed file, for a run that goes on where the checkpoints are lost, or for a file of
another kind.

    python -m passim_reader.committed models/NAME work/RECIPE/average.pt

What is gained is what the file holds: rounded to seven bits in an int8 file, which a run's first steps even out. A reader of its own
that is made so differs from one made from data alone; its model card says so.
"""

import argparse
import re
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertForQuestionAnswering

LAYER = re.compile(r"bert\.encoder\.layer\.(\d+)\.")
FIRST_EMBEDDINGS = {
    "bert.embeddings.word_embeddings": "w", "bert.embeddings.position_embeddings": "p",
    "bert.embeddings.token_type_embeddings": "t", "bert.embeddings.LayerNorm": "ln",
}
FIRST_DENSE = {"attention.output.dense": "o", "intermediate.dense": "i", "output.dense": "f"}
FIRST_NORMS = {"attention.output.LayerNorm": "ln1", "output.LayerNorm": "ln2"}
DENSE = re.compile(r"/model/(?P<layer>.+)/MatMul_quant")


def reader(folder: Path) -> BertForQuestionAnswering:
    """The model of a committed folder. Heads have 32 dimensions, as MiniLM's do."""
    found = weights(folder / "model.onnx")
    vocabulary, hidden = found["bert.embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(match[1]) for match in map(LAYER.match, found) if match)
    config = BertConfig(
        vocab_size=vocabulary, hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=hidden // 32,
        intermediate_size=found["bert.encoder.layer.0.intermediate.dense.bias"].shape[0],
        max_position_embeddings=found["bert.embeddings.position_embeddings.weight"].shape[0])
    model = BertForQuestionAnswering(config)
    model.load_state_dict(found)
    return model


def weights(file: Path) -> dict[str, torch.Tensor]:
    """Under PyTorch's names, of a graph that `export.py` has fused and quantised, or of the first reader's."""
    graph = onnx.load(file).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = _first(tensors) if "r.w.weight_fp16" in tensors else _fused(graph, tensors)
    return {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in found.items()}


def _first(tensors: dict[str, numpy.ndarray]) -> dict[str, numpy.ndarray]:
    """Of reader-minilm-l6, whose graph has names of its own, weights in half precision and one matrix for q, k and v."""
    plain = {name.removesuffix("_fp16"): value for name, value in tensors.items()}
    matrices = [value for name, value in plain.items() if name.startswith("onnx::MatMul")]
    found = {f"{name}.weight": plain[f"r.{short}.weight"] for name, short in FIRST_EMBEDDINGS.items()}
    found["bert.embeddings.LayerNorm.bias"] = plain["r.ln.bias"]
    for number in range(len(matrices) // 4):
        layer, short = f"bert.encoder.layer.{number}", f"r.layers.{number}"
        packed, *dense = matrices[4 * number : 4 * number + 4]
        biases = numpy.split(plain[f"{short}.qkv.bias"], 3)
        for part, matrix, bias in zip(("query", "key", "value"), numpy.split(packed, 3, axis=1), biases):
            found[f"{layer}.attention.self.{part}.weight"] = matrix.T
            found[f"{layer}.attention.self.{part}.bias"] = bias
        for (name, of), matrix in zip(FIRST_DENSE.items(), dense):
            found[f"{layer}.{name}.weight"], found[f"{layer}.{name}.bias"] = matrix.T, plain[f"{short}.{of}.bias"]
        for name, of in FIRST_NORMS.items():
            for kind in ("weight", "bias"):
                found[f"{layer}.{name}.{kind}"] = plain[f"{short}.{of}.{kind}"]
    found["qa_outputs.weight"], found["qa_outputs.bias"] = matrices[-1].T, plain["r.qa.bias"]
    return found


def _fused(graph: onnx.GraphProto, tensors: dict[str, numpy.ndarray]) -> dict[str, numpy.ndarray]:
    found = {
        name.removeprefix("model."): value for name, value in tensors.items() if name.endswith((".weight", ".bias"))
    }
    for name in [name for name in tensors if name.endswith("_int8")]:
        original = name.removesuffix("_int8")
        found[original.removeprefix("model.")] = tensors[name] * tensors[original + "_scale"]
    attentions = 0
    for node in graph.node:
        if node.op_type == "QAttention":
            layer = f"bert.encoder.layer.{attentions}.attention.self"
            columns = numpy.split(_columns(tensors, node.input[1]), 3, axis=1)
            biases = numpy.split(tensors[node.input[2]], 3)
            for part, matrix, bias in zip(("query", "key", "value"), columns, biases):
                found[f"{layer}.{part}.weight"], found[f"{layer}.{part}.bias"] = matrix.T, bias
            attentions += 1
        elif node.op_type == "MatMulInteger":
            layer = DENSE.fullmatch(node.name)["layer"].replace("/", ".")
            found[f"{layer}.weight"] = _columns(tensors, node.input[1]).T
    return found


def _columns(tensors: dict[str, numpy.ndarray], quantised: str) -> numpy.ndarray:
    """A matrix that has a scale for each column, and is symmetric around zero."""
    name = quantised.removesuffix("_quantized")
    if tensors[f"{name}_zero_point"].any():
        raise ValueError(f"{name} is not quantised symmetrically")
    return tensors[quantised] * tensors[f"{name}_scale"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader", type=Path)
    parser.add_argument("weights", type=Path)
    arguments = parser.parse_args()
    arguments.weights.parent.mkdir(parents=True, exist_ok=True)
    torch.save(weights(arguments.reader / "model.onnx"), arguments.weights)


if __name__ == "__main__":
    main()
