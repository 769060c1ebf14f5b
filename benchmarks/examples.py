"""The project's own example pages: `python -m benchmarks.examples [FOLDER] [--json]` (FOLDER: `examples` unless told).

Counts how many of the losses in `examples.toml` are found with their figure and voice, and of those that are, how many
have the place and the speaker that the page gives.
"""

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import report, show, stop
from claimtrail.errors import Failure
from claimtrail.model import Claim, Loss, Result
from claimtrail.pipeline import run
from claimtrail.settings import Settings

FACTS = Path(__file__).with_name("examples.toml")
UNASKED = "?"


@dataclass(frozen=True, slots=True)
class Fact:
    """A loss that a page tells; `place` and `said_by` are a word of theirs, or `?` where that is not asked."""

    source: str
    voice: str
    who: str
    outcome: str
    low: int
    high: int | str
    place: str
    said_by: str


def main() -> None:
    """Read the examples and print how many facts were found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.examples")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("examples"))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures, missed = measure(given.folder)
    show([["", "share"], *([name, f"{value:.3f}"] for name, value in figures.items())])
    print("\n".join(f"missed: {fact}" for fact in missed))
    report(figures, given.json)


def measure(folder: Path) -> tuple[dict[str, float], list[Fact]]:
    """The shares of figures, places and speakers found, and the facts that were missed or lack one of them."""
    facts = [Fact(*row) for row in tomllib.loads(FACTS.read_text(encoding="utf-8"))["fact"]]
    results = list(_results(folder))
    best = [(fact, max(_matches(fact, results), default=(False, False, False))) for fact in facts]
    asked = [(fact, hit) for fact, hit in best if hit[0]]
    places = [hit[1] for fact, hit in asked if fact.place != UNASKED]
    speakers = [hit[2] for fact, hit in asked if fact.said_by != UNASKED]
    figures = {"figures": _share([hit[0] for _, hit in best]), "places": _share(places), "speakers": _share(speakers)}
    return figures, [fact for fact, hit in best if hit != (True, True, True)]


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _results(folder: Path) -> Iterator[Result]:
    paths = sorted(str(path) for path in folder.iterdir() if path.suffix in {".html", ".txt", ".xml", ".jsonl"})
    for item in run(paths, Settings()):
        if isinstance(item, Failure):
            stop(f"examples: {item}")
        yield item


def _matches(fact: Fact, results: Sequence[Result]) -> Iterator[tuple[bool, bool, bool]]:
    for result in results:
        text = result.article.text
        if fact.source in result.article.source or fact.source == result.article.id:
            for claim in result.claims:
                if claim.voice.value == fact.voice and any(_same(fact, loss, text) for loss in claim.losses):
                    yield True, _placed(fact, claim, text), _said(fact, claim, text)


def _same(fact: Fact, loss: Loss, text: str) -> bool:
    high = None if fact.high == "open" else fact.high
    figure = (loss.outcome.value, loss.count.low, loss.count.high) == (fact.outcome, fact.low, high)
    return (
        figure and fact.who in f"{loss.who.of(text)} {loss.count.span.of(text) if loss.count.span else ''}".casefold()
    )


def _placed(fact: Fact, claim: Claim, text: str) -> bool:
    return fact.place == UNASKED or (claim.place is not None and fact.place in claim.place.span.of(text).casefold())


def _said(fact: Fact, claim: Claim, text: str) -> bool:
    names = [speaker.span.of(text).casefold() for speaker in claim.attribution]
    return fact.said_by == UNASKED or (any(fact.said_by in name for name in names) if fact.said_by else not names)


if __name__ == "__main__":
    main()
