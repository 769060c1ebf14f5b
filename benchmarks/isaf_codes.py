"""A release coded as the ISAF data code it: the claims of one article, as the fields of one row (`docs/isaf-mapping.md`)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.isaf_codebook import codebook
from benchmarks.isaf_counts import figures
from benchmarks.isaf_dates import coded, start_date
from claimtrail.model import Claim, Event, Outcome, Place, Result, Status, Voice

_STRIKE = re.compile(r"\bair[ -]?strikes?\b|\bair fire\b", re.IGNORECASE)
_OPERATIONS = frozenset({Event.DETENTION, Event.ARMED_CLASH, Event.AIRSTRIKE, Event.KILLING})
_PEOPLE = frozenset({Outcome.KILLED, Outcome.CAPTURED})


def code(result: Result, places: Sequence[Place]) -> dict[str, Any]:
    """The row of one release, keyed by the data's names of fields; `places` are those of its text."""
    text, claims = result.article.text, result.claims
    killed, leaders_killed = figures(result, Outcome.KILLED)
    captured, leaders_captured = figures(result, Outcome.CAPTURED)
    release = result.article.published.day if result.article.published else None
    strike = airstrike(claims, text)
    operation = _operation(claims)
    return {
        "start_date": coded(start_date(operation, release), release),
        "event_type": [_event_type(killed, captured, strike)],
        "province": province(operation, places),
        "target_group": target_group(text),
        "min_killed": killed,
        "min_captured": captured,
        "min_leaders_killed": leaders_killed,
        "min_leaders_captured": leaders_captured,
        "killq": killed > 0,
        "captureq": captured > 0,
        "killcaptureraid": captured > 0 or bool(codebook().raid.search(text)),
        "airstrike": strike,
        "noshotsfired": bool(codebook().silent.search(text)),
    }


def _operation(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the operation: those that tell of killed or captured, else of an operation, else all.

    A headline's are left out where the story has some.
    """
    real = [claim for claim in claims if claim.status is not Status.DENIED]
    telling = [c for c in real if c.event in _OPERATIONS and any(loss.outcome in _PEOPLE for loss in c.losses)]
    acting = [c for c in real if c.event in _OPERATIONS]
    chosen = telling or acting or real
    return [c for c in chosen if c.voice is not Voice.HEADLINE] or chosen


def airstrike(claims: Iterable[Claim], text: str) -> bool:
    """Whether a claim of an airstrike names it so: air support and helicopters are coded as none."""
    return any(
        claim.event is Event.AIRSTRIKE and claim.status is not Status.DENIED and _STRIKE.search(text)
        for claim in claims
    )


def _event_type(killed: int, captured: int, strike: bool) -> str:
    if strike and not captured:
        return "airstrike"
    if killed and captured:
        return "captureandkill"
    return "insurgentskilled" if killed else "detention"


def province(operation: Iterable[Claim], places: Iterable[Place]) -> list[str]:
    """The province of the operation's first place that lies in a known one, else of the text's."""
    told = [claim.place for claim in operation if claim.place]
    named = [name for place in (*told, *places) if (name := _province(place))]
    return named[:1]


def _province(place: Place) -> str | None:
    found = place.resolved
    if found is None or found.country != "AF" or not found.admin:
        return None
    return codebook().provinces.get(found.admin[0], found.admin[0].lower())


def target_group(text: str) -> list[str]:
    """The armed group that the text names first, with the one it is joined to; [""] where none is named."""
    hits = sorted(
        (match.start(), code)
        for code, pattern in codebook().groups.items()
        for match in [pattern.search(text)]
        if match
    )
    return [code for _, code in hits[:1]] or [""]
