"""The ledger at size: `python -m benchmarks.ledger [FOLDER] [--articles N] [--kills N] [--ledger URL] [--json]`.

Makes articles with claims by a fixed seed and stores them in a new ledger in FOLDER (a temporary one unless told): how
many a second, from first to last; what a window of the map and a search take; that all is proven. Then kills a process
that adds articles, at moments of chance, and looks each time whether the ledger is whole.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import report, show
from claimtrail.ledger import Ledger, Run
from claimtrail.ledger.verify import verify
from claimtrail.ledger.views import list_articles, search, window
from claimtrail.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Candidate,
    Category,
    Claim,
    Count,
    Dated,
    Event,
    Loss,
    Outcome,
    Place,
    PlacePrecision,
    Precision,
    Relation,
    Result,
    Snapshot,
    Span,
    Status,
    TimeRange,
    Voice,
)

RUN = Run("benchmark", (("synthetic", "1"),))
CLAIMS, BATCH, ASKED = 4, 500, 50
WORDS = "shells struck the market near a bridge as a convoy of trucks left while guards at the depot fled north".split()


def main() -> None:
    """Fill, ask, prove, kill; print the table."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as spare:
        folder = given.folder or Path(spare)
        place = given.ledger or str(folder / "ledger.sqlite")
        if given.adds:
            return _add_until_killed(place, given.articles)
        figures = _filled(place, given.articles) | _asked(place) if given.articles else {}
        figures |= _killed(given.ledger or f"{folder}/killed.sqlite", given.kills) if given.kills else {}
    show([["figure", "value"], *([name, f"{value:,.4g}"] for name, value in figures.items())])
    report(figures, given.json)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where the ledger is made")
    parser.add_argument("--ledger", help="a new, empty PostgreSQL database instead; fill it or kill on it, not both")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    parser.add_argument("--adds", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _filled(place: str, count: int) -> dict[str, float]:
    """Articles a second over the first and the last tenth, and what proving them all takes."""
    ledger = Ledger.open(place, create=True)
    took = []
    for first in range(0, count, BATCH):
        begun = time.perf_counter()
        ledger.add((article(number) for number in range(first, min(count, first + BATCH))), RUN)
        took.append(time.perf_counter() - begun)
    tenth = max(1, len(took) // 10)
    begun = time.perf_counter()
    rows, _ = verify(ledger)
    proven = time.perf_counter() - begun
    ledger.close()
    rates = {"added_per_s_first": sum(took[:tenth]), "added_per_s_last": sum(took[-tenth:])}
    rates = {name: BATCH * tenth / seconds for name, seconds in rates.items()}
    return rates | {"rows": float(rows), "verify_s": proven}


def _asked(place: str) -> dict[str, float]:
    """What windows of ten degrees and searches of two words take, in milliseconds, all but the slowest twentieth."""
    ledger, chance = Ledger.open(place), random.Random(1)
    maps, words = [], []
    for _ in range(ASKED):
        south, west = chance.uniform(-60, 50), chance.uniform(-170, 160)
        begun = time.perf_counter()
        window(ledger, south, west, south + 10, west + 10, limit=1000)
        maps.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        search(ledger, f"n{chance.randrange(1000)} bridge", limit=50)
        words.append(1000 * (time.perf_counter() - begun))
    ledger.close()
    return {"map_ms_p95": sorted(maps)[int(0.95 * ASKED)], "search_ms_p95": sorted(words)[int(0.95 * ASKED)]}


def _killed(place: str, kills: int) -> dict[str, float]:
    """How often a ledger was whole, and had lost and doubled nothing, after a process that adds was killed."""
    Ledger.open(place, create=True).close()
    chance, whole, before = random.Random(2), 0, 0
    for _ in range(kills):
        command = [sys.executable, "-m", "benchmarks.ledger", "--adds", "--ledger", place, "--articles", str(10**6)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as adding:
            assert adding.stdout is not None
            adding.stdout.readline()
            time.sleep(chance.uniform(0, 0.3))
            adding.kill()
        ledger = Ledger.open(place)
        verify(ledger)
        found = {each.id for each in list_articles(ledger, limit=10**6)}
        ledger.close()
        whole += found == {f"s{number}" for number in range(len(found))} and len(found) >= before
        before = len(found)
    return {"kills": float(kills), "kills_whole": float(whole), "articles_after_kills": float(before)}


def _add_until_killed(place: str, count: int) -> None:
    ledger = Ledger.open(place)
    print("begun", flush=True)
    for number in range(count):
        if not ledger.knows(article(number).article, RUN):
            ledger.add([article(number)], RUN)


def article(number: int) -> Result:
    """The article of a number, always the same: four claims at places all over the world."""
    chance = random.Random(number)
    words = [chance.choice(WORDS) for _ in range(200)]
    text = f"Report n{number % 1000} {number}: " + " ".join(words)
    snapshot = Snapshot(f"{number:064x}", len(text), "2026-01-01T00:00:00+00:00", "text/plain", (), text.encode())
    day = f"20{10 + number % 15:02}-{1 + number % 12:02}-{1 + number % 28:02}"
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),)
    made = Article(
        f"s{number}",
        f"synthetic/{number}",
        text,
        blocks,
        snapshot,
        title=f"Report {number}",
        published=Dated(day, Precision.DAY, "given"),
    )
    return Result(made, tuple(_claims(number, day, chance)), ())


def _claims(number: int, day: str, chance: random.Random) -> Iterator[Claim]:
    for index in range(CLAIMS):
        spot = Candidate(index, f"Town {number % 977}", chance.uniform(-60, 60), chance.uniform(-180, 180), "XX")
        place = Place(Span(0, 6), Relation.IN, spot, PlacePrecision.EXACT)
        at = TimeRange(Span(7, 9), day, day, Precision.DAY, Anchor.EXPLICIT)
        dead = Loss(Span(0, 6), Category.PERSON, Outcome.KILLED, Count(index, index, Span(7, 8)))
        confidence = {"claim": round(chance.random(), 3)}
        trigger = Span(10 + index, 16 + index)
        yield Claim(
            json.dumps([number, index]),
            chance.choice(list(Event)),
            Status.ASSERTED,
            Voice.BODY,
            trigger,
            losses=(dead,),
            place=place,
            time=at,
            confidence=confidence,
        )


if __name__ == "__main__":
    main()
