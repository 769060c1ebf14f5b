"""How fast text is read beside a spaCy pipeline of like size: `python -m benchmarks.peers FOLDER [--part PART]`.

Both read the same texts, one process and one thread each, models loaded before the clock starts. Claimtrail's reader
is timed whole: both encoders, parts of speech, lemmas, trees, mentions, claims, speech and coreference. The spaCy
pipeline is that of its small English models by shape (hash embeddings, four convolutions 96 wide, tagger, parser,
entity recogniser), set up with untrained weights: they cost the same time as trained ones, and no network is needed.
Needs spaCy, which `training/requirements.txt` names and Claimtrail does not.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.common import arguments, articles, report, show, stop

TRAINER = Path(".venv-train/bin/python")
ENOUGH = 60_000
"""Words read by each."""
TAGS = ("NN", "NNS", "NNP", "VB", "VBD", "VBN", "JJ", "IN", "DT", "CC", "PRP", "RB", "TO", "CD", ".", ",")
RELATIONS = ("nsubj", "dobj", "prep", "pobj", "det", "amod", "compound", "aux", "conj", "cc", "advmod", "punct", "ROOT")
TYPES = ("PERSON", "ORG", "GPE", "DATE", "CARDINAL", "NORP", "LOC")


def texts(folder: Path, part: str | None) -> list[str]:
    """The texts of a folder, repeated until they have enough words."""
    paths = [folder / f"{part}.jsonl"] if part else sorted(folder.glob("*.jsonl"))
    found = [row["text"] for path in paths if path.is_file() for row in articles(path) if "text" in row]
    if not found:
        stop(f"peers: no articles in {folder}; give a folder with a .jsonl of articles")
    size = sum(len(text.split()) for text in found)
    return found * -(-ENOUGH // size)


def ours() -> Callable[[Sequence[str]], None]:
    """Claimtrail's reader on one thread."""
    from claimtrail.model import Block, BlockKind, Span
    from claimtrail.reader import Reader

    reader = Reader.load(threads=1)

    def read(given: Sequence[str]) -> None:
        for text in given:
            reader.read(text, [Block(Span(0, len(text)), BlockKind.BODY)])

    return read


def spacy_like() -> Callable[[Sequence[str]], None]:
    """A spaCy pipeline of the shape of its small models."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    labels = {"tagger": TAGS, "parser": RELATIONS, "ner": TYPES}
    for name, names in labels.items():
        pipe = nlp.add_pipe(name)
        for label in names:
            pipe.add_label(label)
    sample = {"words": ["Rebels", "fled", "."], "tags": ["NNS", "VBD", "."], "heads": [1, 1, 1]}
    sample |= {"deps": ["nsubj", "ROOT", "punct"], "entities": ["O", "O", "O"]}
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Rebels fled."), sample)])

    def read(given: Sequence[str]) -> None:
        for _ in nlp.pipe(given, batch_size=32):
            pass

    return read


def main() -> None:
    """Time both and print words a second."""
    given = arguments("peers", "Words a second beside a spaCy pipeline of like size.")
    if find_spec("spacy") is None:
        if not TRAINER.is_file() or Path(sys.executable).absolute() == TRAINER.absolute():
            stop("peers: needs spaCy; make .venv-train/ready installs it")
        path = os.pathsep.join(["src", os.environ.get("PYTHONPATH", "")])
        os.environ |= {"PYTHONPATH": path, "OMP_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
        os.execv(TRAINER, [str(TRAINER), "-m", "benchmarks.peers", *sys.argv[1:]])
    batch = texts(given.folder, given.part)
    words = sum(len(text.split()) for text in batch)
    figures = {}
    for name, made in (("claimtrail", ours), ("spacy", spacy_like)):
        read = made()
        read(batch[:5])
        began = time.perf_counter()
        read(batch)
        figures[f"{name}_words_per_s"] = words / (time.perf_counter() - began)
    figures["ratio"] = figures["claimtrail_words_per_s"] / figures["spacy_words_per_s"]
    show([[f"{len(batch)} articles, {words:,} words", ""], *([name, f"{x:,.2f}"] for name, x in figures.items())])
    report(figures, given.json)


if __name__ == "__main__":
    main()
