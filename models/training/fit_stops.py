"""Fits where reading may stop early, and writes it into a reader's model.json.

Reads the JSON lines that io.passim.rank.CalibrationFeatures writes with -Dexhaustive=true: the best score in every
retrieved passage. For each number of passages the stop is the least score such that, of the questions it ends, at most
CHANGED would have had a better answer in a passage left unread. See README.md beside this file.
"""

import argparse
import json
import math
from pathlib import Path

STEPS = (2, 4, 6, 8)
CHANGED = 0.01


def stops(questions: list[list[float]]) -> list[dict]:
    """`questions`: scores of each question's passages, best retrieved first."""
    found, left = [], questions
    for step in STEPS:
        score = least_score([(max(q[:step]), max(q[step:], default=float("-inf"))) for q in left])
        if score is not None:
            found.append({"passages": step, "score": math.ceil(100 * score) / 100})
            left = [q for q in left if max(q[:step]) < found[-1]["score"]]
    return found


def least_score(pairs: list[tuple[float, float]]) -> float | None:
    """The least score of a read passage from which a better unread one is rare enough; None if it never is."""
    best, ended, changed = None, 0, 0
    for read, unread in sorted(pairs, reverse=True):
        ended += 1
        changed += unread > read
        if changed <= CHANGED * ended:
            best = read
    return best


def report(questions: list[list[float]], found: list[dict]) -> dict:
    read, changed = 0, 0
    for scores in questions:
        end = next((s["passages"] for s in found if max(scores[: s["passages"]]) >= s["score"]), len(scores))
        read += min(end, len(scores))
        changed += max(scores) > max(scores[:end])
    count = len(questions)
    return {"questions": count, "passagesRead": round(read / count, 2), "answerChanged": round(changed / count, 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", type=Path, help="JSON lines of CalibrationFeatures, exhaustive")
    parser.add_argument("--model", type=Path, required=True, help="model.json to write into")
    arguments = parser.parse_args()
    lines = [json.loads(line) for line in arguments.features.read_text(encoding="utf-8").splitlines()]
    low = float("-inf")
    questions = [[low if s is None else s for s in line["passages"]] for line in lines if line["passages"]]
    # Every other article is fitted on, the rest measured on, to see what a bound promises that has not been seen.
    articles = sorted({line["article"] for line in lines})
    side = [articles.index(line["article"]) % 2 for line in lines if line["passages"]]
    for fitted in (0, 1):
        bound = stops([q for q, s in zip(questions, side) if s == fitted])
        print("on the other half:", json.dumps(report([q for q, s in zip(questions, side) if s != fitted], bound)))
    found = stops(questions)
    print(json.dumps(found), json.dumps(report(questions, found)))
    manifest = json.loads(arguments.model.read_text(encoding="utf-8"))
    manifest["stops"] = found
    arguments.model.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
