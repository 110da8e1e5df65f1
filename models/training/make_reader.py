"""Makes a reader, from data to finished folder:

    python models/training/make_reader.py models/training/recipes/NAME.toml --data DATA

trains (or goes on from the last checkpoint), exports, measures every file on the validation data, and makes a folder
with the graph, tokenizer, manifest and measured figures. Then fits where reading may stop and the calibration, for
which Java reads the questions. The folder is made under `work/` and takes its place at models/NAME once it is whole.
`--fit-only` takes the folder that is there and fits both anew. `DATA` holds squad/train.json.gz and the other files
that the recipe names; see README.md.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

from passim_reader.card import card
from passim_reader.squad import Source, read

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy"
CARD = "MODEL_CARD.md"
ANSWERABLE, UNANSWERABLE = "squad/validation.json.gz", "squad/validation-unanswerable.json.gz"


def run(*command: str | Path, cwd: Path = HERE) -> None:
    """Runs a step to its end, and ends with it; SIGTERM is the step's to answer."""
    process = subprocess.Popen([str(part) for part in command], cwd=cwd)
    signal.signal(signal.SIGTERM, lambda number, _: process.send_signal(number))
    if process.wait() != 0:
        raise SystemExit(f"stopped: {command[0]} has ended with {process.returncode}")


def fetch(artifact: str, jars: Path) -> None:
    _, name, version = artifact.split(":")
    if not (jars / f"{name}-{version}.jar").exists():
        run(ROOT / "mvnw", "-B", "-q", COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={jars}", cwd=ROOT)


def train(recipe: Path, data: Path, work: Path, hours: float | None) -> None:
    """Trains after a recipe, and first after the one that it begins with, if that has not been done."""
    begin = tomllib.loads(recipe.read_text()).get("start")
    if begin and not any((work / begin / file).exists() for file in ("average.pt", "last.pt")):
        train(recipe.with_name(f"{begin}.toml"), data, work, hours)
    limit = ["--hours", str(hours)] if hours else []
    run(sys.executable, "-m", "passim_reader.train", recipe, "--data", data, "--jars", work / "jars", "--work", work,
        *limit)


def model(name: str, work: Path):
    """The trained weights and their tokenizer."""
    import torch
    from tokenizers import Tokenizer
    from transformers import BertConfig, BertForQuestionAnswering

    from passim_reader.train import Recipe, recipe_file

    reader = BertForQuestionAnswering(BertConfig.from_pretrained(work / name, attn_implementation="eager"))
    weights = work / Recipe.load(recipe_file(name)).weights
    reader.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    return reader, Tokenizer.from_file(str(work / name / "tokenizer.json"))


def committed(folder: Path):
    """The weights and the tokenizer of a folder that is there, for a file of another kind."""
    from tokenizers import Tokenizer

    from passim_reader.committed import reader

    return reader(folder), Tokenizer.from_file(str(folder / "tokenizer.json"))


def export(reader, tokenizer, recipe: dict, folder: Path) -> tuple[dict[str, Path], dict[str, float]]:
    """The recipe's variants as ONNX files, how far their logits are from PyTorch's, and the weights as a Hugging Face folder
    for comparisons."""
    from passim_reader import export as exporter
    from transformers import PreTrainedTokenizerFast

    reader.save_pretrained(folder / "hf")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, cls_token="[CLS]", sep_token="[SEP]", pad_token="[PAD]",
                            mask_token="[MASK]", unk_token="[UNK]").save_pretrained(folder / "hf")
    fused = exporter.fused(reader)
    files = {variant: folder / f"{variant}.onnx" for variant in recipe["variants"]}
    return files, {variant: exporter.variant(fused, exporter.VARIANTS[variant], file) for variant, file in files.items()}


def measure(
    files: dict[str, Path], differences: dict[str, float], tokenizer: Path, data: Path, recipe: dict
) -> dict[str, dict]:
    """Every file on SQuAD's validation data, unless it has seen it, and on what the recipe keeps of other languages."""
    from passim_reader.evaluate import Reader, answerable, evaluate, predict
    results = {}
    for variant, file in files.items():
        results[variant] = evaluate(
            file, tokenizer, *(None if name in recipe.get("seen", []) else data / name for name in (ANSWERABLE, UNANSWERABLE)), 1)
        results[variant]["largest difference of a logit"] = differences[variant]
        for source in (Source(**kept) for kept in recipe.get("validation", [])):
            predictions, _ = predict(Reader(file, tokenizer), source.load(data), 1)
            results[variant][source.name] = answerable(predictions)
        print(json.dumps(results[variant]), flush=True)
    return results


def write_folder(reader, tokenizer, recipe: dict, folder: Path, chosen: Path, result: dict) -> None:
    from export_reader import sha256
    from export_reader import write_folder as write

    about = dict(recipe["manifest"])
    batching = about.pop("batching", "any")
    write(reader, tokenizer, folder, folder.name, **about)
    shutil.copyfile(chosen, folder / "model.onnx")
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    manifest["sha256"] = sha256(folder / "model.onnx")
    manifest["batching"] = batching
    manifest["quality"] = figures(result)
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def figures(result: dict) -> list[dict]:
    """What a manifest says of its file: the size, and what was measured on each set of data. Speed is a machine's."""
    size = {"data": "model.onnx", "metric": "MB", "value": result["megabytes"]}
    return [size] + [
        {"data": data, "metric": metric, "value": value}
        for data, metrics in result.items()
        if isinstance(metrics, dict)
        for metric, value in metrics.items()
        if isinstance(value, float)
    ]


def asked(tool: str, folder: Path, out: Path, *options: str) -> Path:
    """What Passim itself makes of questions, with the reader of this folder."""
    run(ROOT / "mvnw", "-B", "-q", "-Dfrontend.skip=true", "test", f"-Dtest={tool}", f"-Dmodels={folder.parent}",
        f"-Dreader={folder.name}", f"-Dout={out}", *options, cwd=ROOT)
    return out


def features(folder: Path, data: Path, out: Path, *options: str) -> Path:
    return asked("CalibrationFeatures", folder, out, f"-Ddata={data / UNANSWERABLE}",
                 f"-Ddistractors={data / 'squad/train.json.gz'}", f"-Dabsent={data / ANSWERABLE}", "-Devery=4",
                 "-Dabsent-every=50", *options)


def held_out(folder: Path, data: Path, work: Path, sets: dict) -> Path:
    """The same of questions that no fit sees: the recipe says of which articles, and among which others."""
    files = [part(data, Source(**sets[of]), work / f"held-out-{of}.json") for of in ("data", "distractors", "absent")]
    options = [f"-D{of}={file}" for of, file in zip(("data", "distractors", "absent"), files)]
    return asked("CalibrationFeatures", folder, work / "held-out.jsonl", *options, f"-Dlanguage={sets['language']}",
                 f"-Dabsent-every={sets['absent_every']}")


def part(data: Path, source: Source, file: Path) -> Path:
    """Some articles of a file as a file of their own."""
    articles = read(data / source.file)
    file.write_text(json.dumps({"data": articles[source.first : source.last]}), encoding="utf-8")
    return file


def fit(folder: Path, data: Path, work: Path, recipe: dict) -> None:
    """Where reading may stop; then, with these stops, how sure to be."""
    manifest = folder / "model.json"
    everything = features(folder, data, work / "exhaustive.jsonl", "-Dexhaustive=true")
    run(sys.executable, HERE / "fit_stops.py", everything, "--model", manifest)
    stopping = features(folder, data, work / "features.jsonl")
    samples = asked("SampleFeatures", folder, work / "samples.jsonl")
    left_out = ["--leave-out", *recipe["leave_out"]] if "leave_out" in recipe else []
    judged = ["--held-out", held_out(folder, data, work, recipe["held_out"])] if "held_out" in recipe else []
    run(sys.executable, HERE / "fit_calibration.py", stopping, "--samples", samples, "--model", manifest,
        "--data", "SQuAD v2.0 dev, 10 articles", "--out", folder / "calibration.json", *judged, *left_out)
    named = {**json.loads(manifest.read_text(encoding="utf-8")), "calibration": "calibration.json"}
    manifest.write_text(json.dumps(named, indent=2) + "\n", encoding="utf-8")


def publish(folder: Path, place: Path) -> None:
    """Puts a whole folder in its place; what else is there stays, and so does a card that people have written."""
    place.mkdir(parents=True, exist_ok=True)
    begun = [CARD] if (folder / CARD).exists() and not (place / CARD).exists() else []
    for name in ("model.onnx", "tokenizer.json", "calibration.json", *begun, "model.json"):
        shutil.copyfile(folder / name, place / f"{name}.part")
        (place / f"{name}.part").replace(place / name)


def make(file: Path, data: Path, work: Path, folder: Path, hours: float | None) -> None:
    """The folder of a recipe's reader, without stops and calibration."""
    recipe = tomllib.loads(file.read_text())
    if "committed" in recipe:
        reader, tokenizer = committed(ROOT / "models" / recipe["committed"])
    else:
        fetch(recipe["artifact"], work.parent / "jars")
        train(file, data, work.parent, hours)
        reader, tokenizer = model(work.name, work.parent)
    work.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(work / "tokenizer.json"), pretty=False)
    files, differences = export(reader, tokenizer, recipe, work)
    results = measure(files, differences, work / "tokenizer.json", data, recipe)
    (work / "results.json").write_text(json.dumps(results, indent=2) + "\n")
    chosen = recipe["variants"][-1]
    write_folder(reader, tokenizer, recipe, folder, files[chosen], results[chosen])
    (folder / CARD).write_text(card(folder.name, recipe, chosen, results), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE / "work", help="artifacts, checkpoints, weights")
    parser.add_argument("--hours", type=float, help="of training, after which each run is to be finished")
    parser.add_argument("--fit-only", action="store_true", help="stops and calibration of the folder that is there")
    arguments = parser.parse_args()
    recipe, name = tomllib.loads(arguments.recipe.read_text()), arguments.recipe.stem
    data, work = arguments.data.resolve(), arguments.work.resolve() / name
    place, folder = ROOT / "models" / name, work / "models" / name
    if arguments.fit_only:
        shutil.copytree(place, folder, dirs_exist_ok=True)
    else:
        make(arguments.recipe.resolve(), data, work, folder, arguments.hours)
    fit(folder, data, work, recipe)
    publish(folder, place)


if __name__ == "__main__":
    main()
