"""Makes the tiny readers of this folder: one per layout of the BERT family, with random weights.

Each folder holds what Passim loads (model.onnx, tokenizer.json, model.json) and expected.json: for some questions and
passages the windows, offsets and logits that the Python libraries computed. The tokenizers are laid out as those of the
published models whose names the folders bear; models/training/export_reader.py exports them.

    python make_readers.py            # packages: requirements.txt; the same packages write the same files
"""

import collections
import io
import json
import pathlib
import sys

import sentencepiece
import torch
import transformers
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[3] / "models" / "training"))

import export_reader  # noqa: E402

WINDOW, STRIDE, QUESTION_TOKENS = 128, 16, 64
VOCABULARY = 320
HIDDEN = 16
POSITIONS = WINDOW
WORD_PIECE_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]

CORPUS = """
The lighthouse at Corran Point was built in 1861, and its keeper lived below the lamp.
The ferry leaves the pier at 9:40 in the morning; in winter it leaves at ten.
Part-time staff receive 20 days of paid leave per year. Full-time staff receive 25 days.
Who built the lighthouse? When does the ferry leave? How many days of leave do the staff receive?
Le phare de la pointe fut bâti en 1861 ; le gardien habitait sous la lampe, été comme hiver.
Amélie Dupont dirige le bureau d'Orléans depuis l'été 1998. Où est né Gustave Eiffel ? À Dijon, en décembre 1832.
Der Leuchtturm steht in Zürich, straßenseitig. 東京の駅は1914年に開業した。 你好,世界。
The price is €120 per night (breakfast apart); ask at the desk. 😀 The end.
""".strip().splitlines()

CASES = [
    ("Who built the lighthouse?", "The lighthouse at Corran Point was built in 1861."),
    ("When does the ferry leave?", "  The ferry  leaves\n\nthe pier at\t9:40.  "),
    ("Où est né Gustave Eiffel ?", "Né à Dijon en décembre 1832, élève à l'École centrale. cafe\u0301 E\u0301te\u0301"),
    ("What 😀?", "😀 The end 👨‍👩‍👧 of 𝒜𝒷 days 😀😀."),
    ("東京の駅は?", "東京の駅は1914年に開業した。 Tokyo 駅 station."),
    ("Is NUL read?", "before \0 after \0\0 end"),
    ("Half a \ud83d character?", "lone \ude00 and \ud83d halves, \ud83d\ude00 a whole one"),
    ("ＦＵＬＬ width?", "ｆｕｌｌ ﬁne ① ½ \u00a0no\u2009break\u3000space \u200bzero\u200bwidth İstanbul ẞ"),
    ("שלום?", "שלום עולם مرحبا \u202eright to left\u202c"),
    ("How many days?", "Part-time staff receive 20 days of paid leave per year. " * 15),
    ("", ""),
    ("Empty passage?", ""),
]


def word_pieces(lowercase):
    """Every character, within a word too, then the most frequent words. (The library's trainer breaks ties by chance.)"""
    normalizer, words = normalizers.BertNormalizer(lowercase=lowercase), collections.Counter()
    for line in CORPUS:
        words.update(word for word, _ in pre_tokenizers.BertPreTokenizer().pre_tokenize_str(normalizer.normalize_str(line)))
    letters = sorted(set("".join(words)))
    pieces = [*WORD_PIECE_SPECIAL, *letters, *(f"##{letter}" for letter in letters)]
    frequent = sorted((word for word in words if len(word) > 1), key=lambda word: (-words[word], word))
    return {piece: i for i, piece in enumerate((pieces + frequent)[:VOCABULARY])}


def bert_tokenizer(lowercase):
    """As bert-base-*: WordPiece; the segments have types 0 and 1."""
    tokenizer = Tokenizer(models.WordPiece(word_pieces(lowercase), unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(WORD_PIECE_SPECIAL)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS]:0 $A:0 [SEP]:0",
        pair="[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")])
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def roberta_tokenizer():
    """As roberta-base: byte-level BPE, two separators, a token takes the space before it."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    tokenizer.train_from_iterator(
        CORPUS,
        trainers.BpeTrainer(
            vocab_size=VOCABULARY + 60,
            special_tokens=special,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False))
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    separator, first = (("</s>", tokenizer.token_to_id("</s>")), ("<s>", tokenizer.token_to_id("<s>")))
    tokenizer.post_processor = processors.RobertaProcessing(separator, first, trim_offsets=True, add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def unigram_pieces():
    """Pieces and the compiled normalisation of a SentencePiece model, as SentencePiece trains them."""
    rules = HERE / "rules.tsv"
    pairs = [(chr(0xFF01 + i), chr(0x21 + i)) for i in range(94)]
    pairs += [("ﬁ", "fi"), ("①", "1"), ("½", "1⁄2"), ("\u200b", " "), ("\u00a0", " "), ("\u2009", " "), ("\u3000", " ")]
    pairs += [("\t", " "), ("\n", " "), ("E\u0301", "É"), ("e\u0301", "é")]
    rules.write_text(
        "".join(f"{' '.join(f'{ord(c):X}' for c in a)}\t{' '.join(f'{ord(c):X}' for c in b)}\n" for a, b in sorted(pairs)))
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(CORPUS),
            model_writer=model,
            model_type="unigram",
            vocab_size=VOCABULARY - 40,
            normalization_rule_tsv=str(rules),
            hard_vocab_limit=False,
            num_threads=1,
            minloglevel=2)
    finally:
        rules.unlink()
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model.getvalue())
    normal = sentencepiece_model_pb2.ModelProto.SentencePiece.NORMAL
    pieces = [(piece.piece, round(piece.score, 4)) for piece in proto.pieces if piece.type == normal]
    return pieces, proto.normalizer_spec.precompiled_charsmap


def unigram_tokenizer(before, normalizer, pre_tokenizer):
    pieces, charsmap = unigram_pieces()
    vocabulary = [(name, 0.0) for name in before] + pieces + [("<mask>", 0.0)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=before.index("<unk>")))
    tokenizer.normalizer = normalizer(charsmap)
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.add_special_tokens([*before, AddedToken("<mask>", lstrip=True)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in ("<s>", "</s>")])
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def xlm_roberta_tokenizer():
    """As xlm-roberta-base: SentencePiece's own normalisation, then words, then unigram pieces."""
    return unigram_tokenizer(
        ["<s>", "<pad>", "</s>", "<unk>"],
        lambda charsmap: normalizers.Precompiled(charsmap),
        pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]))


def camembert_tokenizer():
    """As camembert-base: the first ids are fairseq's, and runs of spaces are one."""
    return unigram_tokenizer(
        ["<s>NOTUSED", "<pad>", "</s>NOTUSED", "<unk>", "<unk>NOTUSED", "<s>", "</s>"],
        lambda charsmap: normalizers.Sequence(
            [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]),
        pre_tokenizers.Metaspace())


SMALL = dict(
    hidden_size=HIDDEN, num_hidden_layers=1, num_attention_heads=2, intermediate_size=24, initializer_range=0.3,
    hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
FAIRSEQ = dict(max_position_embeddings=POSITIONS + 2, type_vocab_size=1, pad_token_id=1)

# name: tokenizer, model class, config class and its arguments
READERS = {
    "bert": (lambda: bert_tokenizer(True), transformers.BertForQuestionAnswering, transformers.BertConfig,
             dict(SMALL, max_position_embeddings=POSITIONS, pad_token_id=0)),
    "distilbert": (lambda: bert_tokenizer(False), transformers.DistilBertForQuestionAnswering,
                   transformers.DistilBertConfig,
                   dict(dim=HIDDEN, n_layers=2, n_heads=2, hidden_dim=24, initializer_range=0.3, dropout=0.0,
                        attention_dropout=0.0, qa_dropout=0.0, max_position_embeddings=POSITIONS, pad_token_id=0)),
    "electra": (lambda: bert_tokenizer(True), transformers.ElectraForQuestionAnswering, transformers.ElectraConfig,
                dict(SMALL, embedding_size=12, max_position_embeddings=POSITIONS, pad_token_id=0)),
    "roberta": (roberta_tokenizer, transformers.RobertaForQuestionAnswering, transformers.RobertaConfig,
                dict(SMALL, **FAIRSEQ)),
    "xlm-roberta": (xlm_roberta_tokenizer, transformers.XLMRobertaForQuestionAnswering, transformers.XLMRobertaConfig,
                    dict(SMALL, **FAIRSEQ)),
    "camembert": (camembert_tokenizer, transformers.CamembertForQuestionAnswering, transformers.CamembertConfig,
                  dict(SMALL, **FAIRSEQ)),
}


def readable(text):
    """NUL and lone surrogates are read as placeholders of the same length."""
    return text.replace("\0", " ").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def utf16(text, code_points):
    return len(text[:code_points].encode("utf-16-le")) // 2


def span(text, offsets):
    """Offsets in code points -> UTF-16, without white space at either end; empty where nothing is left."""
    start, end = offsets
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return [utf16(text, start), utf16(text, end)]


def windows(tokenizer, reader, question, passage):
    question, passage = readable(question), readable(passage)
    tokenizer.no_truncation()
    assert len(tokenizer.encode(question, add_special_tokens=False).ids) <= QUESTION_TOKENS, "Passim would cut " + question
    tokenizer.enable_truncation(WINDOW, stride=STRIDE, strategy="only_second")
    first = tokenizer.encode(question, passage)
    for encoding in [first, *first.overflowing]:
        tensors = [torch.tensor([encoding.ids]), torch.ones(1, len(encoding.ids), dtype=torch.int64)]
        if "token_type_ids" in reader.inputs:
            tensors.append(torch.tensor([encoding.type_ids]))
        with torch.no_grad():
            start, end = reader(*tensors)
        sequences = encoding.sequence_ids
        yield {
            "ids": encoding.ids,
            "segments": "".join("S" if s is None else "QP"[s] for s in sequences),
            "spans": [None if s is None else span((question, passage)[s], o)
                      for s, o in zip(sequences, encoding.offsets)],
            "start": [round(x, 5) for x in start[0].tolist()],
            "end": [round(x, 5) for x in end[0].tolist()],
        }


def make(name):
    build, model_class, config_class, arguments = READERS[name]
    folder = HERE / name
    tokenizer = build()
    torch.manual_seed(20)
    config = config_class(vocab_size=tokenizer.get_vocab_size(), **arguments)
    config._attn_implementation = "eager"
    reader = export_reader.write_folder(
        model_class(config), tokenizer, folder, name, ["en"], "Apache-2.0", "random weights, by make_readers.py")
    cases = [{"question": q, "passage": p, "windows": list(windows(tokenizer, reader, q, p))} for q, p in CASES]
    expected = {"window": WINDOW, "stride": STRIDE, "cases": cases}
    (folder / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    for each in READERS:
        make(each)
