"""A smaller encoder out of a large one: some of its layers, and of its vocabulary what some languages need."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertForQuestionAnswering

from . import documents, wordpiece
from .squad import Source

ROOT = Path(__file__).resolve().parents[3]
BATCH = 4096


@dataclass(frozen=True)
class Vocabulary:
    """`size` pieces: those that are most frequent in the texts of each language, by its ISO 639-1 code.

    `data` names files in SQuAD's format. `documents` is a folder of this repository with a folder for each language,
    whose text, Markdown and HTML files are read as well.
    """

    size: int
    data: dict[str, list[Source]]
    documents: str | None = None

    @staticmethod
    def of(fields: dict) -> "Vocabulary":
        """As a recipe's table says it."""
        data = {language: [Source(**source) for source in sources] for language, sources in fields["data"].items()}
        return Vocabulary(**{**fields, "data": data})

    def texts(self, language: str, folder: Path) -> list[str]:
        """Paragraphs, their questions, and documents."""
        paragraphs = [p for source in self.data[language] for p in source.load(folder)]
        texts = [text for p in paragraphs for text in (p.text, *(q.text for q in p.questions))]
        return texts + (list(documents.texts(ROOT / self.documents / language)) if self.documents else [])


def with_layers(model: BertForQuestionAnswering, layers: tuple[int, ...]) -> None:
    """Keeps these of the layers, counted from 0, in this order."""
    model.bert.encoder.layer = torch.nn.ModuleList(model.bert.encoder.layer[i] for i in layers)
    model.config.num_hidden_layers = len(layers)


def with_vocabulary(
    model: BertForQuestionAnswering, tokenizer: Tokenizer, vocabulary: Vocabulary, folder: Path
) -> Tokenizer:
    """Keeps what `vocabulary` says of the token embeddings, and returns the tokenizer of what is left.

    `folder` holds the data.
    """
    counts = [count(tokenizer, vocabulary.texts(language, folder)) for language in sorted(vocabulary.data)]
    described = json.loads(tokenizer.to_str())
    ids = wordpiece.kept(wordpiece.pieces(described), counts, vocabulary.size)
    trimmed = Tokenizer.from_str(json.dumps(wordpiece.with_pieces(described, ids)))
    embeddings = model.bert.embeddings
    embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(
        embeddings.word_embeddings.weight.detach()[ids].clone(), freeze=False, padding_idx=trimmed.token_to_id("[PAD]"))
    model.config.vocab_size = len(ids)
    model.config.pad_token_id = trimmed.token_to_id("[PAD]")
    return trimmed


def count(tokenizer: Tokenizer, texts: list[str]) -> Counter[int]:
    """How often each id occurs."""
    ids: Counter[int] = Counter()
    for at in range(0, len(texts), BATCH):
        for encoding in tokenizer.encode_batch(texts[at : at + BATCH], add_special_tokens=False):
            ids.update(encoding.ids)
    return ids
