"""Weights back out of a reader's committed int8 file, for a run that goes on where the checkpoints are lost.

    python -m passim_reader.committed models/NAME work/RECIPE/average.pt

What is gained is what the file holds: rounded to seven bits, which a run's first steps even out. A reader of its own
that is made so differs from one made from data alone; its model card says so.
"""

import argparse
import re
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper

DENSE = re.compile(r"/model/(?P<layer>.+)/MatMul_quant")


def weights(file: Path) -> dict[str, torch.Tensor]:
    """Under PyTorch's names, of a graph that `export.py` has fused and quantised."""
    graph = onnx.load(file).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
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
    return {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in found.items()}


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
