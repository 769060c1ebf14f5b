"""Place names in news: the share of gold toponyms that is found and put within 161 km (100 miles).

The reader is given articles only. A gold toponym counts where a predicted one overlaps it and lies near enough; one
that is missed is wrong. Corpora: LGL, TR-News, GeoWebNews, as `articles.jsonl` and `toponyms.jsonl` a folder.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from claimtrail.gazetteer.build import kilometres
from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.resolve import resolve
from claimtrail.gazetteer.toponyms import find_toponyms
from claimtrail.model.claim import Place
from claimtrail.model.span import Span

CORPORA = {"lgl": "lgl", "tr-news": "tr_news", "gwn": "gwn"}
NEAR_KM = 161.0


def places(text: str, gazetteer: Gazetteer) -> list[Place]:
    """The places that Claimtrail finds in a text."""
    return resolve(find_toponyms(text, gazetteer), gazetteer, Context.of(text))


def outcome(gold: dict[str, Any], found: list[Place]) -> str:
    """`right`, `far` or `missed`."""
    span = Span(gold["start"], gold["end"])
    near = [p.resolved for p in found if p.resolved and p.span.overlaps(span)]
    if not near:
        return "missed"
    point = gold["lat"], gold["lon"]
    return "right" if any(kilometres(point, (c.lat, c.lon)) <= NEAR_KM for c in near) else "far"


def score(folder: Path, gazetteer: Gazetteer) -> dict[str, dict[str, int]]:
    """The counts of outcomes over toponyms with coordinates: `all`, and `places`, without countries and continents."""
    gold = defaultdict(list)
    for toponym in articles(folder / "toponyms.jsonl"):
        if toponym["lat"] is not None:
            gold[toponym["id"]].append(toponym)
    counts: dict[str, dict[str, int]] = {"all": defaultdict(int), "places": defaultdict(int)}
    for article in articles(folder / "articles.jsonl"):
        found = places(article["text"], gazetteer)
        for toponym in gold[article["id"]]:
            result = outcome(toponym, found)
            counts["all"][result] += 1
            counts["places"][result] += not toponym["country"]
    return counts


def main() -> None:
    """Scores each corpus in the folder."""
    given = arguments("geo", __doc__ or "")
    chosen = [name for name in CORPORA if given.part in (None, name) and (given.folder / name).is_dir()]
    if not chosen:
        stop(f"geo: nothing to score in {given.folder}; parts are {', '.join(CORPORA)}")
    gazetteer = Gazetteer.open()
    rows, figures = [["corpus", "toponyms", "right", "far", "missed", "acc@161km"]], {}
    for name in chosen:
        for kind, counts in score(given.folder / name, gazetteer).items():
            total = sum(counts.values())
            accuracy = counts["right"] / total
            rows.append([f"{name} ({kind})", str(total), *(str(counts[k]) for k in ("right", "far", "missed")),
                         f"{accuracy:.3f}"])  # fmt: skip
            figures[f"{CORPORA[name]}_acc161" + ("_all" if kind == "all" else "")] = accuracy
    show(rows)
    report(figures, given.json)


if __name__ == "__main__":
    main()
