"""The beginning of a model card: what a recipe and its results say. The limits are for people to write."""

from .squad import Source

UNWRITTEN = "Nobody has written them down yet."
METRICS = ("questions", "EM", "F1", "no-answer accuracy", "calibration error")


def card(name: str, recipe: dict, chosen: str, results: dict[str, dict]) -> str:
    """In Markdown. `results` has the figures of each variant; `chosen` is the one that is model.onnx."""
    about = recipe["manifest"]
    source = about["source"].removesuffix("; see MODEL_CARD.md")
    return "\n\n".join([
        f"# {name}",
        f"Extractive question-answering reader ({', '.join(about['languages'])}): {source}. Made by"
        f" `../training/recipes/{name}.toml`.",
        "## Data", _data(recipe),
        "## Licence", f"{about['licence']}.",
        "## Training", _training(recipe),
        "## Results", f"`model.onnx` is the file `{chosen}`.", _files(results),
        "Every question asked of its own paragraph (`python -m passim_reader.evaluate`):", _measured(results),
        "## Limits", UNWRITTEN,
    ]) + "\n"


def _data(recipe: dict) -> str:
    sources = [Source(**source) for stage in recipe.get("stages", []) for source in stage["data"]]
    lines = [f"- trained on {name}" for name in dict.fromkeys(source.name for source in sources)]
    lines += [f"- has seen {file}" for file in recipe.get("seen", [])]
    lines += [f"- measured on {Source(**kept).name}, which it has not seen" for kept in recipe.get("validation", [])]
    return "\n".join(lines)


def _training(recipe: dict) -> str:
    if "committed" in recipe:
        return f"None: the weights are those of [{recipe['committed']}](../{recipe['committed']}/MODEL_CARD.md)."
    begins = [("encoder", recipe["artifact"])]
    begins += [(key, recipe[key]) for key in ("start", "blend", "teacher", "layers") if key in recipe]
    numbers = [(key, recipe[key]) for key in ("tokens", "rate", "seed", "shares") if key in recipe]
    return _table(["", ""], [[key, f"`{value}`"] for key, value in begins + numbers])


def _files(results: dict[str, dict]) -> str:
    rows = [[f"`{variant}`", *(_figure(result.get(key)) for key in ("megabytes", "largest difference of a logit", "passages/s"))]
            for variant, result in results.items()]
    head = ["file", "MB", "largest difference of a logit from PyTorch's", "passages/s, beside whatever else ran"]
    return _table(head, rows)


def _measured(results: dict[str, dict]) -> str:
    rows = [[data, f"`{variant}`", *(_figure(figures.get(metric)) for metric in METRICS)]
            for variant, result in results.items() for data, figures in result.items() if isinstance(figures, dict)]
    return _table(["data", "file", *METRICS], rows)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:.4g}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])
