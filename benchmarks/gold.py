"""Score claims against gold annotations, slot by slot: `python -m benchmarks.gold FOLDER [--part PART] [--json]`.

FOLDER holds PART.jsonl (articles) and PART/ (one annotation a document); PART is `dev` unless told. The measure is the
`score.py` that stands in FOLDER, or in the corpus of gold claims beside the project. A second table tells the figures
of each manner of article, which is the first part of its id: `bbc` of `bbc-3095fb15`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.common import arguments, report, show, stop
from claimtrail.errors import Failure
from claimtrail.export import record
from claimtrail.pipeline import run
from claimtrail.settings import Settings

SHOWN = ("all", "claim", "figures", "attribution")
SCORER = Path(__file__).parents[2] / "shared/gold/score.py"


def main() -> None:
    """Read the articles, score the claims, print the table."""
    given = arguments("gold", "Claims against gold annotations.")
    articles, gold = corpus(given.folder, given.part)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
        predictions.writelines(line + "\n" for line in _predictions(articles))
        predictions.flush()
        read = _Read(articles, gold, Path(predictions.name), scorer(given.folder))
        rows, manners = read.score(gold), list(read.by_manner())
    table = [
        [slot, *(f"{x[k]}" for k in ("gold", "pred")), *(f"{x[k]:.3f}" for k in ("p", "r", "f1"))]
        for slot, x in rows.items()
    ]
    show([["slot", "gold", "predicted", "P", "R", "F1"], *table])
    print()
    show([["manner", "claims", *SHOWN], *manners])
    report({slot: x["f1"] for slot, x in rows.items()}, given.json)


def corpus(folder: Path, part: str | None) -> tuple[Path, Path]:
    """The articles and the folder of annotations."""
    names = [part] if part else ["dev", "articles"]
    for name in names:
        for articles in (folder / f"{name}.jsonl", folder / f"{name}.articles.jsonl"):
            gold = folder / name if (folder / name).is_dir() else folder
            if articles.is_file() and any(gold.glob("*.json")):
                return articles, gold
    stop(f"gold: {folder} holds no {names[0]}.jsonl with annotations in {names[0]}/")


def scorer(folder: Path) -> Path:
    """The `score.py` of a folder, else that of the corpus of gold claims beside the project."""
    for path in (folder / "score.py", SCORER):
        if path.is_file():
            return path
    stop(f"gold: no score.py in {folder}, nor at {SCORER}")


@dataclass(frozen=True, slots=True)
class _Read:
    """The articles, their annotations, the claims found in them, and what measures these."""

    articles: Path
    gold: Path
    predictions: Path
    scorer: Path

    def score(self, gold: Path) -> dict[str, dict[str, float]]:
        """The figures of each slot over the documents that a folder annotates."""
        command = [sys.executable, str(self.scorer), "--json", str(self.articles), str(gold), str(self.predictions)]
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))

    def by_manner(self) -> Iterator[list[str]]:
        """A row of F1 for each manner of article."""
        documents = sorted(self.gold.glob("*.json"))
        for manner, those in groupby(documents, key=lambda path: path.stem.partition("-")[0]):
            with tempfile.TemporaryDirectory() as folder:
                for path in those:
                    (Path(folder) / path.name).symlink_to(path.resolve())
                rows = self.score(Path(folder))
            yield [manner, str(rows["claim"]["gold"]), *(f"{rows[slot]['f1']:.3f}" for slot in SHOWN)]


def _predictions(articles: Path) -> Iterator[str]:
    for item in run([str(articles)], Settings()):
        if isinstance(item, Failure):
            stop(f"gold: {item}")
        yield json.dumps(record(item))


if __name__ == "__main__":
    main()
