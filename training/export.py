"""Weights to the files that ship: an int8 ONNX graph, its labels, the word pieces, and the manifest."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from claimtrail.reader.encoder import INPUTS
from claimtrail.reader.heads import OUTPUTS, Labels, Parser
from claimtrail.reader.pieces import Batch, Vocabulary, batch
from training import base, conllu
from training.graph import Graph
from training.model import Syntax
from training.scores import rates
from training.settings import Config

FILES = ("syntax.onnx", "syntax.json", "tokenizer.json")
TOLERANCE = 1e-5
_SAMPLE = (
    "The governor said at least 12 people were killed .".split(),
    "Shelling continued overnight near the airport , witnesses told reporters in the capital on Tuesday .".split(),
    "CEASEFIRE HOLDS".split(),
)


def export(config: Config, model: Syntax, labels: Labels) -> dict[str, float]:
    """Write the shipped files, and return the scores of what was written.

    Raises ValueError where the graph in full precision does not do as the model does.
    """
    folder = config.output.model
    folder.mkdir(parents=True, exist_ok=True)
    source = base.files(config.output.cache)
    shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
    names = {key: value for key, value in asdict(labels).items() if key != "lexicon"}
    table = json.dumps(names, ensure_ascii=False, indent=0)
    (folder / "syntax.json").write_text(f"{table}\n", encoding="utf-8")
    samples = _samples(Vocabulary.load(folder / "tokenizer.json"))
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        write_graph(Graph(model.eval(), labels.relations.index("root")).eval(), samples, whole)
        quantize_dynamic(whole, folder / "syntax.onnx", per_channel=True, weight_type=QuantType.QInt8)
    write_manifest(folder, "syntax", FILES, _facts(config, {}))
    scores = _scores(config)
    write_manifest(folder, "syntax", FILES, _facts(config, scores))
    return scores


def _scores(config: Config) -> dict[str, float]:
    """Scores of the files as they ship, on the development and the test part."""
    parser, found = Parser.load(config.output.model), dict[str, float]()
    for part, path in (("dev", config.corpora.dev), ("test", config.corpora.test)):
        trees = conllu.read(path)
        measured = rates(trees, parser.parse([tree.form for tree in trees]))
        found |= {f"ewt_{part}_{name}": round(value, 4) for name, value in measured.items()}
    return found


def _samples(vocabulary: Vocabulary) -> list[Batch]:
    """Batches of different shapes, so that a shape frozen by the export shows."""
    rows = [vocabulary.of(words) for words in _SAMPLE]
    return [batch(rows[first:], vocabulary.start, vocabulary.end) for first in range(len(rows))]


def write_graph(graph: Graph, samples: Sequence[Batch], path: Path) -> None:
    """Export the graph in full precision, and compare what it says of the samples to what the model says."""
    axes = {name: {0: "rows", 1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {0: "rows", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS)}
    axes["arcs"][2] = axes["relations"][2] = "heads"
    names = {"input_names": INPUTS, "output_names": OUTPUTS, "dynamic_axes": axes}
    with torch.no_grad():
        torch.onnx.export(graph, _tensors(samples[0]), path, opset_version=17, dynamo=False, **names)
        expected = [[part.numpy() for part in graph.eval()(*_tensors(sample))] for sample in samples]
    for sample, outputs in zip(samples, expected, strict=True):
        _compare(path, sample, outputs)


def _tensors(sample: Batch) -> tuple[Tensor, ...]:
    return tuple(torch.from_numpy(getattr(sample, name)) for name in INPUTS)


def _compare(path: Path, sample: Batch, expected: Sequence[np.ndarray]) -> None:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found = session.run(OUTPUTS, {name: getattr(sample, name) for name in INPUTS})
    real = sample.words.astype(bool)
    for name, mine, theirs in zip(OUTPUTS, expected, found, strict=True):
        worst = float(np.abs(mine[real] - np.asarray(theirs)[real]).max())
        scale = max(1.0, float(np.abs(mine[real][np.abs(mine[real]) < 1e8]).max()))
        if worst / scale > TOLERANCE:
            raise ValueError(f"{path}: output {name} is off by {worst}")


_PLAIN = (
    {
        "name": "military releases, plain text, parsed by the teachers",
        "licence": "CC BY-SA 4.0",
        "attribution": "ISAF press releases, as collected and released under that licence",
    },
    {
        "name": "articles of training/data, plain text, parsed by the teachers",
        "licence": "Apache-2.0",
        "attribution": "written for Claimtrail",
    },
)


def _facts(config: Config, scores: dict[str, float]) -> dict[str, object]:
    """What the manifest says of the model beside its files."""
    return {
        "base": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": base.DIGESTS["model.safetensors"]},
        "corpora": [
            {
                "name": "UD_English-EWT, train",
                "licence": "CC BY-SA 4.0",
                "attribution": "Universal Dependencies English Web Treebank, "
                "Silveira et al. 2014 and the UD_English-EWT contributors",
            },
            {
                "name": "re3d, training and development sentences of documents without a non-commercial clause",
                "licence": "by document: Open Government Licence 3.0, public domain, CC BY-SA 3.0, CC BY 3.0 AU, "
                "European Union reuse",
                "attribution": "Relationship and Entity Extraction Evaluation Dataset, "
                "Defence Science and Technology Laboratory, UK; tags as split by ConfliBERT",
            },
            *(_PLAIN if config.distil else ()),
        ],
        "seed": config.training.seed,
        "scores": scores,
    }


def write_manifest(folder: Path, part: str, names: Sequence[str], facts: dict[str, object]) -> None:
    """Set one part of `manifest.json`: its facts, and the SHA-256 and size in bytes of its files. Other parts stay."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    files = {name: {"sha256": _digest(folder / name), "bytes": (folder / name).stat().st_size} for name in names}
    manifest[part] = {"files": files} | facts
    path.write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
