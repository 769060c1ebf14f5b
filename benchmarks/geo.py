"""Place names in news: the share of gold toponyms that is found and put within 161 km (100 miles).

The articles are read as `claimtrail read` reads them. A gold toponym counts where a predicted one overlaps it and lies
near enough; one that is missed is wrong. Precision is the share of resolved names that overlap some gold toponym.
Corpora: LGL, TR-News, GeoWebNews, as `articles.jsonl` and `toponyms.jsonl` a folder.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from claimtrail.claims.scene import find_places
from claimtrail.errors import Failure
from claimtrail.gazetteer.build import kilometres
from claimtrail.ingest import articles as ingested
from claimtrail.model.claim import Place
from claimtrail.model.span import Span
from claimtrail.pipeline import Stages
from claimtrail.settings import IngestSettings

CORPORA = {"lgl": "lgl", "tr-news": "tr_news", "gwn": "gwn"}
NEAR_KM = 161.0


def places(folder: Path, stages: Stages) -> Iterator[tuple[str, list[Place]]]:
    """The id of each article of a corpus, and the places that Claimtrail finds in it."""
    for item in ingested([str(folder / "articles.jsonl")], IngestSettings()):
        if isinstance(item, Failure):
            stop(f"geo: {item}")
        reading = stages.reader.read(item.text, item.blocks)
        yield item.id, find_places(item, reading, stages.gazetteer)


def outcome(gold: dict[str, Any], found: list[Place]) -> str:
    """`right`, `far` or `missed`."""
    span = Span(gold["start"], gold["end"])
    near = [p.resolved for p in found if p.resolved and p.span.overlaps(span)]
    if not near:
        return "missed"
    point = gold["lat"], gold["lon"]
    return "right" if any(kilometres(point, (c.lat, c.lon)) <= NEAR_KM for c in near) else "far"


@dataclass(slots=True)
class Score:
    """Outcomes over gold toponyms with coordinates: `every` one, and without countries and continents; precision."""

    every: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    named: int = 0
    resolved: int = 0

    def add(self, gold: list[dict[str, Any]], found: list[Place]) -> None:
        """Count one article."""
        for toponym in gold:
            if toponym["lat"] is not None:
                result = outcome(toponym, found)
                self.every[result] += 1
                if not toponym["country"]:
                    self.places[result] += 1
        spans = [Span(toponym["start"], toponym["end"]) for toponym in gold]
        resolved = [place.span for place in found if place.resolved]
        self.resolved += len(resolved)
        self.named += sum(any(span.overlaps(other) for other in spans) for span in resolved)


def score(folder: Path, stages: Stages) -> Score:
    """The score of one corpus."""
    gold = defaultdict(list)
    for toponym in articles(folder / "toponyms.jsonl"):
        gold[toponym["id"]].append(toponym)
    total = Score()
    for id_, found in places(folder, stages):
        total.add(gold[id_], found)
    return total


def row(name: str, counts: Counter[str], precision: float) -> list[str]:
    """A row of the table."""
    figures = [str(counts[kind]) for kind in ("right", "far", "missed")]
    return [name, str(counts.total()), *figures, f"{counts['right'] / counts.total():.3f}", f"{precision:.3f}"]


def main() -> None:
    """Scores each corpus in the folder."""
    given = arguments("geo", __doc__ or "")
    chosen = [name for name in CORPORA if given.part in (None, name) and (given.folder / name).is_dir()]
    if not chosen:
        stop(f"geo: nothing to score in {given.folder}; parts are {', '.join(CORPORA)}")
    stages = Stages.load()
    rows, figures = [["corpus", "toponyms", "right", "far", "missed", "acc@161km", "precision"]], {}
    for name in chosen:
        result, key = score(given.folder / name, stages), CORPORA[name]
        precision = result.named / result.resolved
        rows += [row(name, result.places, precision), row(f"{name}, countries too", result.every, precision)]
        figures[f"{key}_acc161"] = result.places["right"] / result.places.total()
        figures[f"{key}_acc161_all"] = result.every["right"] / result.every.total()
        figures[f"{key}_precision"] = precision
    show(rows)
    report(figures, given.json)


if __name__ == "__main__":
    main()
