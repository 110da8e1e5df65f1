"""Fits the calibrator of a reader: features of an answer -> probability that it is right.

Reads the JSON lines that io.passim.rank.CalibrationFeatures and SampleFeatures write, one question
each, and writes calibration.json. The figures come from cross-validation by article: every question
is judged by a fit that saw no question of its article. The calibration that is written is fitted on
all of them. See README.md beside this file.
"""

import argparse
import json

import numpy as np

PENALTY = 1.0  # L2, on standardised features
RIGHT_LOST = 0.10  # share of the right answers that the threshold may hold back
OTHER_ANSWERS = 0.1  # what an answer that is not its question's first counts in the fit
FOLDS = 5
BINS = 10
# Where a recipe's `leave_out` names no others: with `type` beside it, it weighed 0.01. reader-minilm-l12 uses it, without
# `type`; ADR 18 says why readers differ.
LEFT_OUT = ["sentence"]
# What people ask, as shares: answered by the documents; not answered, though made to look so;
# about something the documents do not speak of. Questions about the samples have shares of their own.
MIX = {"answerable": 0.7, "unanswerable": 0.1, "absent": 0.2}
# What the questions about the samples count among all.
SAMPLES = 0.35


def load(path, samples=False):
    """The questions that have a candidate at all."""
    with open(path, encoding="utf-8") as lines:
        questions = [json.loads(line) | {"samples": samples} for line in lines]
    return [question for question in questions if question["answers"]]


def folds(questions):
    """Which fold each question is left out of: articles are dealt out in file order."""
    dealt = {}
    numbers = []
    for question in questions:
        articles = dealt.setdefault((question["samples"], question["kind"] == "absent"), {})
        numbers.append(articles.setdefault(question["article"], len(articles) % FOLDS))
    return np.array(numbers)


def matrix(answers, names):
    """NaN where a feature is missing, which the features say as null."""
    return np.array([[answer["features"][name] for name in names] for answer in answers], dtype=float)


def means(x, w):
    """Of each column, over the rows in which it is not missing."""
    known = ~np.isnan(x)
    return (np.where(known, x, 0) * w[:, None]).sum(axis=0) / (known * w[:, None]).sum(axis=0)


def sigmoid(logits):
    return 1 / (1 + np.exp(-np.clip(logits, -500, 500)))


def mixed(questions, mix=MIX):
    """A weight for each question, so that kinds (as in `mix`) and samples have their shares; mean 1."""
    samples = sum(question["samples"] for question in questions)
    kinds = [question["kind"] for question in questions if not question["samples"]]
    there = {kind: share for kind, share in mix.items() if kind in kinds}
    weights = [
        SAMPLES / samples
        if question["samples"]
        else (1 - SAMPLES) * there[question["kind"]] / sum(there.values()) / kinds.count(question["kind"])
        for question in questions
    ]
    return np.array(weights) / np.mean(weights)


def logistic(x, y, w, penalty):
    """Newton's method; the last weight is the bias and is not penalised."""
    x = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.diag([penalty] * (x.shape[1] - 1) + [1e-9])
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = sigmoid(x @ weights)
        gradient = x.T @ (w * (p - y)) + ridge @ weights
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    return weights


class Model:
    """Standardised logistic regression, rescaled on the answers that are given first."""

    def __init__(self, names, questions, mix=MIX):
        self.names = names
        shares = mixed(questions, mix)
        answers = [answer for question in questions for answer in question["answers"]]
        w = np.concatenate(
            [
                [share] + [share * OTHER_ANSWERS] * (len(question["answers"]) - 1)
                for share, question in zip(shares, questions)
            ]
        )
        x = matrix(answers, names)
        y = np.array([answer["right"] for answer in answers], dtype=float)
        self.mean = means(x, w)
        deviation = np.sqrt(means((x - self.mean) ** 2, w))
        self.scale = np.where(deviation > 0, deviation, 1.0)
        weights = logistic(self.standardised(x), y, w, PENALTY)
        self.weights, self.bias = weights[:-1], weights[-1]
        firsts = [self.first(question) for question in questions]
        right = np.array([answer["right"] for answer in firsts], dtype=float)
        slope, offset = logistic(self.logits(firsts)[:, None], right, shares, 1e-6)
        if slope <= 0:
            raise SystemExit("the features do not tell right answers from wrong ones")
        self.weights, self.bias = slope * self.weights, slope * self.bias + offset

    def standardised(self, x):
        """What is missing counts as the mean, as in Java."""
        return np.where(np.isnan(x), 0, (x - self.mean) / self.scale)

    def logits(self, answers):
        return self.standardised(matrix(answers, self.names)) @ self.weights + self.bias

    def first(self, question):
        answers = question["answers"]
        return answers[int(np.argmax(self.logits(answers)))]

    def judge(self, questions):
        """Confidence and correctness of each question's first answer."""
        firsts = [self.first(question) for question in questions]
        right = np.array([answer["right"] for answer in firsts])
        return sigmoid(self.logits(firsts)), right


def ece(confidence, right, w):
    """Expected calibration error over bins of equal width."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    error = 0.0
    for i in range(BINS):
        gap = np.sum((w * (confidence - right))[bins == i])
        error += abs(gap) / w.sum()
    return error


def auroc(confidence, right, w):
    """Chance that a right answer is more confident than a wrong one."""
    order = np.argsort(confidence, kind="stable")
    below = np.cumsum(np.where(right[order], 0, w[order]))
    return np.sum((w[order] * below)[right[order]]) / (w[right].sum() * w[~right].sum())


def quantile(values, w, q):
    """The least value at or below which a share q of the weight lies."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(w[order]) / w.sum()
    return values[order][np.searchsorted(below, q)]


def share(mask):
    return float(mask.mean()) if len(mask) else float("nan")


def judged_by_others(names, questions, mix=MIX):
    """Confidence and correctness of each question's first answer, by fits without its article."""
    confidence, right = np.zeros(len(questions)), np.zeros(len(questions), dtype=bool)
    numbers = folds(questions)
    for fold in range(FOLDS):
        inside = np.flatnonzero(numbers == fold)
        model = Model(names, [q for q, n in zip(questions, numbers) if n != fold], mix)
        confidence[inside], right[inside] = model.judge([questions[i] for i in inside])
    return confidence, right


def measure(questions, confidence, right, threshold):
    """Figures of one set of questions."""
    given = confidence >= threshold
    kind = np.array([question["kind"] for question in questions])
    answerable = kind == "answerable"
    w = mixed(questions)
    return {
        "questions": len(questions),
        "answerable": int(answerable.sum()),
        "ece": ece(confidence, right, w),
        "auroc": auroc(confidence, right, w),
        "rightFirst": share(right[answerable]),
        "givenOfAnswerable": share(given[answerable]),
        "rightOfGivenAnswerable": share(right[answerable & given]),
        "rightLost": share(~given[right]),
        "abstainedUnanswerable": share(~given[kind == "unanswerable"]),
        "abstainedAbsent": share(~given[kind == "absent"]),
    }


def rounded(figures):
    """Without the figures of kinds of questions that the data does not hold."""
    return {key: round(float(value), 4) for key, value in figures.items() if not np.isnan(value)}


def reliability(questions, confidence, right):
    w = mixed(questions)
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    for i in range(BINS):
        inside = bins == i
        if inside.any():
            print(
                f"  {i / BINS:.1f}-{(i + 1) / BINS:.1f}  n={inside.sum():4d}"
                f"  confidence {np.average(confidence[inside], weights=w[inside]):.3f}"
                f"  right {np.average(right[inside], weights=w[inside]):.3f}"
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("features", help="JSON lines of CalibrationFeatures")
    parser.add_argument("--samples", required=True, help="JSON lines of SampleFeatures")
    parser.add_argument("--held-out", help="JSON lines to judge with what was fitted on the others")
    parser.add_argument("--model", required=True, help="the reader's model.json")
    parser.add_argument("--data", required=True, help="in words: what the features were made from")
    parser.add_argument("--out", required=True, help="calibration.json to write")
    parser.add_argument("--leave-out", nargs="*", default=LEFT_OUT, help="features not to use")
    arguments = parser.parse_args()

    questions = load(arguments.features) + load(arguments.samples, samples=True)
    names = [n for n in questions[0]["answers"][0]["features"] if n not in arguments.leave_out]
    confidence, right = judged_by_others(names, questions)
    w = mixed(questions)
    threshold = round(float(quantile(confidence[right], w[right], RIGHT_LOST)), 3)
    model = Model(names, questions)
    measured = {}
    for of, samples in ("", False), ("Samples", True):
        at = [i for i, question in enumerate(questions) if question["samples"] == samples]
        figures = measure([questions[i] for i in at], confidence[at], right[at], threshold)
        measured |= {name + of: value for name, value in figures.items()}
    if arguments.held_out:
        held_out = load(arguments.held_out)
        figures = measure(held_out, *model.judge(held_out), threshold)
        measured |= {name + "HeldOut": value for name, value in figures.items()}
    measured = rounded(measured)

    with open(arguments.model, encoding="utf-8") as file:
        manifest = json.load(file)
    calibration = {
        "reader": manifest["name"],
        "readerSha256": manifest["sha256"],
        "bias": round(float(model.bias), 6),
        "features": [
            {
                "name": name,
                "mean": round(float(mean), 6),
                "scale": round(float(scale), 6),
                "weight": round(float(weight), 6),
            }
            for name, mean, scale, weight in zip(names, model.mean, model.scale, model.weights)
        ],
        "threshold": threshold,
        "fittedOn": f"{arguments.data}, and the samples: {len(questions)} questions; measured by "
        f"{FOLDS}-fold cross-validation by article, but for what was held out",
        "measured": measured,
    }
    with open(arguments.out, "w", encoding="utf-8") as file:
        json.dump(calibration, file, indent=2, allow_nan=False)
        file.write("\n")

    for name, weight in sorted(zip(names, model.weights), key=lambda pair: -abs(pair[1])):
        print(f"{name:12s} {weight:+.3f}")
    print(f"threshold {threshold}")
    print("measured", json.dumps(measured))
    reliability(questions, confidence, right)


if __name__ == "__main__":
    main()
