"""Tests of the ONNX files; skipped where requirements.txt is not installed."""

import importlib.util
import tempfile
import unittest
from pathlib import Path

INSTALLED = all(importlib.util.find_spec(name) for name in ("torch", "onnxruntime"))


def tiny_reader():
    """Random weights, none of them equal: equal tensors would be stored once, and not be found under their names."""
    import torch
    from transformers import BertConfig, BertForQuestionAnswering

    torch.manual_seed(1)
    reader = BertForQuestionAnswering(BertConfig(
        vocab_size=2000, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64))
    for _, value in reader.named_parameters():
        if value.dim() == 1:
            torch.nn.init.normal_(value, 1.0, 0.1)
    return reader


@unittest.skipUnless(INSTALLED, "torch or onnxruntime is not installed")
class Exporting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from passim_reader import export

        cls.export, cls.reader = export, tiny_reader()
        cls.fused = export.fused(cls.reader)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "made.onnx")

    def made(self, variant):
        """A variant's graph, and how far its logits are from PyTorch's."""
        import onnx

        difference = self.export.variant(self.fused, self.export.VARIANTS[variant], self.file)
        return onnx.load(self.file).graph, difference

    def types(self, tensors):
        return {tensor.name: tensor.type.tensor_type.elem_type for tensor in tensors}

    def test_every_variant_takes_ids_and_gives_logits_in_float32(self):
        from onnx import TensorProto

        for variant in self.export.VARIANTS:
            with self.subTest(variant):
                graph, _ = self.made(variant)
                inputs = ("input_ids", "attention_mask", "token_type_ids")
                self.assertEqual(dict.fromkeys(inputs, TensorProto.INT64), self.types(graph.input))
                self.assertEqual(
                    dict.fromkeys(("start_logits", "end_logits"), TensorProto.FLOAT), self.types(graph.output))

    def test_logits_are_those_of_pytorch_within_each_variants_bound(self):
        bounds = {"fp32": 1e-5, "fp32-half-storage": 1e-3, "fp16": 5e-3, "int8": 2e-2, "int8-full-range": 2e-2}
        self.assertEqual(set(self.export.VARIANTS), set(bounds))
        found = {}
        for variant, bound in bounds.items():
            with self.subTest(variant):
                _, found[variant] = self.made(variant)
                self.assertLess(found[variant], bound)
        self.assertLess(found["fp32"], found["fp32-half-storage"])
        self.assertLess(found["fp32-half-storage"], found["fp16"])
        self.assertLess(found["fp16"], found["int8"])

    def test_recipes_ask_for_files_that_there_are(self):
        import tomllib

        recipes = Path(self.export.__file__).parents[1].joinpath("recipes")
        asked = [tomllib.loads(file.read_text()).get("variants", []) for file in recipes.glob("*.toml")]
        self.assertLessEqual({variant for variants in asked for variant in variants}, set(self.export.VARIANTS))

    def test_fp16_computes_in_half_precision(self):
        from onnx import TensorProto

        graph, _ = self.made("fp16")
        floats = {t.data_type for t in graph.initializer} - {TensorProto.INT32, TensorProto.INT64}
        self.assertEqual({TensorProto.FLOAT16}, floats)
        into_float = [n.output[0] for n in graph.node if n.op_type == "Cast" and n.attribute[0].i == TensorProto.FLOAT]
        self.assertEqual({"start_logits", "end_logits"}, set(into_float))

    def test_half_storage_computes_in_float32(self):
        from onnx import TensorProto

        graph, _ = self.made("fp32-half-storage")
        stored = {t.name for t in graph.initializer if t.data_type == TensorProto.FLOAT16}
        cast = {n.input[0] for n in graph.node if n.op_type == "Cast" and n.attribute[0].i == TensorProto.FLOAT}
        self.assertTrue(stored)
        self.assertEqual(stored, cast)

    def test_a_file_that_differs_too_much_is_not_written(self):
        import onnx
        from onnx import numpy_helper

        broken = onnx.ModelProto.FromString(self.fused.graph.SerializeToString())
        bias = next(t for t in broken.graph.initializer if t.name.endswith("qa_outputs.bias"))
        bias.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(bias) + 0.1, bias.name))
        fused = self.export.Fused(broken, self.fused.inputs, self.fused.outputs, self.fused.real)
        for variant in ("fp32", "fp32-half-storage", "fp16"):
            with self.subTest(variant), self.assertRaisesRegex(ValueError, "differ from PyTorch's by 0.1"):
                self.export.variant(fused, self.export.VARIANTS[variant], self.file)
        self.assertFalse(self.file.exists())

    def test_dense_layers_have_a_scale_for_each_channel_and_seven_bits_where_products_would_saturate(self):
        from onnx import numpy_helper

        for variant, largest in (("int8", 64), ("int8-full-range", 127)):
            graph, _ = self.made(variant)
            tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
            dense = [name for name in tensors if name.endswith("_quantized")]
            # Of each layer: query, key and value in one, the attention's output, and two more; and the logits.
            self.assertEqual(4 * 2 + 1, len(dense))
            for name in dense:
                with self.subTest(variant, tensor=name):
                    weights, scale = tensors[name].astype(int), tensors[name.replace("_quantized", "_scale")]
                    self.assertEqual("int8", tensors[name].dtype.name)
                    self.assertEqual((weights.shape[1],), scale.shape)
                    self.assertEqual(scale.size, len(set(scale.tolist())))
                    self.assertEqual([largest] * scale.size, abs(weights).max(0).tolist())

    def test_embeddings_have_a_scale_for_each_token(self):
        import numpy
        from onnx import numpy_helper

        graph, _ = self.made("int8")
        tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        (name,) = [name for name in tensors if name.endswith("_int8")]
        table, scale = tensors[name], tensors[name.replace("_int8", "_scale")]
        expected = self.reader.bert.embeddings.word_embeddings.weight.detach().numpy()
        self.assertEqual(("int8", (2000, 32), (2000, 1)), (table.dtype.name, table.shape, scale.shape))
        self.assertLessEqual(float(numpy.abs(table * scale - expected).max()), float(scale.max()) / 2 + 1e-7)
        numpy.testing.assert_allclose(numpy.abs(expected).max(1, keepdims=True) / 127, scale, rtol=1e-6, atol=1e-12)

    def test_weights_come_back_out_of_an_int8_file(self):
        from passim_reader import committed

        self.made("int8")
        found = committed.weights(self.file)
        for name, value in self.reader.state_dict().items():
            if name.endswith((".weight", ".bias")):
                with self.subTest(name):
                    self.assertLess(float((found[name] - value).abs().max()), 0.02 * float(value.abs().max()) + 1e-6)

    def test_weights_of_the_first_reader_give_its_logits(self):
        import numpy
        import onnxruntime
        import torch

        from passim_reader import committed
        from passim_reader.train import MODELS

        folder = MODELS / "reader-minilm-l6"
        ids = numpy.random.default_rng(0).integers(1000, 25000, (2, 24))
        feed = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
        start, end = onnxruntime.InferenceSession(str(folder / "model.onnx")).run(["start_logits", "end_logits"], feed)
        with torch.no_grad():
            found = committed.reader(folder).eval()(torch.from_numpy(ids))
        self.assertLess(float(numpy.abs(found.start_logits.numpy() - start).max()), 1e-4)
        self.assertLess(float(numpy.abs(found.end_logits.numpy() - end).max()), 1e-4)


if __name__ == "__main__":
    unittest.main()
