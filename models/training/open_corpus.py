"""What is told of the questions that io.passim.rank.OpenCorpus wrote. Needs no package."""

import json

from passim_reader.squad import f1

RIGHT = 0.8  # the least F1 of a right answer
RIGHT_LOST = 0.10  # share of the right answers that may be held back
ACCURACY = 0.8


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def best(question):
    """What the product would answer if it had to: the surest candidate of the shipped ranker."""
    return question["ranked"][0]["text"] if question["ranked"] else ""


def highest(question):
    """The candidate with the reader's highest score."""
    return question["found"][0]["text"] if question["found"] else ""


def is_right(text, answers):
    return bool(answers) and f1(text, answers) >= RIGHT


def cause(question, ranking):
    """Why the ranker's best candidate is wrong, or that it is right."""
    rank = question["ranks"][ranking]
    if is_right(best(question), question["answers"]):
        return "right"
    if rank == 0:
        return "not retrieved"
    if rank > question["read"]:
        return "not read"
    below = any(is_right(other["text"], question["answers"]) for other in question["ranked"][1:])
    return "ranked below" if below else "wrong span"


def claims(questions):
    """How sure the ranker's best candidate is, whether it is right, and whether anything could be."""
    return [
        (
            question["ranked"][0]["confidence"] if question["ranked"] else 0.0,
            is_right(best(question), question["answers"]),
            bool(question["answers"]),
        )
        for question in questions
    ]


def threshold_losing(lost, claimed):
    """The confidence below which so great a share of the right answers lies, and no more; None without any."""
    right = sorted(confidence for confidence, is_right, _ in claimed if is_right)
    return right[min(int(lost * len(right)), len(right) - 1)] if right else None


def held_back(claimed, threshold):
    """Share of the questions without an answer that are not answered at that threshold; None without any."""
    unanswerable = [confidence for confidence, _, answerable in claimed if not answerable]
    return sum(c < threshold for c in unanswerable) / len(unanswerable) if unanswerable else None


def coverage_at(accuracy, claimed):
    """Largest share of all questions that can be answered, surest first, with so many of them right; 0 if none."""
    ordered = sorted(claimed, key=lambda claim: -claim[0])
    covered = right = 0
    for number, (confidence, is_right, _) in enumerate(ordered, 1):
        right += is_right
        tied = number < len(ordered) and ordered[number][0] == confidence
        if not tied and right / number >= accuracy:
            covered = number
    return covered / len(ordered) if ordered else 0.0
