"""Exports an extractive reader of the BERT family as a folder that Passim loads; see ../README.md.

    python export_reader.py HUGGING_FACE_FOLDER models/NAME --languages en --licence Apache-2.0 --source "where it is from"

The folder is local: config.json, weights, tokenizer.json. Packages: requirements.txt.
"""

import argparse
import hashlib
import json
import pathlib
import warnings

import onnx
import torch
import transformers

OUTPUTS = ["start_logits", "end_logits"]
PAD = ("[PAD]", "<pad>")
MASK = ("[MASK]", "<mask>")
# Short enough for a window of 128 tokens even if every character is a token.
QUESTION = "Who opened the café in 1878?"
PASSAGE = "Ada Marsh's son did: on Harbour Street, for £3.50 a week (déjà vu, naïvely)."


class Logits(torch.nn.Module):
    """A model as the graph gives it: two tensors and nothing else."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.inputs, self.outputs = inputs_of(model), OUTPUTS

    def forward(self, *tensors):
        output = self.model(**dict(zip(self.inputs, tensors)))
        return output.start_logits, output.end_logits


def inputs_of(model):
    """Names of the tensors that a model of the BERT family takes."""
    types = getattr(model.config, "type_vocab_size", 0) > 1
    return ["input_ids", "attention_mask"] + (["token_type_ids"] if types else [])


def write_graph(module, file, axes=("batch", "sequence")):
    """Writes a module that says what its inputs and outputs are called; `axes` are those of its outputs."""
    example = tuple(torch.ones(2, 12, dtype=torch.int64) for _ in module.inputs)
    dynamic = {name: {0: "batch", 1: "sequence"} for name in module.inputs}
    dynamic.update({name: dict(enumerate(axes)) for name in module.outputs})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module, example, str(file), dynamo=False, opset_version=17, input_names=module.inputs,
            output_names=module.outputs, dynamic_axes=dynamic)
    graph = onnx.load(file)
    for node in graph.graph.node:
        node.ClearField("doc_string")
    onnx.save(graph, file)


def max_length(model):
    """Most tokens of a window: the positions, less those before the first (RoBERTa counts from padding_idx + 1)."""
    positions = model.base_model.embeddings.position_embeddings
    first = 0 if positions.padding_idx is None else positions.padding_idx + 1
    return positions.num_embeddings - first


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def token_id(tokenizer, names):
    """Of the first name that the vocabulary has."""
    ids = [tokenizer.token_to_id(name) for name in names]
    return next(each for each in ids if each is not None)


def probe(tokenizer):
    """Texts and the ids that this tokenizer gives both together, by which a server knows it again."""
    return {"question": QUESTION, "passage": PASSAGE, "ids": tokenizer.encode(QUESTION, PASSAGE).ids}


def write_folder(model, tokenizer, folder, name, languages, licence, source):
    """Writes model.onnx, tokenizer.json and model.json.

    model is a ...ForQuestionAnswering with eager attention, tokenizer a tokenizers.Tokenizer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reader = Logits(model.eval())
    write_graph(reader, folder / "model.onnx")
    write_manifest(reader, tokenizer, folder, {
        "name": name, "task": "extractive-qa", "languages": languages, "maxLength": max_length(model),
        "licence": licence, "source": source})
    return reader


def write_manifest(module, tokenizer, folder, fields):
    """Writes tokenizer.json, and model.json with `fields` and what is known of the folder's model.onnx."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    manifest = {
        **{key: fields.pop(key) for key in ("name", "task", "languages")},
        "file": "model.onnx", "sha256": sha256(folder / "model.onnx"),
        "tokenizer": "tokenizer.json", "tokenizerSha256": sha256(folder / "tokenizer.json"),
        "inputs": [{"name": each, "type": "int64", "rank": 2} for each in module.inputs],
        "outputs": [{"name": each, "type": "float32", "rank": 2} for each in module.outputs],
        "maxLength": fields.pop("maxLength"),
        "padTokenId": token_id(tokenizer, PAD), "maskTokenId": token_id(tokenizer, MASK),
        **fields,
    }
    probed = probe(tokenizer)
    if len(probed["ids"]) <= manifest["maxLength"]:
        manifest["probe"] = probed
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--languages", nargs="+", required=True, help="ISO 639-1 codes")
    parser.add_argument("--licence", required=True, help="SPDX identifier of the weights")
    parser.add_argument("--source", required=True)
    arguments = parser.parse_args()
    model = transformers.AutoModelForQuestionAnswering.from_pretrained(
        arguments.model, local_files_only=True, attn_implementation="eager", dtype=torch.float32)
    tokenizer = transformers.AutoTokenizer.from_pretrained(arguments.model, local_files_only=True).backend_tokenizer
    write_folder(model, tokenizer, arguments.folder, arguments.folder.name, arguments.languages, arguments.licence,
                 arguments.source)


if __name__ == "__main__":
    main()
