"""Tests of the measures that need an array or a session; skipped where requirements.txt is not installed."""

import importlib.util
import json
import tempfile
import unittest
from pathlib import Path

READER = Path(__file__).resolve().parents[2] / "src" / "test" / "resources" / "readers" / "bert"
INSTALLED = all(importlib.util.find_spec(name) for name in ("numpy", "onnxruntime", "tokenizers"))


@unittest.skipUnless(INSTALLED, "numpy, onnxruntime or tokenizers is not installed")
class Measuring(unittest.TestCase):
    @staticmethod
    def prediction(article, reference, answer, score):
        from passim_reader.evaluate import Prediction

        return Prediction(article, [reference], answer, score)

    def test_the_threshold_is_the_one_that_is_best_in_the_other_half(self):
        from passim_reader.evaluate import with_null

        predictions = [
            self.prediction(0, "red mill", "mill", 5.0), self.prediction(0, "", "church", 1.0),
            self.prediction(1, "ferry", "ferry", 3.0), self.prediction(3, "", "pier", 2.0)]
        measured = with_null(predictions)
        # (5 + 1) / 2 and (3 + 2) / 2: by 3.0 the ferry is held back, and all else is as it should be.
        self.assertEqual([3.0, 2.5], measured["thresholds"])
        self.assertEqual(4, measured["questions"])
        self.assertEqual((50.0, 75.0), (measured["EM"], measured["no-answer accuracy"]))
        self.assertEqual(round(100 * (2 / 3 + 1 + 0 + 1) / 4, 2), measured["F1"])

    def test_the_best_threshold_weighs_what_answering_gives_and_takes(self):
        from passim_reader.evaluate import _best_threshold

        right, half = self.prediction(0, "mill", "mill", 9.0), self.prediction(0, "red mill", "mill", 4.0)
        wrong, none = self.prediction(0, "mill", "church", 7.0), self.prediction(0, "", "church", 6.0)
        self.assertEqual(8.5, _best_threshold([right]))
        self.assertEqual(8.0, _best_threshold([none, wrong, right]))
        # Two thirds of an answer are less than the unanswerable question that it costs.
        self.assertEqual(8.0, _best_threshold([half, none, wrong, right]))
        self.assertEqual(3.5, _best_threshold([half, wrong, right]))
        self.assertEqual(6.0, _best_threshold([half, none]))

    def test_the_calibration_error_is_that_of_the_other_halfs_curve(self):
        from passim_reader.evaluate import _calibration_error

        def half(shares):
            return [self.prediction(0, "mill", "mill" if i < right else "church", score)
                    for score, (right, questions) in shares.items() for i in range(questions)]

        # A curve with two weights goes through both shares: 0.25 is told of eight questions half of which are right, 0.5 of
        # four of which a quarter is, and 0.75 of eight of which 0.75 are.
        error = _calibration_error([half({0.0: (1, 4), 1.0: (3, 4)}), half({0.0: (4, 8), 1.0: (3, 4)})])
        self.assertEqual((8 * 0.25 + 4 * 0.25) / 20, error)
        same = half({0.0: (1, 4), 1.0: (3, 4)})
        self.assertEqual(0.0, _calibration_error([same, same]))

    def test_size_and_speed_are_told_whichever_data_there_are(self):
        from passim_reader.evaluate import evaluate

        text = "The lighthouse at Corran Point was built in 1861."
        questions = [{"id": "1", "question": "When?", "answers": [{"text": "1861", "answer_start": text.index("1861")}]},
                     {"id": "2", "question": "Who?", "answers": [], "is_impossible": True}]
        articles = [{"paragraphs": [{"context": text, "qas": questions}]}] * 2
        with tempfile.TemporaryDirectory() as temporary:
            data = Path(temporary, "data.json")
            data.write_text(json.dumps({"data": articles}))
            with_none = evaluate(READER / "model.onnx", READER / "tokenizer.json", None, data, 1)
            without = evaluate(READER / "model.onnx", READER / "tokenizer.json", data, None, 1)
        size = round(READER.joinpath("model.onnx").stat().st_size / 1e6, 1)
        self.assertEqual((size, size), (with_none["megabytes"], without["megabytes"]))
        self.assertGreater(with_none["passages/s"], 0)
        self.assertGreater(without["passages/s"], 0)
        self.assertEqual((4, 2), (with_none["data.json"]["questions"], with_none["answerable of data.json"]["questions"]))
        self.assertEqual({"questions", "EM", "F1"}, set(without["data.json"]))


if __name__ == "__main__":
    unittest.main()
