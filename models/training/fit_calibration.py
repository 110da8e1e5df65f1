"""Fits the calibrator of a reader: features of an answer -> probability that it is right.

Reads the JSON lines that io.passim.rank.CalibrationFeatures writes, one question each, and writes
calibration.json. Every second article is fitted on, the others are reported on; no question is in
both. See README.md beside this file.
"""

import argparse
import json

import numpy as np

PENALTY = 1.0  # L2, on standardised features
RIGHT_LOST = 0.10  # share of the right answers that the threshold may hold back
BINS = 10
# What people ask, as shares: answered by the documents; not answered, though made to look so;
# about something the documents do not speak of.
MIX = {"answerable": 0.6, "unanswerable": 0.25, "absent": 0.15}


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def split(questions):
    """Every second article, in file order, within each kind of question's own file."""
    articles = {"asked": [], "absent": []}
    for question in questions:
        origin = "absent" if question["kind"] == "absent" else "asked"
        if question["article"] not in articles[origin]:
            articles[origin].append(question["article"])
    fitted = set(articles["asked"][::2]) | set(articles["absent"][::2])
    fit = [q for q in questions if q["article"] in fitted]
    report = [q for q in questions if q["article"] not in fitted]
    return fit, report


def matrix(answers, names):
    return np.array([[answer["features"][name] for name in names] for answer in answers])


def sigmoid(logits):
    return 1 / (1 + np.exp(-np.clip(logits, -500, 500)))


def mixed(questions):
    """A weight for each question, so that the kinds have the shares of MIX; mean 1."""
    kinds = [question["kind"] for question in questions]
    weights = np.array([MIX[kind] / kinds.count(kind) for kind in kinds])
    return weights / weights.mean()


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

    def __init__(self, names, questions):
        self.names = names
        shares = mixed(questions)
        answers = [answer for question in questions for answer in question["answers"]]
        w = np.repeat(shares, [len(question["answers"]) for question in questions])
        x = matrix(answers, names)
        y = np.array([answer["right"] for answer in answers], dtype=float)
        self.mean = x.mean(axis=0)
        self.scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
        weights = logistic((x - self.mean) / self.scale, y, w, PENALTY)
        self.weights, self.bias = weights[:-1], weights[-1]
        firsts = [self.first(question) for question in questions]
        right = np.array([answer["right"] for answer in firsts], dtype=float)
        slope, offset = logistic(self.logits(firsts)[:, None], right, shares, 1e-6)
        if slope <= 0:
            raise SystemExit("the features do not tell right answers from wrong ones")
        self.weights, self.bias = slope * self.weights, slope * self.bias + offset

    def logits(self, answers):
        x = matrix(answers, self.names)
        return ((x - self.mean) / self.scale) @ self.weights + self.bias

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


def auroc(confidence, right):
    """Chance that a right answer is more confident than a wrong one."""
    order = np.argsort(np.argsort(confidence, kind="stable"), kind="stable") + 1
    positive, negative = right.sum(), (~right).sum()
    return (order[right].sum() - positive * (positive + 1) / 2) / (positive * negative)


def share(mask):
    return float(mask.mean()) if len(mask) else float("nan")


def measure(model, questions, threshold):
    confidence, right = model.judge(questions)
    given = confidence >= threshold
    kind = np.array([question["kind"] for question in questions])
    score_first = np.array([question["answers"][0]["right"] for question in questions])
    answerable = kind == "answerable"
    return {
        "questions": len(questions),
        "answerable": int(answerable.sum()),
        "ece": ece(confidence, right, mixed(questions)),
        "eceUnweighted": ece(confidence, right, np.ones(len(right))),
        "eceAnswerable": ece(confidence[answerable], right[answerable], np.ones(answerable.sum())),
        "auroc": auroc(confidence, right),
        "aurocAnswerable": auroc(confidence[answerable], right[answerable]),
        "rightFirst": share(right[answerable]),
        "rightFirstByScoreAlone": share(score_first[answerable]),
        "givenOfAnswerable": share(given[answerable]),
        "rightOfGivenAnswerable": share(right[answerable & given]),
        "rightLost": share(~given[right]),
        "abstainedUnanswerable": share(~given[kind == "unanswerable"]),
        "abstainedAbsent": share(~given[kind == "absent"]),
    }


def rounded(figures):
    """Without the figures of kinds of questions that the data does not hold."""
    return {key: round(float(value), 4) for key, value in figures.items() if not np.isnan(value)}


def reliability(model, questions):
    confidence, right = model.judge(questions)
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
    parser.add_argument("--model", required=True, help="the reader's model.json")
    parser.add_argument("--data", required=True, help="in words: what the features were made from")
    parser.add_argument("--out", required=True, help="calibration.json to write")
    parser.add_argument("--leave-out", nargs="*", default=[], help="features not to use")
    arguments = parser.parse_args()

    questions = [question for question in load(arguments.features) if question["answers"]]
    fit, report = split(questions)
    names = [n for n in questions[0]["answers"][0]["features"] if n not in arguments.leave_out]
    model = Model(names, fit)
    confidence, right = model.judge(fit)
    threshold = round(float(np.quantile(confidence[right], RIGHT_LOST)), 3)
    measured = rounded(measure(model, report, threshold))

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
        "fittedOn": f"{arguments.data}: {len(fit)} questions fitted on, "
        f"{len(report)} of other articles measured",
        "measured": measured,
    }
    with open(arguments.out, "w", encoding="utf-8") as file:
        json.dump(calibration, file, indent=2, allow_nan=False)
        file.write("\n")

    for name, weight in sorted(zip(names, model.weights), key=lambda pair: -abs(pair[1])):
        print(f"{name:12s} {weight:+.3f}")
    print(f"threshold {threshold}")
    print("fitted on", json.dumps(rounded(measure(model, fit, threshold))))
    print("measured ", json.dumps(measured))
    reliability(model, report)


if __name__ == "__main__":
    main()
