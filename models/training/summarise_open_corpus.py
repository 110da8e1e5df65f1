"""Sums up what io.passim.rank.OpenCorpus wrote: the tables of the README's "Open corpus".

End to end and the causes are those of the candidate that the shipped ranker is surest of, which is
what people get. How much of the unanswerable questions is held back is told twice, each time at the
confidence below which a tenth of the right answers lies: by the shipped calibration, and by one with
the same features that is fitted on these questions themselves, cross-validated by article.
"""

import argparse
from collections import Counter
from pathlib import Path

import fit_calibration as fit
import numpy as np
from open_corpus import ACCURACY, RIGHT_LOST, best, cause, claims, coverage_at, held_back, highest, load, threshold_losing
from passim_reader.squad import exact_match, f1, load as load_squad

MIX = {"answerable": 0.7, "unanswerable": 0.3}  # weights of the fit


def percent(values):
    return f"{100 * sum(values) / len(values):.1f}"


def scores(questions, predicted):
    pairs = [(predicted(question), question["answers"]) for question in questions]
    return f"F1 {percent([f1(*pair) for pair in pairs])} / EM {percent([exact_match(*pair) for pair in pairs])}"


def summarise(questions, ranking):
    for name in questions[0]["ranks"]:
        ranks = [question["ranks"][name] for question in questions]
        recalls = [f"@{k} {percent([0 < rank <= k for rank in ranks])}" for k in (1, 5, 20)]
        print(f"  {name:12s}", *recalls, "MRR", percent([1 / rank if rank else 0 for rank in ranks]))
    print("  end to end       ", scores(questions, best))
    print("  highest raw score", scores(questions, highest))
    if "own" in questions[0]:
        print("  own paragraph    ", scores(questions, lambda question: question["own"]))
    print("  passages with it ", scores(questions, lambda question: question["given"]))
    print("  plain pipeline   ", scores(questions, lambda question: question["plain"]))
    for count in questions[0].get("ofPassages", {}):
        print(f"  all of {count:>2s} read   ",
              scores(questions, lambda question: (question["ofPassages"][count] or [{"text": ""}])[0]["text"]))
    print(f"  passages read     {np.mean([question['read'] for question in questions]):.1f}")
    for what, count in Counter(cause(question, ranking) for question in questions).most_common():
        print(f"  {what:17s} {100 * count / len(questions):.1f} %")


def read_own_paragraphs(questions, reader, data):
    """Adds what the reader of a folder answers to each question, given the paragraph that it was written about."""
    from passim_reader.evaluate import Reader

    of = {q.id: paragraph for file in {question["file"] for question in questions}
          for paragraph in load_squad(data / file) for q in paragraph.questions}
    model = Reader(reader / "model.onnx", reader / "tokenizer.json")
    for question in questions:
        question["own"], _ = model.read(question["question"], of[question["id"]].text)


def shipped(questions):
    """The same two figures by the confidence that people are shown."""
    claimed = claims(questions)
    threshold = threshold_losing(RIGHT_LOST, claimed)
    if threshold is None:
        print("by the shipped calibration no answer is right")
        return
    held = held_back(claimed, threshold)
    confidence, right = (np.array(values) for values in list(zip(*claimed))[:2])
    w = np.ones(len(claimed))
    print("by the shipped calibration:")
    print(f"  calibration error {fit.ece(confidence, right, w):.3f}, AUROC {fit.auroc(confidence, right, w):.3f}")
    print(f"  threshold where a tenth of the right answers is lost: {threshold:.3f}")
    print(f"  unanswerable questions held back there: {'none there' if held is None else f'{100 * held:.1f} %'}")
    print(f"  answered such that 80 % of the answers are right: {100 * coverage_at(ACCURACY, claimed):.1f} %")


def refitted(questions):
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
    print("by a calibration fitted on these questions, cross-validated by article:")
    print(f"  of {(~answerable).sum()} unanswerable questions held back where a tenth of the right answers is lost:",
          f"{100 * np.mean(confidence[~answerable] < threshold):.1f} %")
    order = np.argsort(-confidence)
    accuracy = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    covered = np.flatnonzero(accuracy >= ACCURACY)
    print(f"  answered such that 80 % of the answers are right: {100 * (covered[-1] + 1) / len(order):.1f} %"
          if len(covered) else "  80 % of the answers are never right")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", help="JSON lines of OpenCorpus")
    parser.add_argument("--ranking", default="hybrid 1.75", help="the one that is read")
    parser.add_argument("--reader", type=Path, help="folder of the reader, which then reads each own paragraph too")
    parser.add_argument("--data", type=Path, help="folder of the files that were asked")
    arguments = parser.parse_args()
    questions = load(arguments.questions)
    if arguments.reader:
        read_own_paragraphs(questions, arguments.reader, arguments.data)
    for file in sorted({question["file"] for question in questions}):
        answerable = [question for question in questions if question["file"] == file and question["answers"]]
        print(f"{file}: {len(answerable)} answerable questions")
        summarise(answerable, arguments.ranking)
    shipped(questions)
    refitted(questions)


if __name__ == "__main__":
    main()
