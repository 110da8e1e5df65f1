"""Tests of how a reader's folder is made and takes its place; those of the graph are skipped where requirements.txt is not
installed."""

import hashlib
import importlib.util
import json
import tempfile
import unittest
from pathlib import Path

import make_reader
from passim_reader.card import UNWRITTEN, card
from passim_reader.squad import Source

RECIPE = {
    "artifact": "group:encoder:1", "start": "first", "tokens": 8_000_000, "rate": 1.5e-4, "seed": 1, "shares": {"bm25": 0.08},
    "manifest": {
        "languages": ["en", "fr"], "licence": "MIT", "source": "an encoder, trained; see MODEL_CARD.md", "batching": "alone"},
    "validation": [{"file": "piaf.json", "first": 80}],
    "stages": [
        {"data": [{"file": "squad.json"}]},
        {"data": [{"file": "squad.json"}, {"file": "piaf.json", "last": 80, "repeat": 8}]}],
}
RESULTS = {
    "fp32": {"file": "fp32.onnx", "megabytes": 90.3, "largest difference of a logit": 1.2e-5,
             "piaf.json, articles from 81": {"questions": 195, "EM": 20.5, "F1": 40.25}},
    "int8": {"file": "int8.onnx", "megabytes": 23.5, "passages/s": 40.3, "largest difference of a logit": 0.41,
             "squad.json": {"questions": 3384, "EM": 61.14, "F1": 62.8, "no-answer accuracy": 64.69,
                            "calibration error": 0.0195, "thresholds": [9.2, 8.9]}},
}


def there(folder):
    return {file.name: file.read_text() for file in folder.iterdir()}


class Publishing(unittest.TestCase):
    FILES = ("model.onnx", "tokenizer.json", "calibration.json", "model.json", "MODEL_CARD.md")

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.made, self.place = Path(temporary.name, "made"), Path(temporary.name, "models", "reader")
        self.made.mkdir()
        for name in self.FILES:
            self.made.joinpath(name).write_text(f"new {name}")
        self.made.joinpath("other").write_text("of the work")

    def test_a_new_folder_gets_all_files_and_a_card(self):
        make_reader.publish(self.made, self.place)
        self.assertEqual({name: f"new {name}" for name in self.FILES}, there(self.place))

    def test_a_card_that_is_there_stays_and_so_does_what_else_is(self):
        self.place.mkdir(parents=True)
        for name in ("MODEL_CARD.md", "model.onnx", "notes"):
            self.place.joinpath(name).write_text(f"old {name}")
        make_reader.publish(self.made, self.place)
        expected = {name: f"new {name}" for name in self.FILES[:-1]}
        self.assertEqual(expected | {"MODEL_CARD.md": "old MODEL_CARD.md", "notes": "old notes"}, there(self.place))

    def test_a_folder_without_a_card_can_be_fitted_anew(self):
        self.made.joinpath("MODEL_CARD.md").unlink()
        make_reader.publish(self.made, self.place)
        self.assertEqual(set(self.FILES[:-1]), set(there(self.place)))


class Describing(unittest.TestCase):
    def test_a_part_of_a_file_says_which_articles(self):
        self.assertEqual(
            ["f.json", "f.json, articles from 81", "f.json, articles from 1 to 80", "f.json, articles from 61 to 80"],
            [Source(*of).name for of in (("f.json",), ("f.json", 80), ("f.json", 0, 80), ("f.json", 60, 80))])

    def test_a_manifest_gets_the_size_and_what_was_measured(self):
        self.assertEqual(
            [{"data": "model.onnx", "metric": "MB", "value": 23.5},
             {"data": "squad.json", "metric": "EM", "value": 61.14}, {"data": "squad.json", "metric": "F1", "value": 62.8},
             {"data": "squad.json", "metric": "no-answer accuracy", "value": 64.69},
             {"data": "squad.json", "metric": "calibration error", "value": 0.0195}],
            make_reader.figures(RESULTS["int8"]))

    def test_a_card_begins_with_what_recipe_and_results_say(self):
        made = card("reader-new", RECIPE, "int8", RESULTS)
        self.assertTrue(made.startswith(
            "# reader-new\n\nExtractive question-answering reader (en, fr): an encoder, trained. Made by"), made)
        headings = [line for line in made.splitlines() if line.startswith("## ")]
        self.assertEqual(["## Data", "## Licence", "## Training", "## Results", "## Limits"], headings)
        for line in (
            "- trained on squad.json", "- trained on piaf.json, articles from 1 to 80",
            "- measured on piaf.json, articles from 81, which it has not seen", "MIT.",
            "| encoder | `group:encoder:1` |", "| tokens | `8000000` |", "`model.onnx` is the file `int8`.",
            "| `fp32` | 90.3 | 1.2e-05 |  |", "| `int8` | 23.5 | 0.41 | 40.3 |",
            "| piaf.json, articles from 81 | `fp32` | 195 | 20.5 | 40.25 |  |  |",
            "| squad.json | `int8` | 3,384 | 61.14 | 62.8 | 64.69 | 0.0195 |", UNWRITTEN,
        ):
            self.assertEqual(1, made.splitlines().count(line), line)

    def test_a_card_of_weights_that_were_there_says_whose_they_are(self):
        recipe = {"committed": "reader-old", "seen": ["squad.json"], "manifest": RECIPE["manifest"]}
        made = card("reader-new", recipe, "int8", RESULTS)
        self.assertIn("- has seen squad.json\n", made)
        self.assertIn("the weights are those of [reader-old](../reader-old/MODEL_CARD.md)", made)


@unittest.skipUnless(importlib.util.find_spec("torch"), "torch is not installed")
class Writing(unittest.TestCase):
    def test_a_folder_has_the_chosen_file_and_says_what_it_is(self):
        from passim_reader.wordpiece import SPECIAL, tokenizer_json
        from test_export import tiny_reader
        from tokenizers import Tokenizer

        pieces = [*SPECIAL, *"abcdefghijklmnopqrstuvwxyz", *(f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")]
        tokenizer = Tokenizer.from_str(json.dumps(tokenizer_json(pieces, lowercase=True)))
        with tempfile.TemporaryDirectory() as temporary:
            folder, chosen = Path(temporary, "reader-new"), Path(temporary, "int8.onnx")
            chosen.write_bytes(b"a graph")
            make_reader.write_folder(tiny_reader(), tokenizer, RECIPE, folder, chosen, RESULTS["int8"])
            manifest = json.loads(folder.joinpath("model.json").read_text())
            self.assertEqual(b"a graph", folder.joinpath("model.onnx").read_bytes())
            tokenizer_hash = hashlib.sha256(folder.joinpath("tokenizer.json").read_bytes()).hexdigest()
        self.assertEqual({
            "name": "reader-new", "task": "extractive-qa", "languages": ["en", "fr"], "licence": "MIT",
            "source": "an encoder, trained; see MODEL_CARD.md", "batching": "alone", "maxLength": 64, "padTokenId": 0,
            "maskTokenId": 4,
            "sha256": hashlib.sha256(b"a graph").hexdigest(), "tokenizerSha256": tokenizer_hash,
            "quality": make_reader.figures(RESULTS["int8"]),
        }, {key: value for key, value in manifest.items() if key not in ("file", "tokenizer", "inputs", "outputs", "probe")})

    def test_a_probe_is_written_where_a_window_has_room_for_it(self):
        from types import SimpleNamespace

        from export_reader import PASSAGE, QUESTION, write_manifest
        from passim_reader.wordpiece import SPECIAL, tokenizer_json
        from tokenizers import Tokenizer

        # Words that are no pieces are one unknown token each.
        tokenizer = Tokenizer.from_str(json.dumps(tokenizer_json([*SPECIAL, "who", "in", "?"], lowercase=True)))
        tokenizer.enable_truncation(8)
        names = SimpleNamespace(inputs=[], outputs=[])
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            folder.joinpath("model.onnx").write_bytes(b"a graph")

            def written(longest):
                write_manifest(names, tokenizer, folder, {"name": "r", "task": "t", "languages": [], "maxLength": longest})
                return json.loads(folder.joinpath("model.json").read_text()).get("probe")

            probe = written(64)
            self.assertIsNone(written(len(probe["ids"]) - 1))
        self.assertEqual((QUESTION, PASSAGE), (probe["question"], probe["passage"]))
        who_opened_the_cafe_in_1878 = [2, 5, 1, 1, 1, 6, 1, 7, 3]
        self.assertEqual(who_opened_the_cafe_in_1878, probe["ids"][:9])
        self.assertEqual(3, probe["ids"][-1])


if __name__ == "__main__":
    unittest.main()
