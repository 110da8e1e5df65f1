"""Weights to ONNX files: fused fp32, the same stored in half precision, fp16 and int8.

Every variant keeps float32 outputs, and is compared with PyTorch. The fp16 file is for GPUs: all its operators take half
precision, which a CPU casts back and forth. In the int8 file, dense layers compute with 8-bit weights (a scale per output
channel) and activations quantised as they come; token embeddings are stored with 8 bits and a scale per token.
The scale of an activation is taken over everything a run is given, so a run of such a file must hold one window
(`"batching": "alone"` in its manifest), or a window's logits would depend on its company.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.float16 import convert_float_to_float16
from onnxruntime.transformers.fusion_options import FusionOptions
from transformers import BertConfig, BertForQuestionAnswering

from export_reader import Logits, write_graph


@dataclass(frozen=True)
class Variant:
    """How a file stores and computes. `reduce_range`: weights of 7 bits, so that products do not saturate on CPUs
    without VNNI instructions. `bound`: by how much an output may differ from PyTorch's, where that is not merely told."""

    bound: float | None = None
    half_storage: bool = False
    half: bool = False
    quantised: bool = False
    reduce_range: bool = False

    def check(self, difference: float) -> None:
        if self.bound is not None and not difference <= self.bound:
            raise ValueError(f"outputs differ from PyTorch's by {difference}, more than {self.bound}")


VARIANTS = {
    "fp32": Variant(bound=1e-3),
    "fp32-half-storage": Variant(bound=2e-2, half_storage=True),
    "fp16": Variant(bound=5e-2, half=True),
    "int8": Variant(quantised=True, reduce_range=True),
    "int8-full-range": Variant(quantised=True),
}


@dataclass(frozen=True)
class Fused:
    """An fp32 graph with fused attention, layer normalisation and GELU, and what PyTorch makes of two rows."""

    graph: onnx.ModelProto
    inputs: dict[str, numpy.ndarray]
    outputs: dict[str, numpy.ndarray]
    real: numpy.ndarray
    """Where outputs count: not behind the end of a shorter row."""

    def difference(self, graph: onnx.ModelProto) -> float:
        """The largest of an output of `graph` from PyTorch's."""
        session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
        made = session.run(list(self.outputs), self.inputs)
        return max(float(numpy.abs(m - e)[self.real].max()) for m, e in zip(made, self.outputs.values()))


def fused(model: BertForQuestionAnswering) -> Fused:
    """A reader's."""
    model = model.float().eval()
    model.set_attn_implementation("eager")
    return fused_module(Logits(model), model.config, ("batch", "sequence"))


def fused_module(module: torch.nn.Module, config: BertConfig, axes: tuple[str, ...]) -> Fused:
    """The same of any module over a BERT encoder; `axes` are those of its outputs, the first two those of its inputs."""
    # The export puts a module back to what it says that it was: a wrapper around an evaluated model says training.
    module.eval()
    ids = torch.randint(1000, config.vocab_size, (2, 48), generator=torch.Generator().manual_seed(0))
    mask, types = torch.ones_like(ids), torch.zeros_like(ids)
    mask[1, 40:] = 0
    types[:, 12:] = 1
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.onnx")
        write_graph(module, plain, axes)
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        graph = optimizer.optimize_model(
            str(plain), "bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size,
            optimization_options=options, opt_level=0)
        count = graph.get_fused_operator_statistics()
    layers = config.num_hidden_layers
    if count["Attention"] != layers or count["BiasGelu"] != layers or count["SkipLayerNormalization"] < 2 * layers:
        raise ValueError(f"not every layer was fused: {count}")
    with torch.no_grad():
        expected = module(ids, mask, types)
    if all(opset.domain != "com.microsoft" for opset in graph.model.opset_import):
        graph.model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    real = mask.bool() if "sequence" in axes else torch.ones(len(mask), dtype=torch.bool)
    made = Fused(
        graph.model, dict(zip(module.inputs, (t.numpy() for t in (ids, mask, types)))),
        dict(zip(module.outputs, (e.numpy() for e in expected))), real.numpy())
    VARIANTS["fp32"].check(made.difference(graph.model))
    return made


def variant(fused: Fused, how: Variant, file: Path) -> float:
    """Writes a graph as `how` says, and returns how far an output of it is from PyTorch's at most.

    Raises ValueError if that is more than it may be.
    """
    made = _quantised(fused.graph, how) if how.quantised else onnx.ModelProto.FromString(fused.graph.SerializeToString())
    if how.half_storage:
        _store_in_half(made.graph)
    if how.half:
        made = convert_float_to_float16(made, keep_io_types=True, disable_shape_infer=True)
    onnx.checker.check_model(made)
    difference = fused.difference(made)
    how.check(difference)
    onnx.save(made, str(file))
    return difference


def _quantised(graph: onnx.ModelProto, how: Variant) -> onnx.ModelProto:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "source.onnx"), Path(folder, "target.onnx")
        onnx.save(graph, str(source))
        quantize_dynamic(
            str(source), str(target), per_channel=True, reduce_range=how.reduce_range, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True})
        made = onnx.load(str(target))
    _store_rows_in_bytes(made.graph)
    return made


def _store_rows_in_bytes(graph: onnx.GraphProto) -> None:
    """The largest table that is looked up by row becomes int8 with one scale per row."""
    tables = {t.name: t for t in graph.initializer}
    lookups = [n for n in graph.node if n.op_type == "Gather" and n.input[0] in tables]
    node = max(lookups, key=lambda n: int(numpy.prod(tables[n.input[0]].dims)))
    table = numpy_helper.to_array(tables[node.input[0]])
    scale = numpy.maximum(numpy.abs(table).max(1, keepdims=True), 1e-12) / 127
    graph.initializer.remove(tables[node.input[0]])
    name, out = node.input[0], node.output[0]
    graph.initializer.extend([
        numpy_helper.from_array(numpy.rint(table / scale).astype(numpy.int8), name + "_int8"),
        numpy_helper.from_array(scale.astype(numpy.float32), name + "_scale"),
    ])
    at = list(graph.node).index(node)
    ids = node.input[1]
    graph.node.remove(node)
    for offset, new in enumerate([
        helper.make_node("Gather", [name + "_int8", ids], [out + "_int8"], name + "_rows"),
        helper.make_node("Cast", [out + "_int8"], [out + "_cast"], name + "_cast", to=TensorProto.FLOAT),
        helper.make_node("Gather", [name + "_scale", ids], [out + "_scale"], name + "_scales"),
        helper.make_node("Mul", [out + "_cast", out + "_scale"], [out], name + "_scaled"),
    ]):
        graph.node.insert(at + offset, new)


def _store_in_half(graph: onnx.GraphProto) -> None:
    """Large float32 tensors are stored as float16 and cast back when the file is loaded."""
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and numpy.prod(tensor.dims) > 4096:
            name = tensor.name
            half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(numpy.float16), name + "_fp16")
            tensor.CopyFrom(half)
            casts.append(helper.make_node("Cast", [half.name], [name], name + "_cast", to=TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)
