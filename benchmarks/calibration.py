"""How far confidence can be trusted: `python -m benchmarks.calibration FOLDER [--part PART] [--json]`.

FOLDER is that of `benchmarks.gold`. Claims are paired with gold as its `score.py` does, and a filled slot is right
where the claim has a partner and every phrase in the slot finds its match by the scorer's own tests: actors, targets,
attribution and place by overlap or words, time by its days, event and status by name; losses anywhere in the document,
by outcome and figures. The first table gives, for each slot, how many were filled, the mean confidence, the share that
is right, and the expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance of the two over
ten bins of confidence, each weighed by its size. The second shows the bins.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from benchmarks.gold import corpus, scorer
from claimtrail.errors import Failure
from claimtrail.export import record
from claimtrail.pipeline import run
from claimtrail.settings import Settings

BINS = 10
LISTS = ("actors", "targets", "attribution")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One filled slot of a claim: the confidence it was given, and whether it is right."""

    slot: str
    confidence: float
    right: bool


def judged(gold: Sequence[Json], claims: Sequence[Json], score: Any) -> Iterator[Judged]:
    """Every slot of an article's claims that has a confidence; `score` is the scorer's module."""
    found = [score.flat(claim) for claim in claims]
    partner = {j: i for i, j in score.align(gold, found)}
    matched = _losses(gold, found, score)
    for j, claim in enumerate(found):
        other = gold[partner[j]] if j in partner else None
        for slot, confidence in claim["confidence"].items():
            right = matched[j] if slot == "losses" else other is not None and _right(slot, other, claim, score)
            yield Judged(slot, confidence, right)


def _right(slot: str, gold: Json, claim: Json, score: Any) -> bool:
    """Whether a slot of a claim is as its partner has it."""
    if slot == "claim":
        return True
    if slot in ("event", "status"):
        return bool(gold[slot] == claim[slot])
    if slot in LISTS:
        return len(score.pair_up(gold[slot], claim[slot], score.same)) == len(claim[slot])
    match = score.same_time if slot == "time" else score.same
    return bool(gold.get(slot) and match(gold[slot], claim[slot]))


def _losses(gold: Sequence[Json], claims: Sequence[Json], score: Any) -> list[bool]:
    """For each claim, whether all of its losses are found in the document's gold."""
    whose = [(j, loss) for j, claim in enumerate(claims) for loss in claim["losses"]]
    pairs = score.pair_up([x for claim in gold for x in claim["losses"]], [loss for _, loss in whose], score.same_loss)
    hits = {at for _, at in pairs}
    missed = {j for at, (j, _) in enumerate(whose) if at not in hits}
    return [j not in missed for j in range(len(claims))]


def error(found: Sequence[Judged]) -> float:
    """The expected calibration error."""
    return sum(abs(sum(x.confidence - x.right for x in those)) for those in bins(found).values()) / len(found)


def bins(found: Iterable[Judged]) -> Mapping[int, list[Judged]]:
    """What was judged by tenth of confidence, the lowest first."""
    shares: dict[int, list[Judged]] = defaultdict(list)
    for each in found:
        shares[min(BINS - 1, int(each.confidence * BINS))].append(each)
    return dict(sorted(shares.items()))


def by_slot(found: Iterable[Judged]) -> Mapping[str, list[Judged]]:
    """What was judged by slot."""
    slots: dict[str, list[Judged]] = defaultdict(list)
    for each in found:
        slots[each.slot].append(each)
    return slots


def module(path: Path) -> Any:
    """The scorer, a module that stands outside the project, beside the `check.py` that it imports."""
    sys.path.insert(0, str(path.parent))
    return import_module(path.stem)


def main() -> None:
    """Read the articles, judge their claims, print both tables."""
    given = arguments("calibration", "How far confidence can be trusted, slot by slot.")
    texts, gold = corpus(given.folder, given.part)
    slots = by_slot(_judged(texts, gold, module(scorer(given.folder))))
    if not slots:
        stop(f"calibration: no claims were found in {texts}")
    table = [[slot, str(len(x)), f"{_mean(x):.3f}", f"{_share(x):.3f}", f"{error(x):.3f}"] for slot, x in slots.items()]
    show([["slot", "filled", "confidence", "right", "ECE"], *table])
    print()
    ranges = [f"{low / BINS:.1f}–{(low + 1) / BINS:.1f}" for low in range(BINS)]
    show([["right (filled)", *ranges], *([slot, *_cells(bins(x))] for slot, x in slots.items())])
    report({slot: error(x) for slot, x in slots.items()}, given.json)


def _judged(texts: Path, gold: Path, score: Any) -> Iterator[Judged]:
    known = {row["id"]: row["text"] for row in articles(texts)}
    for item in run([str(texts)], Settings()):
        if isinstance(item, Failure):
            stop(f"calibration: {item}")
        path = gold / f"{item.article.id}.json"
        if path.is_file():
            told = score.load(known[item.article.id], json.loads(path.read_text(encoding="utf-8")))
            yield from judged(told, record(item)["claims"], score)


def _mean(found: Sequence[Judged]) -> float:
    return sum(each.confidence for each in found) / len(found)


def _share(found: Sequence[Judged]) -> float:
    return sum(each.right for each in found) / len(found)


def _cells(found: Mapping[int, Sequence[Judged]]) -> list[str]:
    return [f"{_share(found[at]):.2f} ({len(found[at])})" if at in found else "–" for at in range(BINS)]


if __name__ == "__main__":
    main()
