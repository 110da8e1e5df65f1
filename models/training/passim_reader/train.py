"""Trains a reader after a recipe. Stops at SIGTERM with a checkpoint, and goes on from the last one.

    python -m passim_reader.train RECIPE.toml [--hours H]

Rows have one of a few fixed lengths, because on the CPU every new shape costs a kernel compilation. The first
part of a run reads short windows, which is where most is learnt per second; the last part reads whole paragraphs.
The learning rate falls to zero at the end of the planned tokens, or of `--hours` if that comes first.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import numpy
import torch
from tokenizers import Tokenizer
from transformers import BertForQuestionAnswering

from . import committed, encoder, examples, shared, squad, trim
from .teacher import Teacher

CHECKPOINT_SECONDS = 300
LOG_STEPS = 20
STOPPED = 75  # exit status of a run that is to go on (EX_TEMPFAIL)


MODELS = Path(__file__).resolve().parents[2]


def recipe_file(name: str) -> Path:
    return Path(__file__).parents[1] / "recipes" / f"{name}.toml"


@dataclass(frozen=True)
class Stage:
    """Up to `until` of the run (0 to 1): windows of at most `length` tokens in rows of one of `rows` lengths. Each question
    is asked of so many `passages`, which share one loss."""

    until: float
    length: int
    rows: tuple[int, ...]
    data: list[squad.Source]
    passages: int = field(default=1, repr=False)


@dataclass(frozen=True)
class Recipe:
    name: str
    artifact: str
    tokens: int
    rate: float
    seed: int
    batch_tokens: int
    question_tokens: int
    shares: dict[str, float]
    stages: tuple[Stage, ...]
    warm_up: float = 0.05
    weight_decay: float = 0.01
    average: float = 0.0
    start: str | None = None
    """Name of the recipe whose weights this run begins with."""
    blend: float = 1.0
    """What of the finished weights are this run's; the rest are those that it began with."""
    teacher: str | None = field(default=None, repr=False)
    """Name of a finished reader of the same encoder: this one begins with its weights, and learns its answers."""
    layers: tuple[int, ...] = field(default=(), repr=False)
    """Which layers of the encoder to keep, counted from 0; all, if none are named."""
    vocabulary: trim.Vocabulary | None = field(default=None, repr=False)
    """What of the encoder's vocabulary to keep; everything, if nothing is said."""
    embeddings: bool = field(default=False, repr=False)
    """Whether the embeddings learn too; else they stay the encoder's, which saves the optimizer a third of the weights."""

    @staticmethod
    def load(path: Path) -> "Recipe":
        fields = tomllib.loads(path.read_text())
        for of_export in ("variants", "manifest", "validation", "held_out", "leave_out"):
            fields.pop(of_export, None)
        stages = tuple(
            Stage(s["until"], s["length"], tuple(s["rows"]), [squad.Source(**source) for source in s["data"]],
                  s.get("passages", 1))
            for s in fields.pop("stages")
        )
        layers = tuple(fields.pop("layers", ()))
        vocabulary = trim.Vocabulary.of(fields.pop("vocabulary")) if "vocabulary" in fields else None
        return Recipe(name=path.stem, stages=stages, layers=layers, vocabulary=vocabulary, **fields)

    def identity(self, tokenizer: Tokenizer) -> str:
        """What a checkpoint must have in common with the run that goes on from it."""
        together = [stage.passages for stage in self.stages]
        run = repr(self) if max(together) == 1 else f"{self!r}, passages {together}"
        run += ", embeddings" if self.embeddings else ""
        if not self.layers and not self.vocabulary and not self.teacher:
            return run
        return f"{run}, teacher {self.teacher}, layers {self.layers}, tokenizer {hashlib.sha256(tokenizer.to_str().encode()).hexdigest()}"

    @property
    def weights(self) -> Path:
        """The finished weights, within the folder of all runs."""
        return Path(self.name, "average.pt" if self.average else "last.pt")

    @property
    def jar(self) -> str:
        """File name of the encoder's Maven artifact, `group:name:version`."""
        _, name, version = self.artifact.split(":")
        return f"{name}-{version}.jar"


class Batches:
    """An endless, reproducible stream of batches of one stage: rows of one length, about `tokens` tokens each; the rows of a
    group stay together."""

    def __init__(self, data: examples.Examples, rows: tuple[int, ...], tokens: int, seed: int):
        self._data, self._rows, self._tokens, self._seed = data, sorted(rows), tokens, seed
        longest = numpy.diff(data.ends, prepend=0).reshape(-1, data.group).max(1)
        self._bucket = numpy.searchsorted(self._rows, longest)
        self._epoch, self._plan = 0, []

    def take(self) -> tuple[int, list[int]]:
        """Row length and examples of the next batch."""
        if not self._plan:
            self._plan = self._epoch_plan()
            self._epoch += 1
        return self._plan.pop()

    def _epoch_plan(self) -> list[tuple[int, list[int]]]:
        choice = random.Random(self._seed + self._epoch)
        group = self._data.group
        order = list(range(len(self._bucket)))
        choice.shuffle(order)
        plan = []
        for bucket, length in enumerate(self._rows):
            members = [group * i + row for i in order if self._bucket[i] == bucket for row in range(group)]
            size = group * max(1, self._tokens // length // group)
            plan += [(length, members[at : at + size]) for at in range(0, len(members) - size + 1, size)]
        choice.shuffle(plan)
        return plan


def tensors(data: examples.Examples, length: int, rows: list[int]) -> dict[str, torch.Tensor]:
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for at, index in enumerate(rows):
        row = torch.from_numpy(data.row(index).astype(numpy.int64))
        ids[at, : len(row)] = row
        mask[at, : len(row)] = 1
        types[at, int(data.context[index]) : len(row)] = 1
    return {
        "input_ids": ids,
        "attention_mask": mask,
        "token_type_ids": types,
        "start_positions": torch.from_numpy(data.start[rows].astype(numpy.int64)),
        "end_positions": torch.from_numpy(data.end[rows].astype(numpy.int64)),
    }


def start(recipe: Recipe, data: Path, jars: Path) -> tuple[BertForQuestionAnswering, Tokenizer, Teacher | None]:
    """The recipe's encoder, or its teacher, trimmed; its tokenizer; and the teacher. An encoder's output layer is
    untrained."""
    model, tokenizer = encoder.reader(jars / recipe.jar)
    teacher = None
    if recipe.teacher:
        model.load_state_dict(committed.weights(MODELS / recipe.teacher / "model.onnx"), strict=False)
        teacher = Teacher(model, recipe.layers)
    if recipe.layers:
        trim.with_layers(model, recipe.layers)
    if recipe.vocabulary:
        tokenizer = trim.with_vocabulary(model, tokenizer, recipe.vocabulary, data)
    return model, tokenizer, teacher


class Run:
    """A training run and its checkpoint."""

    def __init__(self, recipe: Recipe, data_folder: Path, jars: Path, work: Path):
        self.recipe, self._folder = recipe, work / recipe.name
        self._folder.mkdir(parents=True, exist_ok=True)
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model, tokenizer, self._teacher = start(recipe, data_folder, jars)
        self._start = None
        if recipe.start:
            begun = Recipe.load(recipe_file(recipe.start)).weights
            self._start = torch.load(work / begun, weights_only=True, map_location="cpu")
            self.model.load_state_dict(self._start)
        self.model.to(self._device).train()
        if self._teacher:
            self._teacher.to(self._device)
        self.model.bert.embeddings.requires_grad_(recipe.embeddings)
        # What flows between the layers is bfloat16 too: nothing is cast back and forth around a normalisation.
        self.model.bert.embeddings.register_forward_hook(lambda module, inputs, output: output.bfloat16())
        tokenizer.save(str(self._folder / "tokenizer.json"))
        self.model.config.save_pretrained(self._folder)
        self._identity = recipe.identity(tokenizer)
        self._data = [
            examples.cached(work, data_folder, stage.data, tokenizer,
                            examples.Form(recipe.shares, stage.length, recipe.question_tokens, recipe.seed, stage.passages))
            for stage in recipe.stages
        ]
        self._batches = [
            Batches(data, stage.rows, recipe.batch_tokens, recipe.seed)
            for data, stage in zip(self._data, recipe.stages)
        ]
        self._optimizer = torch.optim.AdamW(self._groups(), lr=recipe.rate, fused=True)
        self._average = {n: p.detach().clone() for n, p in self.model.named_parameters() if p.requires_grad}
        self.tokens, self.seconds, self.step, self._taken = 0, 0.0, 0, [0] * len(recipe.stages)
        self._resume()

    def _groups(self) -> list[dict]:
        parameters = [p for p in self.model.parameters() if p.requires_grad]
        return [
            {"params": [p for p in parameters if p.dim() > 1], "weight_decay": self.recipe.weight_decay},
            {"params": [p for p in parameters if p.dim() == 1], "weight_decay": 0.0},
        ]

    def _resume(self) -> None:
        file = self._folder / "checkpoint.pt"
        if not file.exists():
            return
        state = torch.load(file, weights_only=True, map_location=self._device)
        if state["recipe"] != self._identity:
            raise SystemExit(f"{file} is of another recipe: move it away to begin anew")
        self.model.load_state_dict(state["model"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._average = state["average"]
        self.tokens, self.seconds, self.step = state["tokens"], state["seconds"], state["step"]
        for batches, taken in zip(self._batches, state["taken"]):
            for _ in range(taken):
                batches.take()
        self._taken = state["taken"]
        print(f"goes on from step {self.step}", flush=True)

    def checkpoint(self) -> None:
        file = self._folder / "checkpoint.pt"
        temporary = file.with_suffix(".part")
        torch.save(
            {"model": self.model.state_dict(), "optimizer": self._optimizer.state_dict(), "average": self._average,
             "recipe": self._identity, "tokens": self.tokens, "seconds": self.seconds, "step": self.step,
             "taken": self._taken},
            temporary,
        )
        os.replace(temporary, file)

    def progress(self, hours: float | None) -> float:
        by_time = self.seconds / (hours * 3600) if hours else 0.0
        return max(self.tokens / self.recipe.tokens, by_time)

    def train(self, hours: float | None) -> None:
        saved, losses, stop = self.seconds, [], []
        signal.signal(signal.SIGTERM, lambda *_: stop.append(True))
        while (progress := self.progress(hours)) < 1.0:
            if stop:
                self.checkpoint()
                raise SystemExit(STOPPED)
            began = time.monotonic()
            stage = next(i for i, s in enumerate(self.recipe.stages) if progress < s.until)
            length, rows = self._batches[stage].take()
            self._taken[stage] += 1
            losses.append(self._step(tensors(self._data[stage], length, rows), progress, self.recipe.stages[stage].passages))
            self.tokens += length * len(rows)
            self.step += 1
            self.seconds += time.monotonic() - began
            if self.step % LOG_STEPS == 0:
                line = {"step": self.step, "progress": round(progress, 4), "loss": round(sum(losses) / len(losses), 4),
                        "tokens": self.tokens, "seconds": round(self.seconds)}
                print(json.dumps(line), flush=True)
                losses = []
            if self.seconds - saved > CHECKPOINT_SECONDS:
                self.checkpoint()
                saved = self.seconds
        self.checkpoint()
        self._finish()

    def _step(self, batch: dict[str, torch.Tensor], progress: float, passages: int) -> float:
        warm = min(1.0, progress / self.recipe.warm_up) if self.recipe.warm_up else 1.0
        for group in self._optimizer.param_groups:
            group["lr"] = self.recipe.rate * max(warm, 0.02) * (1.0 - progress)
        batch = {name: value.to(self._device) for name, value in batch.items()}
        with torch.autocast(self._device.type, torch.bfloat16):
            loss = self._loss(batch, passages)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad()
        if self.recipe.average:
            with torch.no_grad():
                for name, parameter in self.model.named_parameters():
                    if name in self._average:
                        self._average[name].lerp_(parameter, 1.0 - self.recipe.average)
        return loss.item()

    def _loss(self, batch: dict[str, torch.Tensor], passages: int) -> torch.Tensor:
        if self._teacher:
            return self._teacher.loss(self.model, batch)
        said = self.model(**batch)
        return said.loss if passages == 1 else shared.loss(said, batch, passages)

    def _finish(self) -> None:
        last = self.model.state_dict()
        torch.save(self._blended(last), self._folder / "last.pt")
        if self.recipe.average:
            torch.save(self._blended({**last, **self._average}), self._folder / "average.pt")

    def _blended(self, weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        if self._start is None:
            return weights
        return blended(self._start, weights, self.recipe.blend)


def blended(begin: dict[str, torch.Tensor], end: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Weights between two runs' (model soup, Wortsman et al. 2022): `share` of them are those of `end`."""
    return {
        name: torch.lerp(begin[name].to(value), value, share) if value.is_floating_point() else value
        for name, value in end.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with the files that the recipe names")
    parser.add_argument("--jars", type=Path, required=True, help="folder with the encoder's Maven artifact")
    parser.add_argument("--work", type=Path, default=Path("work"), help="checkpoints and weights")
    parser.add_argument("--hours", type=float, help="training time after which the run is to be finished")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="of the CPU (all)")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    Run(Recipe.load(arguments.recipe), arguments.data, arguments.jars, arguments.work).train(arguments.hours)


if __name__ == "__main__":
    main()
