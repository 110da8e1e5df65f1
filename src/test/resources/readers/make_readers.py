"""Makes the tiny readers of this folder: one per layout of the BERT family, with random weights.

Each folder holds what Passim loads (model.onnx, tokenizer.json, model.json) and expected.json: for some questions and
passages the windows, offsets and logits that the Python libraries computed. The tokenizers are laid out as those of the
published models whose names the folders bear.

    python make_readers.py            # packages: requirements.txt; the same packages write the same files
"""

import collections
import hashlib
import io
import json
import pathlib
import warnings

import onnx
import sentencepiece
import torch
import transformers
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = pathlib.Path(__file__).parent
WINDOW, STRIDE, QUESTION_TOKENS = 56, 8, 24
VOCABULARY = 320
HIDDEN = 16
POSITIONS = 64
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
    ("How many days?", "Part-time staff receive 20 days of paid leave per year. " * 6),
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

# name: tokenizer, model class, config class, its arguments, whether the graph takes token types
READERS = {
    "bert": (lambda: bert_tokenizer(True), transformers.BertForQuestionAnswering, transformers.BertConfig,
             dict(SMALL, max_position_embeddings=POSITIONS, pad_token_id=0), True),
    "distilbert": (lambda: bert_tokenizer(False), transformers.DistilBertForQuestionAnswering,
                   transformers.DistilBertConfig,
                   dict(dim=HIDDEN, n_layers=2, n_heads=2, hidden_dim=24, initializer_range=0.3, dropout=0.0,
                        attention_dropout=0.0, qa_dropout=0.0, max_position_embeddings=POSITIONS, pad_token_id=0), False),
    "electra": (lambda: bert_tokenizer(True), transformers.ElectraForQuestionAnswering, transformers.ElectraConfig,
                dict(SMALL, embedding_size=12, max_position_embeddings=POSITIONS, pad_token_id=0), True),
    "roberta": (roberta_tokenizer, transformers.RobertaForQuestionAnswering, transformers.RobertaConfig,
                dict(SMALL, **FAIRSEQ), False),
    "xlm-roberta": (xlm_roberta_tokenizer, transformers.XLMRobertaForQuestionAnswering, transformers.XLMRobertaConfig,
                    dict(SMALL, **FAIRSEQ), False),
    "camembert": (camembert_tokenizer, transformers.CamembertForQuestionAnswering, transformers.CamembertConfig,
                  dict(SMALL, **FAIRSEQ), False),
}


class Logits(torch.nn.Module):
    """A model as the graph gives it: two tensors and nothing else."""

    def __init__(self, model, names):
        super().__init__()
        self.model, self.names = model, names

    def forward(self, *tensors):
        output = self.model(**dict(zip(self.names, tensors)))
        return output.start_logits, output.end_logits


def export(reader, names, file):
    example = tuple(torch.ones(2, 12, dtype=torch.int64) for _ in names)
    outputs = ["start_logits", "end_logits"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            reader, example, str(file), dynamo=False, opset_version=17, input_names=names, output_names=outputs,
            dynamic_axes={name: {0: "batch", 1: "sequence"} for name in names + outputs})
    graph = onnx.load(file)
    for node in graph.graph.node:
        node.ClearField("doc_string")
    onnx.save(graph, file)


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


def windows(tokenizer, reader, takes_types, question, passage):
    question, passage = readable(question), readable(passage)
    tokenizer.no_truncation()
    assert len(tokenizer.encode(question, add_special_tokens=False).ids) <= QUESTION_TOKENS, "Passim would cut " + question
    tokenizer.enable_truncation(WINDOW, stride=STRIDE, strategy="only_second")
    first = tokenizer.encode(question, passage)
    for encoding in [first, *first.overflowing]:
        tensors = [torch.tensor([encoding.ids]), torch.ones(1, len(encoding.ids), dtype=torch.int64)]
        if takes_types:
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


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def manifest(name, folder, tokenizer, names):
    def tensors(names, kind):
        return [{"name": n, "type": kind, "rank": 2} for n in names]

    known = tokenizer.get_vocab(with_added_tokens=True)
    return {
        "name": name, "task": "extractive-qa", "languages": ["en"],
        "file": "model.onnx", "sha256": sha256(folder / "model.onnx"),
        "tokenizer": "tokenizer.json", "tokenizerSha256": sha256(folder / "tokenizer.json"),
        "inputs": tensors(names, "int64"), "outputs": tensors(["start_logits", "end_logits"], "float32"),
        "maxLength": POSITIONS,
        "padTokenId": known.get("[PAD]", known.get("<pad>")), "maskTokenId": known.get("[MASK]", known.get("<mask>")),
        "licence": "Apache-2.0", "source": "random weights, by make_readers.py",
    }


def make(name):
    build, model_class, config_class, arguments, takes_types = READERS[name]
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    tokenizer = build()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    torch.manual_seed(20)
    config = config_class(vocab_size=tokenizer.get_vocab_size(), **arguments)
    config._attn_implementation = "eager"
    names = ["input_ids", "attention_mask"] + (["token_type_ids"] if takes_types else [])
    reader = Logits(model_class(config).eval(), names)
    export(reader, names, folder / "model.onnx")
    (folder / "model.json").write_text(json.dumps(manifest(name, folder, tokenizer, names), indent=1) + "\n")
    cases = [{"question": q, "passage": p, "windows": list(windows(tokenizer, reader, takes_types, q, p))}
             for q, p in CASES]
    expected = {"window": WINDOW, "stride": STRIDE, "questionTokens": QUESTION_TOKENS, "cases": cases}
    (folder / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    for each in READERS:
        make(each)
