"""Tests of the folders that are published under models/; they need no package."""

import hashlib
import json
import unittest
from pathlib import Path

from passim_reader.card import UNWRITTEN

MODELS = Path(__file__).resolve().parents[1]
FOLDERS = sorted(file.parent for file in MODELS.glob("*/model.json"))
LARGEST = 45 * 2**20  # bytes of a file in this repository


class Folders(unittest.TestCase):
    def test_there_are_some(self):
        names = {folder.name for folder in FOLDERS}
        self.assertLessEqual({"encoder-minilm-l6", "reader-minilm-l12", "reader-minilm-l6", "reader-minilm-l6-int8"}, names)

    def test_no_file_is_larger_than_45_mebibytes(self):
        for file in (file for file in MODELS.rglob("*") if file.is_file() and "work" not in file.parts):
            with self.subTest(file.name):
                self.assertLessEqual(file.stat().st_size, LARGEST)

    def test_a_folder_holds_what_its_manifest_names_and_a_card(self):
        for folder in FOLDERS:
            with self.subTest(folder.name):
                manifest = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
                self.assertEqual(folder.name, manifest["name"])
                for key in ("file", "tokenizer"):
                    found = hashlib.sha256(folder.joinpath(manifest[key]).read_bytes()).hexdigest()
                    self.assertEqual(manifest["sha256" if key == "file" else "tokenizerSha256"], found)
                files = {"model.json", "MODEL_CARD.md", manifest["file"], manifest["tokenizer"], manifest.get("calibration")}
                self.assertEqual(files - {None}, {file.name for file in folder.iterdir()})
                self.assertIn("probe", manifest)

    def test_a_card_has_all_sections_and_no_empty_one(self):
        for folder in FOLDERS:
            with self.subTest(folder.name):
                card = folder.joinpath("MODEL_CARD.md").read_text(encoding="utf-8")
                sections = dict(part.split("\n", 1) for part in card.split("\n## ")[1:])
                self.assertLessEqual({"Data", "Licence", "Training", "Results", "Limits"}, set(sections))
                self.assertTrue(all(text.strip() for text in sections.values()))
                self.assertNotIn(UNWRITTEN, card)

    def test_a_readers_manifest_says_how_large_and_how_good_it_is(self):
        for folder in FOLDERS:
            manifest = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
            if manifest["task"] == "extractive-qa":
                with self.subTest(folder.name):
                    known = {(figure["data"], figure["metric"]): figure["value"] for figure in manifest["quality"]}
                    size = folder.joinpath(manifest["file"]).stat().st_size
                    self.assertEqual(round(size / 1e6, 1), known["model.onnx", "MB"])
                    data = "validation-unanswerable.json.gz"
                    for metric in ("EM", "F1", "no-answer accuracy", "calibration error"):
                        self.assertIn((data, metric), known)


if __name__ == "__main__":
    unittest.main()
