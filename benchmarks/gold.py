"""Score claims against gold annotations, slot by slot: `python -m benchmarks.gold FOLDER [--part PART] [--json]`.

FOLDER holds PART.jsonl (articles) and PART/ (one annotation a document); PART is `dev` unless told. The measure is the
`score.py` that stands in FOLDER, or in the corpus of gold claims beside the project.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import arguments, report, show, stop
from claimtrail.errors import Failure
from claimtrail.export import record
from claimtrail.pipeline import run
from claimtrail.settings import Settings

SCORER = Path(__file__).parents[2] / "shared/gold/score.py"


def main() -> None:
    """Read the articles, score the claims, print the table."""
    given = arguments("gold", "Claims against gold annotations.")
    articles, gold = _part(given.folder, given.part)
    rows = _score(articles, gold, _scorer(given.folder))
    table = [
        [slot, *(f"{x[k]}" for k in ("gold", "pred")), *(f"{x[k]:.3f}" for k in ("p", "r", "f1"))]
        for slot, x in rows.items()
    ]
    show([["slot", "gold", "predicted", "P", "R", "F1"], *table])
    report({slot: x["f1"] for slot, x in rows.items()}, given.json)


def _part(folder: Path, part: str | None) -> tuple[Path, Path]:
    """The articles and the folder of annotations."""
    names = [part] if part else ["dev", "articles"]
    for name in names:
        for articles in (folder / f"{name}.jsonl", folder / f"{name}.articles.jsonl"):
            gold = folder / name if (folder / name).is_dir() else folder
            if articles.is_file() and any(gold.glob("*.json")):
                return articles, gold
    stop(f"gold: {folder} holds no {names[0]}.jsonl with annotations in {names[0]}/")


def _scorer(folder: Path) -> Path:
    for scorer in (folder / "score.py", SCORER):
        if scorer.is_file():
            return scorer
    stop(f"gold: no score.py in {folder}, nor at {SCORER}")


def _score(articles: Path, gold: Path, scorer: Path) -> dict[str, dict[str, float]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
        for line in _predictions(articles):
            predictions.write(line + "\n")
        predictions.flush()
        command = [sys.executable, str(scorer), "--json", str(articles), str(gold), predictions.name]
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def _predictions(articles: Path) -> Iterator[str]:
    for item in run([str(articles)], Settings()):
        if isinstance(item, Failure):
            stop(f"gold: {item}")
        yield json.dumps(record(item))


if __name__ == "__main__":
    main()
