"""Writes the trained claims head as it ships: two ONNX graphs, labels and thresholds, its part of the manifest."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from claimtrail.reader import coreference_input
from claimtrail.reader.claims_head_decode import Labels, Question, Thresholds
from claimtrail.reader.claims_head_input import LAYERS, PAIR_SIZES
from training.claims_head.lexicon import forms
from training.claims_head.model import ClaimsModel, Coreference, Linker, Speech, Tagger
from training.export import write_manifest

FILES = ("claims.onnx", "claims_links.onnx", "claims_coreference.onnx", "claims.json", "tokenizer.json")
TOLERANCE = 1e-4
QUESTION = tuple(Question.__slots__)
TAGGED = ("tags", "hidden", "speech")
ANSWERS = ("events", "statuses", "links", "categories", "amounts")


class TagGraph(nn.Module):
    """The tagger as it ships: probabilities of tags and of speech, and vectors, of every piece."""

    def __init__(self, tagger: Tagger, speech: Speech) -> None:
        super().__init__()
        self.tagger = tagger
        self.speech = speech

    def forward(self, *given: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        tags, hidden = self.tagger(*given)
        return tags.softmax(-1), hidden, self.speech(hidden).softmax(-1)


class CoreferenceGraph(nn.Module):
    """The coreference head as it ships: probabilities."""

    def __init__(self, head: Coreference) -> None:
        super().__init__()
        self.head = head

    def forward(self, *given: Tensor) -> Tensor:
        return self.head(*given).softmax(-1)


class LinkGraph(nn.Module):
    """The linker as it ships: probabilities."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        events, statuses, links, categories, counts = self.linker(*given)
        return events.softmax(-1), statuses.softmax(-1), links.sigmoid(), categories.softmax(-1), counts.sigmoid()


def export(
    model: ClaimsModel, labels: Labels, thresholds: Thresholds, pieces: int, folder: Path, facts: dict[str, object]
) -> None:
    """Write the files and the `claims` part of the manifest. Raises ValueError where a graph differs from the model."""
    model.eval()
    table = {"labels": asdict(labels), "thresholds": asdict(thresholds), "pieces": pieces, "lexicon": forms()}
    (folder / "claims.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _write_tagger(TagGraph(model.tagger, model.speech).eval(), whole)
        quantize_dynamic(whole, folder / "claims.onnx", per_channel=True, weight_type=QuantType.QInt8)
    _write_linker(LinkGraph(model.linker).eval(), folder / "claims_links.onnx")
    _write_coreference(CoreferenceGraph(model.coreference).eval(), folder / "claims_coreference.onnx")
    write_manifest(folder, "claims", FILES, facts)


def _write_tagger(graph: nn.Module, path: Path) -> None:
    names = ("ids", "shapes", "gaps", "flags", "mask")
    samples = [tuple(_sizes(high, rows, size) for high in (3000, 9, 3, 16, 1)) for rows, size in ((2, 17), (1, 40))]
    samples = [(*s[:4], torch.ones_like(s[4])) for s in samples]
    axes = {name: {0: "rows", 1: "pieces"} for name in (*names, *TAGGED)}
    _write(graph, samples, path, names, TAGGED, axes)


def _write_linker(graph: nn.Module, path: Path) -> None:
    names = ("hidden", *QUESTION)
    axes = {
        "hidden": {0: "words"},
        "triggers": {0: "t"},
        "mentions": {0: "m"},
        "layers": {0: "m"},
        "features": {0: "t", 1: "m"},
        "whos": {0: "w"},
        "counts": {0: "c"},
        "count_features": {0: "w", 1: "c"},
        "events": {0: "t"},
        "statuses": {0: "t"},
        "links": {0: "t", 1: "m"},
        "categories": {0: "m"},
        "amounts": {0: "w", 1: "c"},
    }
    samples = [
        _question(30, 3, 7, 2, 3),
        _question(50, 2, 9, 3, 2),
        _question(20, 1, 2, 1, 0),
        _question(20, 1, 0, 0, 0),
    ]
    _write(graph, samples, path, names, ANSWERS, axes)


def _write_coreference(graph: nn.Module, path: Path) -> None:
    axes = {
        "hidden": {0: "words"},
        "mentions": {0: "m"},
        "features": {0: "m", 1: "m"},
        "antecedents": {0: "m", 1: "n"},
    }
    samples = []
    for words, size in ((30, 5), (60, 12), (20, 1)):
        first = torch.randint(0, words - 4, (size,)).sort().values
        mentions = torch.stack((first, first + torch.randint(1, 4, (size,))), -1)
        classes = torch.stack([torch.randint(0, n, (size, size)) for n in coreference_input.SIZES], -1)
        samples.append((torch.randn(words, 384), mentions, classes))
    _write(graph, samples, path, ("hidden", "mentions", "features"), ("antecedents",), axes)


def _question(words: int, triggers: int, mentions: int, whos: int, counts: int) -> tuple[Tensor, ...]:
    def ranges(n: int) -> Tensor:
        first = torch.randint(0, words - 4, (n,))
        return torch.stack((first, first + torch.randint(1, 4, (n,))), -1)

    def features(*shape: int) -> Tensor:
        return torch.stack([torch.randint(0, n, shape) for n in PAIR_SIZES], -1)

    return (
        torch.randn(words, 384),
        ranges(triggers),
        ranges(mentions),
        torch.randint(1, len(LAYERS), (mentions,)),
        features(triggers, mentions),
        torch.arange(whos),
        torch.arange(whos, whos + counts),
        features(whos, counts),
    )


def _sizes(high: int, *shape: int) -> Tensor:
    return torch.randint(0, high, shape)


def _write(
    graph: nn.Module,
    samples: Sequence[tuple[Tensor, ...]],
    path: Path,
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
) -> None:
    """Export in full precision, and compare what the graph says of the samples to what the model says."""
    with torch.no_grad():
        torch.onnx.export(
            graph,
            samples[0],
            path,
            opset_version=17,
            dynamo=False,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
        )
        expected = [_parts(graph.eval()(*sample)) for sample in samples]
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    for sample, mine in zip(samples, expected, strict=True):
        theirs = session.run(outputs, {name: x.numpy() for name, x in zip(inputs, sample, strict=True)})
        for name, a, b in zip(outputs, mine, theirs, strict=True):
            if a.shape != b.shape or (a.size and float(np.abs(a - b).max()) > TOLERANCE):
                raise ValueError(f"{path}: output {name} differs")


def _parts(answer: Tensor | tuple[Tensor, ...]) -> list[np.ndarray]:
    return [part.numpy() for part in (answer if isinstance(answer, tuple) else (answer,))]
