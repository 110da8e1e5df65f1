"""How good and how fast an ONNX reader is, each question asked of its own paragraph.

    python -m passim_reader.evaluate FILE.onnx ... --tokenizer tokenizer.json --answerable validation.json.gz \
        --unanswerable validation-unanswerable.json.gz

Windows of 384 tokens that share 128, answers of at most 30 tokens, one window a run. The score of an answer is
start + end logit, less those of the first token. With unanswerable questions the threshold is the one that is best
on every other article, and the figures are those of the remaining articles; then the other way round.
"""

import argparse
import concurrent.futures
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnxruntime
from tokenizers import Tokenizer

from . import squad

WINDOW, STRIDE, ANSWER_TOKENS, BINS = 384, 128, 30, 10


@dataclass(frozen=True)
class Prediction:
    article: int
    references: list[str]
    answer: str
    score: float


class Reader:
    def __init__(self, file: Path, tokenizer: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._inputs = [i.name for i in self._session.get_inputs()]
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(WINDOW, stride=STRIDE, strategy="only_second")

    def read(self, question: str, text: str) -> tuple[str, float]:
        """The best answer in `text` and its score."""
        first = self._tokenizer.encode(question, text)
        best = ("", -numpy.inf)
        for window in [first, *first.overflowing]:
            start, end = self._logits(window)
            passage = numpy.array([s == 1 for s in window.sequence_ids])
            null = start[0] + end[0]
            start, end = numpy.where(passage, start, -1e9), numpy.where(passage, end, -1e9)
            scores = numpy.triu(start[:, None] + end[None, :]) + numpy.tril(numpy.full((len(start),) * 2, -1e9), -1)
            scores -= numpy.triu(numpy.full_like(scores, 1e9), ANSWER_TOKENS)
            at = int(scores.argmax())
            i, j = divmod(at, len(end))
            score = float(scores[i, j] - null)
            if score > best[1]:
                best = (text[window.offsets[i][0] : window.offsets[j][1]], score)
        return best

    def _logits(self, window) -> tuple[numpy.ndarray, numpy.ndarray]:
        columns = {"input_ids": window.ids, "attention_mask": window.attention_mask, "token_type_ids": window.type_ids}
        feed = {name: numpy.array([columns[name]], dtype=numpy.int64) for name in self._inputs}
        start, end = self._session.run(["start_logits", "end_logits"], feed)
        return start[0], end[0]


def predict(reader: Reader, paragraphs: list[squad.Paragraph], every: int) -> tuple[list[Prediction], float]:
    """Answers to every n-th question, and passages read per second."""
    asked = [(p, q) for p in paragraphs for q in p.questions][::every]
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda pair: reader.read(pair[1].text, pair[0].text), asked))
    rate = len(asked) / (time.monotonic() - began)
    return [
        Prediction(p.article, [text for text, _ in q.answers] or [""], answer, score)
        for (p, q), (answer, score) in zip(asked, answers)
    ], rate


def answerable(predictions: list[Prediction]) -> dict[str, float]:
    found = [p for p in predictions if p.references != [""]]
    return {
        "questions": len(found),
        "EM": _percent(squad.exact_match(p.answer, p.references) for p in found),
        "F1": _percent(squad.f1(p.answer, p.references) for p in found),
    }


def with_null(predictions: list[Prediction]) -> dict[str, float]:
    """With one threshold, chosen on one half of the articles and measured on the other, both ways."""
    halves = [[p for p in predictions if p.article % 2 == side] for side in (0, 1)]
    total: dict[str, float] = {}
    thresholds = []
    for chosen_on, measured_on in (halves, halves[::-1]):
        threshold = _best_threshold(chosen_on)
        thresholds.append(threshold)
        for p in measured_on:
            answer = p.answer if p.score > threshold else ""
            _add(total, "EM", squad.exact_match(answer, p.references))
            _add(total, "F1", squad.f1(answer, p.references))
            _add(total, "no-answer accuracy", float((answer == "") == (p.references == [""])))
    n = len(predictions)
    return {
        "questions": n,
        **{name: round(100 * value / n, 2) for name, value in total.items()},
        "calibration error": _calibration_error(halves),
        "thresholds": [round(t, 2) for t in thresholds],
    }


def _add(total: dict[str, float], name: str, value: float) -> None:
    total[name] = total.get(name, 0.0) + value


def _best_threshold(predictions: list[Prediction]) -> float:
    ordered = sorted(predictions, key=lambda p: -p.score)
    value = sum(p.references == [""] for p in ordered)
    best, threshold = value, ordered[0].score
    for at, p in enumerate(ordered):
        value += -1.0 if p.references == [""] else squad.f1(p.answer, p.references)
        if value > best:
            following = ordered[at + 1].score if at + 1 < len(ordered) else p.score - 1
            best, threshold = value, (p.score + following) / 2
    return threshold


def _calibration_error(halves: list[list[Prediction]]) -> float:
    """Expected error of a logistic curve over the score, fitted on one half and measured on the other, both ways."""
    chances, right = [], []
    for fitted_on, measured_on in (halves, halves[::-1]):
        a, b = _logistic(*_scores(fitted_on))
        scores, outcomes = _scores(measured_on)
        chances.append(1 / (1 + numpy.exp(-(a * scores + b))))
        right.append(outcomes)
    chance, outcome = numpy.concatenate(chances), numpy.concatenate(right)
    bins = numpy.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs(chance[bins == i].mean() - outcome[bins == i].mean()) * (bins == i).mean()
            for i in range(BINS) if (bins == i).any()]
    return round(float(sum(gaps)), 4)


def _scores(predictions: list[Prediction]) -> tuple[numpy.ndarray, numpy.ndarray]:
    return (numpy.array([p.score for p in predictions]),
            numpy.array([squad.exact_match(p.answer, p.references) for p in predictions]))


def _logistic(score: numpy.ndarray, outcome: numpy.ndarray) -> tuple[float, float]:
    x = numpy.stack([score, numpy.ones_like(score)], 1)
    weights = numpy.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + numpy.exp(-x @ weights))
        hessian = (x * (chance * (1 - chance))[:, None]).T @ x + 1e-6 * numpy.eye(2)
        weights += numpy.linalg.solve(hessian, x.T @ (outcome - chance))
    return float(weights[0]), float(weights[1])


def _percent(values) -> float:
    values = list(values)
    return round(100 * sum(values) / len(values), 2) if values else float("nan")


def evaluate(file: Path, tokenizer: Path, answerable_file: Path | None, unanswerable_file: Path | None, every: int) -> dict:
    reader = Reader(file, tokenizer)
    result: dict = {"file": file.name, "megabytes": round(file.stat().st_size / 1e6, 1)}
    if answerable_file:
        predictions, rate = predict(reader, squad.load(answerable_file), every)
        result[answerable_file.name] = answerable(predictions)
        result["passages/s"] = round(rate, 1)
    if unanswerable_file:
        predictions, rate = predict(reader, squad.load(unanswerable_file), every)
        result.setdefault("passages/s", round(rate, 1))
        result[unanswerable_file.name] = with_null(predictions)
        result["answerable of " + unanswerable_file.name] = answerable(predictions)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--answerable", type=Path)
    parser.add_argument("--unanswerable", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only every n-th question")
    arguments = parser.parse_args()
    for file in arguments.files:
        print(json.dumps(evaluate(file, arguments.tokenizer, arguments.answerable, arguments.unanswerable, arguments.every)),
              flush=True)


if __name__ == "__main__":
    main()
