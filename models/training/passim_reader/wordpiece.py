"""WordPiece vocabularies and the `tokenizer.json` around them. Needs no package.

A vocabulary is trimmed by keeping some of its pieces. WordPiece takes the longest piece that matches (Wu et al. 2016),
so a text all of whose pieces are kept is split as before; where a piece is gone, shorter ones stand in, at worst single
characters.
"""

import unicodedata
from collections.abc import Mapping, Sequence

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
WITHIN_WORD = "##"
PLAIN = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "."}
"""Typographic characters that older vocabularies lack, and what stands for them, one character for one."""


def tokenizer_json(vocabulary: Sequence[str], lowercase: bool) -> dict:
    """BERT's tokenizer as Hugging Face's `tokenizers` reads it; a piece's id is its place in `vocabulary`.

    Accents are stripped where letters become lower case, as in the original. A typographic character without a piece is
    read as its plain one: the multilingual vocabulary lacks U+2019, the apostrophe of much French text.
    """
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    normalizer = {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
                  "lowercase": lowercase}
    replaced = [{"type": "Replace", "pattern": {"String": character}, "content": plain}
                for character, plain in PLAIN.items() if character not in ids and plain in ids]
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [
            {"id": ids[name], "content": name, "single_word": False, "lstrip": False, "rstrip": False,
             "normalized": False, "special": True}
            for name in sorted(SPECIAL, key=ids.__getitem__)],
        "normalizer": {"type": "Sequence", "normalizers": [*replaced, normalizer]} if replaced else normalizer,
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [_special("[CLS]", 0), _sequence("A", 0), _special("[SEP]", 0)],
            "pair": [
                _special("[CLS]", 0), _sequence("A", 0), _special("[SEP]", 0), _sequence("B", 1), _special("[SEP]", 1)],
            "special_tokens": {
                name: {"id": name, "ids": [ids[name]], "tokens": [name]} for name in ("[CLS]", "[SEP]")}},
        "decoder": {"type": "WordPiece", "prefix": WITHIN_WORD, "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": WITHIN_WORD,
                  "max_input_chars_per_word": 100, "vocab": ids},
    }


def _special(name: str, type_id: int) -> dict:
    return {"SpecialToken": {"id": name, "type_id": type_id}}


def _sequence(name: str, type_id: int) -> dict:
    return {"Sequence": {"id": name, "type_id": type_id}}


def pieces(tokenizer: dict) -> list[str]:
    """A `tokenizer.json`'s vocabulary in the order of its ids, which have no gaps."""
    ids = tokenizer["model"]["vocab"]
    ordered = sorted(ids, key=ids.__getitem__)
    if [ids[piece] for piece in ordered] != list(range(len(ids))):
        raise ValueError("the ids of the vocabulary are not those from 0 to its size")
    return ordered


def kept(vocabulary: Sequence[str], counts: Sequence[Mapping[int, int]], size: int) -> list[int]:
    """Which `size` ids to keep, ascending: special tokens and characters, then the most frequent pieces.

    `counts` holds, for each language, how often each id occurs in its texts; languages weigh the same however much text
    there is of each. Of two equally frequent pieces the lower id is kept: BERT's vocabularies begin with the frequent.
    Fewer than `size` remain if fewer occur.
    """
    always = [i for i, piece in enumerate(vocabulary) if piece in SPECIAL or _is_character(piece)]
    if len(always) > size:
        raise ValueError(f"{size} pieces are too few: special tokens and characters alone are {len(always)}")
    share: dict[int, float] = dict.fromkeys(always, 0.0)
    for language in counts:
        total = sum(language.values())
        for i in language:
            share[i] = share.get(i, 0.0) + language[i] / total
    frequent = sorted(share.keys() - set(always), key=lambda i: (-share[i], i))
    return sorted([*always, *frequent[: size - len(always)]])


def _is_character(piece: str) -> bool:
    """Whether a piece is one Latin letter, or one digit, sign or mark of those that are used with them."""
    character = piece.removeprefix(WITHIN_WORD)
    if len(character) != 1:
        return False
    if unicodedata.name(character, "").startswith("LATIN "):
        return True
    shared = ord(character) < 0x300 or 0x2000 <= ord(character) < 0x2C00
    return shared and unicodedata.category(character)[0] not in "LM"


def with_pieces(tokenizer: dict, ids: Sequence[int]) -> dict:
    """A `tokenizer.json` with these of its pieces; their new ids are their places in `ids`."""
    vocabulary = pieces(tokenizer)
    new = {old: i for i, old in enumerate(ids)}
    lost = [token["content"] for token in tokenizer["added_tokens"] if token["id"] not in new]
    if lost:
        raise ValueError(f"special tokens must be kept: {lost}")
    processor = tokenizer["post_processor"]
    return {
        **tokenizer,
        "added_tokens": [{**token, "id": new[token["id"]]} for token in tokenizer["added_tokens"]],
        "post_processor": {**processor, "special_tokens": {
            name: {**token, "ids": [new[i] for i in token["ids"]]}
            for name, token in processor["special_tokens"].items()}},
        "model": {**tokenizer["model"], "vocab": {vocabulary[old]: i for old, i in new.items()}},
    }
