"""ISAF press releases coded from claims, against human labels: exact match of each field.

The corpus is strickvl/isafpr_finetune: short military releases from Afghanistan, 2009 to 2013, coded by hand.
The reader is given the text of a release and the day it was published, as far as texts of the corpus tell that
(`isaf_dates`). Its claims are coded by the rules of `isaf_codes` and `isaf_counts` with the words of `isaf.toml`;
`docs/isaf-mapping.md` describes them. No label and no working title of the coders is used.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from benchmarks.isaf_codebook import codebook
from benchmarks.isaf_codes import code
from benchmarks.isaf_dates import published
from claimtrail.claims import find_claims
from claimtrail.claims.scene import scene_of
from claimtrail.errors import Failure
from claimtrail.ingest import articles as ingested
from claimtrail.model import Article, Dated, Place, Precision, Result, Span
from claimtrail.pipeline import Stages
from claimtrail.settings import IngestSettings

# Of the corpus's author, over all 724 releases (mlops.systems, 2024-07-01): the best of GPT-4o or GPT-4-turbo, and the
# best model that was fine-tuned for these fields.
OTHERS = {
    "min_killed": (690, 707),
    "min_captured": (647, 681),
    "killq": (705, 713),
    "captureq": (710, 719),
    "airstrike": (685, 719),
    "start_date": (527, 649),
    "province": (649, 711),
    "target_group": (559, 705),
}
RELEASES = 724
# A day as the text gives it, before the coders' habits are followed, is measured too.
LABELS = {"start_date_as_told": "start_date"}


def main() -> None:
    """Code every release and print the exact match of each field."""
    given = arguments("isaf", __doc__ or "")
    texts, gold = (_file(given.folder, name, given.part) for name in ("articles", "gold"))
    labels = {label["id"]: label for label in articles(gold)}
    rows = list(coded_releases(texts))
    unlabelled = next((name for name, _ in rows if name not in labels), None)
    if unlabelled is not None or not rows:
        stop(f"isaf: {gold} has no label for {unlabelled}; give the folder of data/isaf as it came")
    figures = {
        field: sum(same(row[field], labels[name][LABELS.get(field, field)]) for name, row in rows) / len(rows)
        for field in rows[0][1]
    }
    show([["field", "releases", "exact", "GPT-4", "fine-tuned"], *_table(figures, len(rows))])
    report(figures, given.json)


def coded_releases(texts: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The id and the coded row of each release in a file of articles."""
    read, stages = list(_articles(texts)), Stages.load()
    days = published({article.id: article.text for article in read})
    for article in read:
        yield article.id, code(*_read(_dated(article, days.get(article.id)), stages))


def same(predicted: Any, label: Any) -> bool:
    """Whether a predicted value is the label; lists are sets, in which the data join codes by semicolons too."""
    return bool(_value(predicted) == _value(label))


def _value(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return {codebook().labels.get(code, code) for item in value for code in item.split(";")}


def _file(folder: Path, name: str, part: str | None) -> Path:
    path = folder / (f"{part}.{name}.jsonl" if part else f"{name}.jsonl")
    return path if path.is_file() else stop(f"isaf: {folder} holds no {path.name}; give the folder of data/isaf")


def _articles(path: Path) -> Iterator[Article]:
    for item in ingested([str(path)], IngestSettings()):
        if isinstance(item, Failure):
            stop(f"isaf: {item}")
        yield item


def _dated(article: Article, day: str | None) -> Article:
    return replace(article, published=Dated(day, Precision.DAY, "series")) if day else article


def _read(article: Article, stages: Stages) -> tuple[Result, list[Place]]:
    reading = stages.reader.read(article.text, article.blocks)
    claims = find_claims(article, reading, stages.gazetteer)
    places = scene_of(article, reading, stages.gazetteer).places.within(Span(0, len(article.text)))
    return Result(article, claims, (), tuple(sentence.span for sentence in reading.sentences)), list(places)


def _table(figures: dict[str, float], releases: int) -> Iterator[list[str]]:
    for field, rate in figures.items():
        others = (f"{100 * count / RELEASES:.1f} %" for count in OTHERS.get(field, ()))
        yield [field, str(releases), f"{100 * rate:.1f} %", *(list(others) or ["", ""])]


if __name__ == "__main__":
    main()
