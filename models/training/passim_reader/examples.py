"""Training examples: windows of a paragraph, each with the question's answer marked or none.

Every answerable question is asked once of a window that holds its answer. Beside it, by shares that the recipe
gives, questions without an answer: of another paragraph of the same article (the one that shares most words), of a
paragraph that BM25 finds for the question in the whole set, of the paragraph without the sentence that answers, and
changed questions (perturb.py) of the right paragraph.

Examples may come in groups: a question is then asked of some more paragraphs that BM25 finds, as Passim asks it of all
that it retrieves.
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
NEAREST = 5  # of what BM25 finds, so many are chosen from


@dataclass(frozen=True)
class Asked:
    """A question and a text; `start` and `end` are its answer's characters, None if it has none."""

    question: str
    text: str
    start: int | None
    end: int | None


@dataclass
class Examples:
    """Token ids, one example after another; `ends` says where each ends, `context` where its passage begins. Each `group`
    of them asks one question; only the first of a group may have an answer."""

    ids: numpy.ndarray
    ends: numpy.ndarray
    context: numpy.ndarray
    start: numpy.ndarray
    end: numpy.ndarray
    group: int = 1

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
    found = retrieved([(question.text, own.text, answer) for question, own, answer in questions], paragraphs)
    return [Asked(question.text, choice.choice(wrong[:NEAREST]), None, None) for (question, _, _), wrong in zip(questions, found) if wrong]


def retrieved(questions: list[tuple[str, str, str]], paragraphs: list[Paragraph]) -> list[list[str]]:
    """What BM25 finds for questions, best first, less what may answer: their own texts and those that hold the answers."""
    if not questions:
        return []
    texts = list(dict.fromkeys(p.text for p in paragraphs))
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    queries = bm25s.tokenize([question for question, _, _ in questions], stopwords="en", show_progress=False)
    found, _ = index.retrieve(queries, k=min(BM25_DEPTH, len(texts)), show_progress=False)
    return [
        [text for text in (texts[i] for i in ranked) if text != own and not (answer and answer.lower() in text.lower())]
        for (_, own, answer), ranked in zip(questions, found)
    ]


def grouped(questions: list[Asked], paragraphs: list[Paragraph], passages: int, seed: int) -> list[list[Asked]]:
    """Each question together with `passages` - 1 wrong texts that it is asked of too; without those that find too few."""
    if passages == 1:
        return [[question] for question in questions]
    choice = random.Random(seed)
    wrong = retrieved([(q.question, q.text, q.text[q.start : q.end] if q.start is not None else "") for q in questions], paragraphs)
    return [
        [question, *(Asked(question.question, text, None, None) for text in choice.sample(texts[:NEAREST], passages - 1))]
        for question, texts in zip(questions, wrong)
        if len(texts) >= passages - 1
    ]


def tokenised(groups: list[list[Asked]], tokenizer: Tokenizer, form: "Form") -> Examples:
    """Windows of at most the form's length, placed at random where a text is longer, its answer inside; groups whose
    answer matches no token are left out."""
    questions = [question for group in groups for question in group]
    choice = random.Random(form.seed)
    cls, sep = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    asked_ids = [e.ids[: form.question_tokens] for e in _encoded(tokenizer, [q.question for q in questions])]
    rows, context, starts, ends = [], [], [], []
    left_out = False
    passages = _encoded(tokenizer, [q.text for q in questions])
    for at, (question, head, passage) in enumerate(zip(questions, asked_ids, passages)):
        room = form.length - len(head) - 3
        span = _token_span(passage.offsets, question)
        if at % form.passages == 0:
            left_out = span is None
        if left_out or span is None:
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
        form.passages,
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
    """What examples are made like: shares of questions without an answer, lengths in tokens, passages a question."""

    shares: dict[str, float]
    length: int
    question_tokens: int
    seed: int
    passages: int = 1


def cached(folder: Path, data: Path, sources: list[Source], tokenizer: Tokenizer, form: Form) -> Examples:
    """The examples of `sources`, made once and kept in `folder` under a key of everything they depend on."""
    key = hashlib.sha256(repr((sorted(form.shares.items()), form.length, form.question_tokens, form.seed, form.passages)).encode())
    key.update((repr(sources) + tokenizer.to_str()).encode())
    for path in [*(data / s.file for s in sources), Path(__file__), Path(__file__).with_name("perturb.py")]:
        key.update(path.read_bytes())
    target = folder / f"examples-{form.length}-{key.hexdigest()[:16]}.npz"
    if not target.exists():
        paragraphs: list[Paragraph] = []
        for source in sources:
            after = 1 + max((p.article for p in paragraphs), default=-1)
            paragraphs += [Paragraph(p.article + after, p.text, p.questions) for p in source.load(data)]
        questions = asked(paragraphs, form.shares, form.seed)
        made = tokenised(grouped(questions, paragraphs, form.passages, form.seed), tokenizer, form)
        folder.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(".part.npz")
        numpy.savez(temporary, **vars(made))
        temporary.rename(target)
    with numpy.load(target) as arrays:
        return Examples(**{**arrays, "group": int(arrays["group"])})
