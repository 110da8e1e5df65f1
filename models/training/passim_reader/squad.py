"""SQuAD-format files, and SQuAD's own measures of an answer."""

import collections
import gzip
import json
import re
import string
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Question:
    """A question about one paragraph; `answers` are (text, start) pairs, none if it has no answer there."""

    id: str
    text: str
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Paragraph:
    article: int
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Source:
    """A file in SQuAD format, or the articles `first` to `last` (exclusive) of it, `repeat` times over."""

    file: str
    first: int = 0
    last: int | None = None
    repeat: int = 1

    @property
    def name(self) -> str:
        """What it is, for people; articles are counted from 1."""
        if not self.first and self.last is None:
            return self.file
        return f"{self.file}, articles from {self.first + 1}" + (f" to {self.last}" if self.last else "")

    def load(self, folder: Path) -> list[Paragraph]:
        return load(folder / self.file, slice(self.first, self.last)) * self.repeat


def read(path: Path) -> list[dict]:
    """The articles of a file, which may be gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return json.load(file)["data"]


def load(path: Path, articles: slice = slice(None)) -> list[Paragraph]:
    """Every paragraph of a file's articles, in order. `path` may be gzipped."""
    return [
        Paragraph(number, paragraph["context"], tuple(_question(qa) for qa in paragraph["qas"]))
        for number, article in list(enumerate(read(path)))[articles]
        for paragraph in article["paragraphs"]
    ]


def _question(qa: dict) -> Question:
    answers = () if qa.get("is_impossible") else qa["answers"]
    return Question(str(qa["id"]), qa["question"].strip(), tuple((a["text"], a["answer_start"]) for a in answers))


def normalise(text: str) -> str:
    """As SQuAD's evaluation does: lower case, no punctuation, no English articles, single spaces."""
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def exact_match(answer: str, references: list[str]) -> float:
    return float(any(normalise(answer) == normalise(reference) for reference in references))


def f1(answer: str, references: list[str]) -> float:
    """Word F1 with the best reference; an empty answer is right exactly if the reference is empty."""
    return max(_f1(normalise(answer).split(), normalise(reference).split()) for reference in references)


def _f1(answer: list[str], reference: list[str]) -> float:
    if not answer or not reference:
        return float(answer == reference)
    common = sum((collections.Counter(answer) & collections.Counter(reference)).values())
    return 2 * common / (len(answer) + len(reference))
