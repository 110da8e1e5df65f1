"""Passages read per second: Passim's engine, bare ONNX Runtime, and Hugging Face's question-answering pipeline.

    python models/benchmark/benchmark.py --reader reader-minilm-l12 --weights models/training/work/reader-minilm-l12/hf \
        --data validation.json.gz

All three read the same questions and passages with the same weights on all cores. Engine and bare session take turns
question by question, then the pipeline follows; keep the machine quiet. The engine is timed from text to candidate
answers, the bare session from windows cut beforehand to logits, which is the limit; the pipeline as its
documentation says, with each batch size that is given, of which the fastest counts. `--weights` is a Hugging Face
folder with the weights that the reader was exported from; without it the pipeline is left out. Needs a JDK and the
packages of requirements.txt.
"""

import argparse
import gzip
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def questions(data: Path, count: int, passages: int, seed: int) -> list[dict]:
    """Questions, each with its own paragraph and others of the same article."""
    with gzip.open(data, "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    choice, result = random.Random(seed), []
    while len(result) < count:
        paragraphs = choice.choice(articles)["paragraphs"]
        own = choice.choice(paragraphs)
        others = [p["context"] for p in paragraphs if p is not own]
        if own["qas"] and len(others) >= passages - 1:
            texts = [own["context"], *choice.sample(others, passages - 1)]
            result.append({"question": choice.choice(own["qas"])["question"], "passages": texts})
    return result


def engine(file: Path, reader: str, models: Path, rounds: int, out: Path) -> dict:
    """The engine's figures and the bare session's, which one Java process measures in turns."""
    subprocess.run(
        [str(ROOT / "mvnw"), "-B", "-q", "-Dfrontend.skip=true", "test", "-DenableAssertions=false",
         "-Dtest=ReadingThroughput",
         f"-Dmodels={models.resolve()}", f"-Dreader={reader}", f"-Dpassages={file}", f"-Drounds={rounds}", f"-Dout={out}"],
        cwd=ROOT, check=True)
    return json.loads(out.read_text())


def pipeline(asked: list[dict], weights: Path, rounds: int, batch: int) -> float:
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch
    import transformers

    torch.set_num_threads(os.cpu_count() or 1)
    answer = transformers.pipeline(
        "question-answering", model=str(weights), tokenizer=transformers.BertTokenizerFast.from_pretrained(weights),
        device="cpu", batch_size=batch)
    total = sum(len(a["passages"]) for a in asked)

    def read(ask: dict) -> None:
        answer([{"question": ask["question"], "context": text} for text in ask["passages"]],
               handle_impossible_answer=True, max_answer_len=30, max_seq_len=384, doc_stride=128)

    read(asked[0])
    rates = []
    for _ in range(rounds):
        began = time.monotonic()
        for ask in asked:
            read(ask)
        rates.append(total / (time.monotonic() - began))
    return statistics.median(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", required=True, help="folder name of the model")
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    parser.add_argument("--weights", type=Path, help="Hugging Face folder with the same weights")
    parser.add_argument("--data", type=Path, required=True, help="gzipped file in SQuAD format")
    parser.add_argument("--questions", type=int, default=30)
    parser.add_argument("--passages", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, nargs="+", default=[1, 10], help="batch sizes of the pipeline")
    arguments = parser.parse_args()
    asked = questions(arguments.data, arguments.questions, arguments.passages, seed=0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "passages.jsonl")
        file.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in asked), encoding="utf-8")
        result = engine(file, arguments.reader, arguments.models, arguments.rounds, Path(folder, "out.json"))
    if arguments.weights:
        rates = {b: pipeline(asked, arguments.weights, arguments.rounds, b) for b in arguments.batch}
        result["pipeline_passages_per_s"] = {str(b): round(rate, 1) for b, rate in rates.items()}
        result["engine_to_pipeline"] = round(result["engine_passages_per_s"] / max(rates.values()), 2)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
