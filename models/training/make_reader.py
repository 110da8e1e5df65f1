"""Makes a reader, from data to finished folder:

    python models/training/make_reader.py models/training/recipes/NAME.toml --data DATA

trains (or goes on from the last checkpoint), exports, measures every file on the validation data, and writes
models/NAME with the graph, tokenizer, manifest and measured figures. Then fits where reading may stop and the
calibration, for which Java reads the questions. `DATA` holds squad/train.json.gz and the other files that the recipe
names; see README.md.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

from passim_reader.squad import Source, read

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy"
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


def export(reader, tokenizer, recipe: dict, folder: Path) -> dict[str, Path]:
    """The recipe's variants as ONNX files, and the weights as a Hugging Face folder for comparisons."""
    from passim_reader import export as exporter
    from transformers import PreTrainedTokenizerFast

    reader.save_pretrained(folder / "hf")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, cls_token="[CLS]", sep_token="[SEP]", pad_token="[PAD]",
                            mask_token="[MASK]", unk_token="[UNK]").save_pretrained(folder / "hf")
    graph = exporter.fused(reader)
    files = {}
    for variant in recipe["variants"]:
        files[variant] = folder / f"{variant}.onnx"
        exporter.variant(graph, exporter.VARIANTS[variant], files[variant])
    return files


def measure(files: dict[str, Path], tokenizer: Path, data: Path, recipe: dict) -> dict[str, dict]:
    """Every file on SQuAD's validation data and on what the recipe keeps of other languages."""
    from passim_reader.evaluate import Reader, answerable, evaluate, predict
    results = {}
    for variant, file in files.items():
        results[variant] = evaluate(file, tokenizer, data / ANSWERABLE, data / UNANSWERABLE, 1)
        for kept in recipe.get("validation", []):
            predictions, _ = predict(Reader(file, tokenizer), Source(**kept).load(data), 1)
            results[variant][kept["file"]] = answerable(predictions)
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
    manifest["quality"] = [
        {"data": file, "metric": metric, "value": value}
        for file, metrics in result.items()
        if isinstance(metrics, dict)
        for metric, value in metrics.items()
        if isinstance(value, float)
    ]
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def asked(tool: str, name: str, out: Path, *options: str) -> Path:
    """What Passim itself makes of questions, with this reader."""
    run(ROOT / "mvnw", "-B", "-q", "-Dfrontend.skip=true", "test", f"-Dtest={tool}", f"-Dreader={name}", f"-Dout={out}",
        *options, cwd=ROOT)
    return out


def features(name: str, data: Path, out: Path, *options: str) -> Path:
    return asked("CalibrationFeatures", name, out, f"-Ddata={data / UNANSWERABLE}",
                 f"-Ddistractors={data / 'squad/train.json.gz'}", f"-Dabsent={data / ANSWERABLE}", "-Devery=4",
                 "-Dabsent-every=50", *options)


def held_out(name: str, data: Path, work: Path, sets: dict) -> Path:
    """The same of questions that no fit sees: the recipe says of which articles, and among which others."""
    files = [part(data, Source(**sets[of]), work / name / f"held-out-{of}.json") for of in ("data", "distractors", "absent")]
    options = [f"-D{of}={file}" for of, file in zip(("data", "distractors", "absent"), files)]
    return asked("CalibrationFeatures", name, work / name / "held-out.jsonl", *options, f"-Dlanguage={sets['language']}",
                 f"-Dabsent-every={sets['absent_every']}")


def part(data: Path, source: Source, file: Path) -> Path:
    """Some articles of a file as a file of their own."""
    articles = read(data / source.file)
    file.write_text(json.dumps({"data": articles[source.first : source.last]}), encoding="utf-8")
    return file


def stand_in(folder: Path) -> None:
    """The calibration of before, until there is a new one: no server starts with a reader that has none."""
    file = folder / "calibration.json"
    if file.exists():
        manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        before = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps({**before, "readerSha256": manifest["sha256"]}, indent=2) + "\n", encoding="utf-8")
        name_calibration(folder)


def name_calibration(folder: Path) -> None:
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    manifest["calibration"] = "calibration.json"
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def fit(name: str, data: Path, work: Path, recipe: dict) -> None:
    """Where reading may stop; then, with these stops, how sure to be."""
    folder = ROOT / "models" / name
    stand_in(folder)
    everything = features(name, data, work / name / "exhaustive.jsonl", "-Dexhaustive=true")
    run(sys.executable, HERE / "fit_stops.py", everything, "--model", folder / "model.json")
    stopping = features(name, data, work / name / "features.jsonl")
    samples = asked("SampleFeatures", name, work / name / "samples.jsonl")
    judged = ["--held-out", held_out(name, data, work, recipe["held_out"])] if "held_out" in recipe else []
    run(sys.executable, HERE / "fit_calibration.py", stopping, "--samples", samples, "--model", folder / "model.json",
        "--data", "SQuAD v2.0 dev, 10 articles", "--out", folder / "calibration.json", *judged)
    name_calibration(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE / "work", help="artifacts, checkpoints, weights")
    parser.add_argument("--hours", type=float, help="of training, after which each run is to be finished")
    arguments = parser.parse_args()
    recipe, name = tomllib.loads(arguments.recipe.read_text()), arguments.recipe.stem
    data, work = arguments.data.resolve(), arguments.work.resolve()
    fetch(recipe["artifact"], work / "jars")
    train(arguments.recipe.resolve(), data, work, arguments.hours)
    reader, tokenizer = model(name, work)
    files = export(reader, tokenizer, recipe, work / name)
    results = measure(files, work / name / "tokenizer.json", data, recipe)
    (work / name / "results.json").write_text(json.dumps(results, indent=2) + "\n")
    chosen = recipe["variants"][-1]
    write_folder(reader, tokenizer, recipe, ROOT / "models" / name, files[chosen], results[chosen])
    fit(name, data, work, recipe)


if __name__ == "__main__":
    main()
