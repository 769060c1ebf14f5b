"""What changed between two runs' readings of the same articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from claimtrail.errors import LedgerError
from claimtrail.ledger.ledger import Ledger
from claimtrail.ledger.schema import article, derivation, reading, run
from claimtrail.ledger.views import claims_of
from claimtrail.model import Claim

SLOTS = ("event", "status", "actors", "targets", "means", "losses", "place", "time", "attribution", "scope")


class Change(StrEnum):
    """How a claim differs from one run to another."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SURER = "confidence"


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that one run makes otherwise than another; `slots` differ, `before` or `after` may lack."""

    article: int
    source: str
    change: Change
    before: Claim | None
    after: Claim | None
    slots: tuple[str, ...] = ()


def difference(ledger: Ledger, one: int, other: int) -> Iterator[Difference]:
    """Every difference in articles that both runs have read; runs are given by row number."""
    with ledger.reading() as bind:
        for number in (one, other):
            if bind.execute(select(run.c.seq).where(run.c.seq == number)).first() is None:
                raise LedgerError(f"run {number}", "there is no such run", "see `claimtrail ledger runs`")
        second = reading.alias()
        both = select(article.c.seq, article.c.source, reading.c.seq, second.c.seq).join_from(article, reading)
        both = both.join(second, second.c.article == article.c.seq)
        chosen = both.where(reading.c.run == one, second.c.run == other, article.c.text.is_not(None))
        for number, source, first, then in bind.execute(chosen.order_by(article.c.seq)).all():
            yield from _article(bind, number, source, first, then)


def _article(bind: Connection, number: int, source: str, first: int, then: int) -> Iterator[Difference]:
    before = {claim.id: claim for _, claim in claims_of(bind, derivation.c.reading == first)}
    after = {claim.id: claim for _, claim in claims_of(bind, derivation.c.reading == then)}
    for same in before.keys() & after.keys():
        if dict(before[same].confidence) != dict(after[same].confidence):
            yield Difference(number, source, Change.SURER, before[same], after[same], ("confidence",))
    gone = [claim for key, claim in before.items() if key not in after]
    come = [claim for key, claim in after.items() if key not in before]
    for old in gone:
        new = next((claim for claim in come if claim.trigger.overlaps(old.trigger)), None)
        if new is None:
            yield Difference(number, source, Change.REMOVED, old, None)
            continue
        come.remove(new)
        slots = tuple(slot for slot in SLOTS if getattr(old, slot) != getattr(new, slot))
        yield Difference(number, source, Change.CHANGED, old, new, slots)
    yield from (Difference(number, source, Change.ADDED, None, new) for new in come)
