"""Tests of training runs and of the attention that they use; skipped where requirements.txt is not installed."""

import dataclasses
import importlib.util
import json
import os
import signal
import tempfile
import unittest
import zipfile
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
RECIPE = """
artifact = "passim:tiny:1"
tokens = 384
rate = 1e-2
seed = 1
batch_tokens = 64
question_tokens = 12
average = 0.5
shares = { article = 0.5 }

[[stages]]
until = 0.6
length = 32
rows = [32]
data = [{ file = "data.json" }]

[[stages]]
until = 1.01
length = 64
rows = [32, 64]
data = [{ file = "data.json" }]
"""


@unittest.skipUnless(importlib.util.find_spec("torch"), "torch is not installed")
class Attention(unittest.TestCase):
    """The products in bfloat16 and their gradient, compared with PyTorch's attention in float32."""

    def setUp(self):
        import torch

        self.torch = torch
        torch.manual_seed(3)
        self.query, self.key, self.value = (
            torch.randn(2, 3, 10, 8, requires_grad=True) for _ in range(3))
        self.gradient = torch.randn(2, 10, 3, 8)
        self.mask = torch.zeros(2, 1, 10, 10)
        self.mask[1, :, :, 6:] = torch.finfo(torch.float32).min

    def assert_near(self, expected, actual):
        error = (actual.float() - expected).norm() / expected.norm()
        self.assertLess(float(error), 0.02)

    def outcome(self, mask, autocast, **scaling):
        """Output and gradients."""
        from passim_reader import attention

        inputs = [t.detach().clone().requires_grad_() for t in (self.query, self.key, self.value)]
        with self.torch.autocast("cpu", self.torch.bfloat16, enabled=autocast):
            out, _ = attention._forward(self.torch.nn.Identity(), *inputs, mask, **scaling)
        out.backward(self.gradient.to(out.dtype))
        return [out.detach(), *(t.grad for t in inputs)]

    def expected(self, mask, scale):
        inputs = [t.detach().clone().requires_grad_() for t in (self.query, self.key, self.value)]
        out = self.torch.nn.functional.scaled_dot_product_attention(*inputs, mask, scale=scale).transpose(1, 2)
        out.backward(self.gradient)
        return [out.detach(), *(t.grad for t in inputs)]

    def test_output_and_gradients_are_those_of_pytorch(self):
        for autocast in (True, False):
            for mask in (None, self.mask):
                for scaling in ({}, {"scaling": 0.7}):
                    found = self.outcome(mask, autocast, **scaling)
                    expected = self.expected(mask, scaling.get("scaling"))
                    for name, mine, theirs in zip(("output", "query", "key", "value"), found, expected):
                        with self.subTest(name, autocast=autocast, masked=mask is not None, **scaling):
                            self.assert_near(theirs, mine)

    def test_what_is_masked_gets_no_gradient(self):
        _, _, key, value = self.outcome(self.mask, True)
        self.assertEqual(0, int(key[1, :, 6:].count_nonzero() + value[1, :, 6:].count_nonzero()))
        self.assertEqual(0, int((key[0] == 0).sum()))

    def test_dropout_that_it_has_not_is_refused(self):
        from passim_reader import attention

        with self.assertRaisesRegex(ValueError, "dropout"):
            attention._forward(self.torch.nn.Identity().train(), self.query, self.key, self.value, None, dropout=0.1)


@unittest.skipUnless(
    importlib.util.find_spec("bm25s") and importlib.util.find_spec("torch"), "bm25s or torch is not installed")
class Running(unittest.TestCase):
    """Six steps of a tiny reader, from an artifact that was made as the published ones were."""

    @classmethod
    def setUpClass(cls):
        import torch
        from passim_reader.train import Recipe

        cls.torch = torch
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.root = Path(temporary.name)
        cls.root.joinpath("tiny.toml").write_text(RECIPE)
        cls.recipe = Recipe.load(cls.root / "tiny.toml")
        cls.write_data()
        cls.write_artifact()

    @classmethod
    def write_data(cls):
        def paragraph(number):
            text = f"mill {number} stood by the river and was sold in 18{number:02}. it burnt down later."
            return {"context": text, "qas": [
                {"id": str(number), "question": f"when was mill {number} sold?",
                 "answers": [{"text": f"18{number:02}", "answer_start": text.index(f"18{number:02}")}]}]}

        articles = [{"paragraphs": [paragraph(10 * a + p) for p in range(6)]} for a in range(3)]
        cls.root.joinpath("data.json").write_text(json.dumps({"data": articles}))

    @classmethod
    def write_artifact(cls):
        from export_reader import inputs_of, write_graph
        from passim_reader.wordpiece import SPECIAL, tokenizer_json
        from transformers import BertConfig, BertModel

        words = "mill stood by the river and was sold in it burnt down later when".split()
        pieces = [*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS), ".", "?", *words]

        class Encoder(BertModel):
            """Exported itself, so that names in the graph are its own."""

            outputs = ["last_hidden_state"]

            def forward(self, input_ids, attention_mask, token_type_ids):
                said = super().forward(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
                return said.last_hidden_state

        cls.torch.manual_seed(5)
        bert = Encoder(BertConfig(
            vocab_size=len(pieces), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=24,
            max_position_embeddings=64, attn_implementation="eager"), add_pooling_layer=False)
        for value in bert.parameters():
            if value.dim() == 1:
                cls.torch.nn.init.normal_(value, 1.0, 0.1)
        cls.encoder = bert.state_dict()
        bert.inputs = inputs_of(bert)
        write_graph(bert.eval(), cls.root / "model.onnx", ("batch", "sequence", "hidden"))
        with zipfile.ZipFile(cls.root / cls.recipe.jar, "w") as jar:
            jar.write(cls.root / "model.onnx", "tiny.onnx")
            jar.writestr("tiny-tokenizer.json", json.dumps(tokenizer_json(pieces, lowercase=True)))

    def test_an_artifacts_weights_and_heads_are_found_in_its_graph(self):
        from passim_reader.encoder import reader

        model, tokenizer = reader(self.root / self.recipe.jar)
        self.assertEqual(2, model.config.num_attention_heads)
        self.assertEqual(model.config.vocab_size, tokenizer.get_vocab_size())
        for name, value in model.bert.state_dict().items():
            self.assertTrue(self.torch.equal(self.encoder[name], value), name)

    def run_of(self, work, after_step=lambda run: None, recipe=None):
        """Trains to the end or until it is stopped, and says whether it was."""
        from passim_reader.train import STOPPED, Run

        class Watched(Run):
            def _step(self, *arguments):
                loss = super()._step(*arguments)
                after_step(self)
                return loss

        handler = signal.getsignal(signal.SIGTERM)
        try:
            run = Watched(recipe or self.recipe, self.root, self.root, self.root / work)
            run.train(None)
        except SystemExit as stopped:
            self.assertEqual(STOPPED, stopped.code)
            return True
        finally:
            signal.signal(signal.SIGTERM, handler)
        self.assertEqual(6, run.step)
        return False

    def weights(self, work, file="average.pt"):
        return self.torch.load(self.root / work / "tiny" / file, weights_only=True)

    def test_a_run_that_is_stopped_goes_on_to_the_same_weights(self):
        def stop(run):
            if run.step == 2:  # the third is counted after this
                os.kill(os.getpid(), signal.SIGTERM)

        self.assertFalse(self.run_of("whole"))
        self.assertTrue(self.run_of("parts", stop))
        self.assertFalse(self.root.joinpath("parts", "tiny", "average.pt").exists())
        self.assertEqual(3, self.weights("parts", "checkpoint.pt")["step"])
        self.assertFalse(self.run_of("parts"))
        for file in ("average.pt", "last.pt"):
            whole, parts = self.weights("whole", file), self.weights("parts", file)
            self.assertEqual(set(whole), set(parts))
            for name, value in whole.items():
                with self.subTest(file, tensor=name):
                    self.assertTrue(self.torch.equal(value, parts[name]))

    def test_what_is_kept_is_the_running_mean_of_the_weights(self):
        steps = []
        from passim_reader.encoder import reader

        self.run_of("mean", lambda run: steps.append({n: p.detach().clone() for n, p in run.model.named_parameters()}))
        average, last = self.weights("mean"), self.weights("mean", "last.pt")
        begin = dict(reader(self.root / self.recipe.jar)[0].named_parameters())
        self.assertEqual(6, len(steps))
        for name, value in begin.items():
            with self.subTest(name):
                mean = value.detach()
                for step in steps:
                    mean = 0.5 * mean + 0.5 * step[name]
                self.torch.testing.assert_close(mean, average[name])
                self.assertTrue(self.torch.equal(steps[-1][name], last[name]))
                learns = not name.startswith("bert.embeddings.")
                self.assertEqual(learns, not self.torch.equal(value, last[name]))
                self.assertEqual(learns, not self.torch.equal(average[name], last[name]))

    def test_embeddings_learn_if_the_recipe_says_so(self):
        from passim_reader.encoder import reader

        recipe = dataclasses.replace(self.recipe, embeddings=True)
        self.run_of("embeddings", recipe=recipe)
        average, last = self.weights("embeddings"), self.weights("embeddings", "last.pt")
        for name, value in reader(self.root / self.recipe.jar)[0].named_parameters():
            with self.subTest(name):
                self.assertFalse(self.torch.equal(value, last[name]))
                self.assertFalse(self.torch.equal(average[name], last[name]))
        self.assertNotEqual(self.recipe.identity(None), recipe.identity(None))

    def test_a_checkpoint_of_another_recipe_is_refused(self):
        from passim_reader.train import Run

        self.run_of("other")
        with self.assertRaisesRegex(SystemExit, "of another recipe"):
            Run(dataclasses.replace(self.recipe, rate=2e-2), self.root, self.root, self.root / "other")


if __name__ == "__main__":
    unittest.main()
