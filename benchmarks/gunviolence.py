"""Casualties of shootings from local news: `python -m benchmarks.gunviolence FOLDER [--limit N] [--json]`.

For each incident with at least four registered casualties, the first article listed for it is read (title and text)
and its main event's toll (`claimtrail.claims.tolls`) is held against the register: killed and injured exact, and
within one. The place is right where the first of the toll's claims that has one names the city, the date where the
first dated one begins on the day. Nothing of the register is given to the reader; its figures are final ones, which
an article of the day may lack.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import articles, report, show, stop
from claimtrail.claims.tolls import Toll, main_toll
from claimtrail.errors import Failure
from claimtrail.model import Result
from claimtrail.pipeline import run
from claimtrail.settings import Settings

LEAST = 4


@dataclass(frozen=True, slots=True)
class Read:
    """An incident of the register, and what was read of it."""

    incident: Mapping[str, Any]
    toll: Toll
    place: str | None
    day: str | None


def main() -> None:
    """Read the first articles, score the tolls and the baseline, print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gunviolence")
    parser.add_argument("folder", type=Path, help="the folder of the corpus")
    parser.add_argument("--part", help="score this part only")
    parser.add_argument("--limit", type=int, help="read so many incidents only, spread over the whole")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    given = parser.parse_args()
    prefix = f"{given.part}." if given.part else ""
    files = [given.folder / f"{prefix}{name}.jsonl" for name in ("incidents", "articles")]
    for path in files:
        if not path.is_file():
            stop(f"gunviolence: no {path}; give the folder that holds the corpus")
    incidents = chosen(articles(files[0]), given.limit)
    texts = {article["id"]: article for article in articles(files[1])}
    read = list(_read(incidents, texts))
    figures = scores(read)
    rows = [[name, f"{value:.3f}"] for name, value in figures.items()]
    show([[f"{len(read)} incidents", "share"], *rows])
    report({**figures, "incidents": len(read)}, given.json)


def chosen(incidents: Sequence[Mapping[str, Any]], limit: int | None) -> list[Mapping[str, Any]]:
    """The incidents with enough casualties known, or so many of them at even distances."""
    known = [each for each in incidents if each["killed"] is not None and each["killed"] + each["injured"] >= LEAST]
    step = max(1, len(known) // limit) if limit else 1
    return known[::step][:limit]


def scores(read: Sequence[Read]) -> dict[str, float]:
    """The shares that are right, those of "always one killed, nobody injured" beside them."""
    pairs = [
        (each.toll.killed - each.incident["killed"], each.toll.wounded - each.incident["injured"]) for each in read
    ]
    table = {
        "killed": [killed == 0 for killed, _ in pairs],
        "killed_within_1": [abs(killed) <= 1 for killed, _ in pairs],
        "injured": [injured == 0 for _, injured in pairs],
        "injured_within_1": [abs(injured) <= 1 for _, injured in pairs],
        "both": [pair == (0, 0) for pair in pairs],
        "place": [_city(each.incident) == (each.place or "").casefold() for each in read],
        "date": [each.incident["date"] == each.day for each in read],
        "always_1_killed": [each.incident["killed"] == 1 for each in read],
        "always_0_injured": [each.incident["injured"] == 0 for each in read],
    }
    return {name: sum(hits) / max(1, len(hits)) for name, hits in table.items()}


def _city(incident: Mapping[str, Any]) -> str:
    return str(incident["city"]).split(" (")[0].casefold()


def _read(incidents: Sequence[Mapping[str, Any]], texts: Mapping[str, Mapping[str, Any]]) -> Iterator[Read]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as lines:
        lines.writelines(json.dumps(_input(each, texts[each["article_ids"][0]])) + "\n" for each in incidents)
        lines.flush()
        for incident, item in zip(incidents, run([lines.name], Settings()), strict=True):
            if isinstance(item, Failure):
                stop(f"gunviolence: {item}")
            yield of_main_event(incident, item)


def _input(incident: Mapping[str, Any], article: Mapping[str, Any]) -> dict[str, str]:
    """The article with its title as its first line, where it has not got it there."""
    title, text = article["title"], article["text"]
    whole = text if text.startswith(title) else f"{title}\n\n{text}"
    return {"id": incident["id"], "title": title, "published": article["published"], "text": whole}


def of_main_event(incident: Mapping[str, Any], result: Result) -> Read:
    """The toll, place and day of the main event of an article."""
    toll = main_toll(result.article.text, result.claims)
    claims = [claim for claim in result.claims if claim.id in toll.claims]
    places = (claim.place for claim in claims if claim.place)
    place = next(
        ((each.resolved.name if each.resolved else each.span.of(result.article.text)) for each in places), None
    )
    day = next((claim.time.start for claim in claims if claim.time and claim.time.start), None)
    return Read(incident, toll, place, day)


if __name__ == "__main__":
    main()
