"""Training examples: windows of a paragraph, each with the question's answer marked or none.

Every answerable question is asked once of a window that holds its answer. Beside it, by shares that the recipe
gives, questions without an answer: of another paragraph of the same article (the one that shares most words), of a
paragraph that BM25 finds for the question in the whole set, of the paragraph without the sentence that answers, and
changed questions (perturb.py) of the right paragraph.
"""

import hashlib
import random
import re
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy
from tokenizers import Tokenizer

from .perturb import Perturber
from .squad import Paragraph, Question, Source

CLS, SEP = "[CLS]", "[SEP]"
BM25_DEPTH = 10


@dataclass(frozen=True)
class Asked:
    """A question and a text; `start` and `end` are its answer's characters, None if it has none."""

    question: str
    text: str
    start: int | None
    end: int | None


@dataclass
class Examples:
    """Token ids, one example after another; `ends` says where each ends, `context` where its passage begins."""

    ids: numpy.ndarray
    ends: numpy.ndarray
    context: numpy.ndarray
    start: numpy.ndarray
    end: numpy.ndarray

    def __len__(self) -> int:
        return len(self.ends)

    def row(self, index: int) -> numpy.ndarray:
        return self.ids[self.ends[index - 1] if index else 0 : self.ends[index]]


def asked(paragraphs: list[Paragraph], shares: dict[str, float], seed: int) -> list[Asked]:
    """All questions of one pass over the data, in random order.

    `shares`: how many of each kind of question without an answer, per answerable one: `article`, `bm25`,
    `sentence`, `perturbed`.
    """
    choice = random.Random(seed)
    articles: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        articles.setdefault(paragraph.article, []).append(paragraph)
    perturbers = {
        number: Perturber([p.text for p in members], [q.text for p in members for q in p.questions])
        for number, members in articles.items()
    }
    result, for_bm25 = [], []
    for paragraph in paragraphs:
        for question in paragraph.questions:
            if not question.answers:
                result.append(Asked(question.text, paragraph.text, None, None))
                continue
            answer, start = question.answers[0]
            result.append(Asked(question.text, paragraph.text, start, start + len(answer)))
            if choice.random() < shares.get("article", 0):
                other = _same_article(question, paragraph, articles[paragraph.article], choice)
                if other:
                    result.append(Asked(question.text, other.text, None, None))
            if choice.random() < shares.get("sentence", 0):
                rest = _without_sentence(paragraph.text, start, answer)
                if rest:
                    result.append(Asked(question.text, rest, None, None))
            if choice.random() < shares.get("perturbed", 0):
                changed = perturbers[paragraph.article].perturb(question.text, paragraph.text, answer, choice)
                if changed:
                    result.append(Asked(changed, paragraph.text, None, None))
            if choice.random() < shares.get("bm25", 0):
                for_bm25.append((question, paragraph, answer))
    result.extend(_bm25(for_bm25, paragraphs, choice))
    choice.shuffle(result)
    return result


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))


def _same_article(question: Question, own: Paragraph, members: list[Paragraph], choice) -> Paragraph | None:
    """One of the three other paragraphs that share most of the question's words, without its answer."""
    words, answer = _words(question.text), question.answers[0][0].lower()
    others = {p.text: p for p in members if p.text != own.text and answer not in p.text.lower()}.values()
    nearest = sorted(others, key=lambda p: (-len(words & _words(p.text)), p.text))[:3]
    return choice.choice(nearest) if nearest else None


def _without_sentence(text: str, start: int, answer: str) -> str | None:
    bounds = [0, *(m.end() for m in re.finditer(r"[.!?]['\")\]]*\s+(?=[A-Z0-9\"'(])", text)), len(text)]
    for left, right in zip(bounds, bounds[1:]):
        if left <= start < right:
            rest = (text[:left] + text[right:]).strip()
            return rest if len(rest) >= 100 and answer.lower() not in rest.lower() else None
    return None


def _bm25(questions: list, paragraphs: list[Paragraph], choice) -> list[Asked]:
    if not questions:
        return []
    paragraphs = list({p.text: p for p in paragraphs}.values())
    index = bm25s.BM25()
    index.index(bm25s.tokenize([p.text for p in paragraphs], stopwords="en", show_progress=False), show_progress=False)
    queries = bm25s.tokenize([q.text for q, _, _ in questions], stopwords="en", show_progress=False)
    found, _ = index.retrieve(queries, k=BM25_DEPTH, show_progress=False)
    result = []
    for (question, own, answer), ranked in zip(questions, found):
        wrong = [p for p in (paragraphs[i] for i in ranked) if p.text != own.text and answer.lower() not in p.text.lower()]
        if wrong:
            result.append(Asked(question.text, choice.choice(wrong[:5]).text, None, None))
    return result


def tokenised(questions: list[Asked], tokenizer: Tokenizer, form: "Form") -> Examples:
    """Windows of at most the form's length, placed at random where a text is longer, its answer inside."""
    choice = random.Random(form.seed)
    cls, sep = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    asked_ids = [e.ids[: form.question_tokens] for e in _encoded(tokenizer, [q.question for q in questions])]
    rows, context, starts, ends = [], [], [], []
    for question, head, passage in zip(questions, asked_ids, _encoded(tokenizer, [q.text for q in questions])):
        room = form.length - len(head) - 3
        span = _token_span(passage.offsets, question)
        if span is None:
            continue
        first = _first_token(len(passage.ids), room, span, choice)
        prefix = [cls, *head, sep]
        rows.append(numpy.array([*prefix, *passage.ids[first : first + room], sep], dtype=numpy.int32))
        context.append(len(prefix))
        start, end = (0, 0) if span == (-1, -1) else (span[0] - first + len(prefix), span[1] - first + len(prefix))
        starts.append(start)
        ends.append(min(end, len(rows[-1]) - 2))
    return Examples(
        numpy.concatenate(rows),
        numpy.cumsum([len(row) for row in rows]),
        numpy.array(context, dtype=numpy.int32),
        numpy.array(starts, dtype=numpy.int32),
        numpy.array(ends, dtype=numpy.int32),
    )


def _encoded(tokenizer: Tokenizer, texts: list[str]):
    for at in range(0, len(texts), 4096):
        yield from tokenizer.encode_batch(texts[at : at + 4096], add_special_tokens=False)


def _token_span(offsets: list[tuple[int, int]], question: Asked) -> tuple[int, int] | None:
    """First and last token of the answer; (-1, -1) if there is none to find, None if it matches no token."""
    if question.start is None:
        return -1, -1
    inside = [i for i, (left, right) in enumerate(offsets) if left < question.end and right > question.start]
    return (inside[0], inside[-1]) if inside else None


def _first_token(tokens: int, room: int, span: tuple[int, int], choice) -> int:
    if tokens <= room:
        return 0
    if span == (-1, -1):
        return choice.randint(0, tokens - room)
    low, high = max(0, span[1] - room + 1), min(span[0], tokens - room)
    return choice.randint(low, high) if low <= high else min(span[0], tokens - room)


@dataclass(frozen=True)
class Form:
    """What examples are made like: shares of questions without an answer, lengths in tokens."""

    shares: dict[str, float]
    length: int
    question_tokens: int
    seed: int


def cached(folder: Path, data: Path, sources: list[Source], tokenizer: Tokenizer, form: Form) -> Examples:
    """The examples of `sources`, made once and kept in `folder` under a key of everything they depend on."""
    key = hashlib.sha256(repr((sorted(form.shares.items()), form.length, form.question_tokens, form.seed)).encode())
    key.update((repr(sources) + tokenizer.to_str()).encode())
    for path in [*(data / s.file for s in sources), Path(__file__), Path(__file__).with_name("perturb.py")]:
        key.update(path.read_bytes())
    target = folder / f"examples-{form.length}-{key.hexdigest()[:16]}.npz"
    if not target.exists():
        paragraphs: list[Paragraph] = []
        for source in sources:
            after = 1 + max((p.article for p in paragraphs), default=-1)
            paragraphs += [Paragraph(p.article + after, p.text, p.questions) for p in source.load(data)]
        made = tokenised(asked(paragraphs, form.shares, form.seed), tokenizer, form)
        folder.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(".part.npz")
        numpy.savez(temporary, **vars(made))
        temporary.rename(target)
    with numpy.load(target) as arrays:
        return Examples(**arrays)
