"""Sums up what io.passim.rank.OpenCorpus wrote: the tables of the README's "Open corpus".

How much of the unanswerable questions is held back is found with the features of the calibrator,
fitted on these questions themselves and cross-validated by article, at the confidence below which
a tenth of the right answers lies.
"""

import argparse
import json
from collections import Counter

import fit_calibration as fit
import numpy as np
from passim_reader.squad import exact_match, f1

RIGHT = 0.8  # the least F1 of a right answer
RIGHT_LOST = 0.10
MIX = {"answerable": 0.7, "unanswerable": 0.3}  # weights of the fit


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def percent(values):
    return f"{100 * sum(values) / len(values):.1f}"


def scores(questions, predicted):
    pairs = [(predicted(question), question["answers"]) for question in questions]
    return f"F1 {percent([f1(*pair) for pair in pairs])} / EM {percent([exact_match(*pair) for pair in pairs])}"


def first(question):
    return question["found"][0]["text"] if question["found"] else ""


def cause(question, ranking):
    """Why the first answer is wrong, or that it is right."""
    rank = question["ranks"][ranking]
    if f1(first(question), question["answers"]) >= RIGHT:
        return "right"
    if rank == 0:
        return "not retrieved"
    if rank > question["read"]:
        return "not read"
    others = question["found"][1:]
    below = any(f1(other["text"], question["answers"]) >= RIGHT for other in others)
    return "ranked below" if below else "wrong span"


def summarise(questions, ranking):
    for name in questions[0]["ranks"]:
        ranks = [question["ranks"][name] for question in questions]
        recalls = [f"@{k} {percent([0 < rank <= k for rank in ranks])}" for k in (1, 5, 20)]
        print(f"  {name:12s}", *recalls, "MRR", percent([1 / rank if rank else 0 for rank in ranks]))
    print("  end to end       ", scores(questions, first))
    print("  right passages   ", scores(questions, lambda question: question["given"]))
    print("  plain pipeline   ", scores(questions, lambda question: question["plain"]))
    print(f"  passages read     {np.mean([question['read'] for question in questions]):.1f}")
    for what, count in Counter(cause(question, ranking) for question in questions).most_common():
        print(f"  {what:17s} {100 * count / len(questions):.1f} %")


def held_back(questions):
    """Of the unanswerable questions, how many, and what of all is answered at 80 % right answers."""
    fitted = []
    for question in questions:
        answers = [
            {"features": answer["features"], "right": answer["right"] and bool(question["answers"])}
            for answer in question["found"]
        ]
        kind = "answerable" if question["answers"] else "unanswerable"
        article = question["article"]
        fitted.append({"article": article, "kind": kind, "samples": False, "answers": answers})
    fitted = [question for question in fitted if question["answers"]]
    names = list(fitted[0]["answers"][0]["features"])
    confidence, right = fit.judged_by_others(names, fitted, MIX)
    answerable = np.array([question["kind"] == "answerable" for question in fitted])
    threshold = np.quantile(confidence[right], RIGHT_LOST)
    print(f"of {(~answerable).sum()} unanswerable questions held back where a tenth of the right answers is lost:",
          f"{100 * np.mean(confidence[~answerable] < threshold):.1f} %")
    order = np.argsort(-confidence)
    accuracy = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    covered = np.flatnonzero(accuracy >= 0.8)
    print(f"answered such that 80 % of the answers are right: {100 * (covered[-1] + 1) / len(order):.1f} %"
          if len(covered) else "80 % of the answers are never right")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", help="JSON lines of OpenCorpus")
    parser.add_argument("--ranking", default="hybrid 1.75", help="the one that is read")
    arguments = parser.parse_args()
    questions = load(arguments.questions)
    for file in sorted({question["file"] for question in questions}):
        answerable = [question for question in questions if question["file"] == file and question["answers"]]
        print(f"{file}: {len(answerable)} answerable questions")
        summarise(answerable, arguments.ranking)
    held_back(questions)


if __name__ == "__main__":
    main()
