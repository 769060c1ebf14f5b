"""A release coded as the ISAF data code it: claims of one article as the fields of a row (`docs/isaf-mapping.md`)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from benchmarks.isaf_codebook import codebook
from benchmarks.isaf_counts import civilians_killed, figures
from benchmarks.isaf_dates import coded, start_date
from claimtrail.model import Claim, Event, Outcome, Place, Result, Status, Voice

_STRIKE = re.compile(r"\bair[ -]?strikes?\b|\bair fire\b", re.IGNORECASE)
_BREAK = re.compile(r"[\n\u2028\u2029]")
_OPERATIONS = frozenset({Event.DETENTION, Event.ARMED_CLASH, Event.AIRSTRIKE, Event.KILLING, Event.SHELLING})
# How many characters after a place its province may stand: "Andar district, Ghazni province".
_BESIDE = 50
_PEOPLE = frozenset({Outcome.KILLED, Outcome.CAPTURED})


def code(result: Result, places: Sequence[Place]) -> dict[str, Any]:
    """The row of one release, keyed by the data's names of fields; `places` are those of its text.

    `start_date_as_told` is the day before the coders' habits are followed.
    """
    text = result.article.text
    killed, leaders_killed = figures(result, Outcome.KILLED)
    captured, leaders_captured = figures(result, Outcome.CAPTURED)
    civilians = civilians_killed(result) if killed == captured == 0 else 0
    release = result.article.published.day if result.article.published else None
    operation, strike = _operation(result), airstrike(result.claims, text)
    start = start_date(operation, release, text)
    return {
        "start_date": coded(start, release),
        "start_date_as_told": start,
        "event_type": [_event_type(killed, captured, civilians, strike)],
        "province": province(operation, places, result),
        "target_group": target_group(result),
        "min_killed": killed or civilians,
        "min_captured": captured,
        "min_leaders_killed": leaders_killed,
        "min_leaders_captured": leaders_captured,
        "killq": killed + civilians > 0,
        "captureq": captured > 0,
        "killcaptureraid": not strike and _sought(text, captured),
        "airstrike": strike,
        "noshotsfired": bool(codebook().silent.search(text)),
    }


def _operation(result: Result) -> list[list[Claim]]:
    """The claims by how nearly they tell of the operation: those of killed or captured, of operations, all, headlines.

    In each group those come first that a sentence tells which sums up no several operations.
    """
    real = [claim for claim in result.claims if claim.status is not Status.DENIED]
    story = [claim for claim in real if claim.voice is not Voice.HEADLINE]
    own = [claim for claim in story if not _digest(claim, result)]
    acting, own_acting = ([c for c in claims if c.event in _OPERATIONS] for claims in (story, own))
    telling, own_telling = ([c for c in claims if _tells(c)] for claims in (acting, own_acting))
    return [own_telling, own_acting, own, telling, acting, real]


def _tells(claim: Claim) -> bool:
    return any(loss.outcome in _PEOPLE for loss in claim.losses)


def _digest(claim: Claim, result: Result) -> bool:
    sentence = next((s for s in result.sentences if s.overlaps(claim.trigger)), claim.trigger)
    return bool(codebook().digest.search(sentence.of(result.article.text)))


def airstrike(claims: Iterable[Claim], text: str) -> bool:
    """Whether a claim of an airstrike names it so: air support and helicopters are coded as none."""
    return any(
        claim.event is Event.AIRSTRIKE and claim.status is not Status.DENIED and _STRIKE.search(text)
        for claim in claims
    )


def _sought(text: str, captured: int) -> bool:
    """Whether an operation sought somebody: its words say so, or somebody was captured and not by a mere patrol."""
    return bool(codebook().raid.search(text)) or (captured > 0 and not codebook().patrol.search(text))


def _event_type(killed: int, captured: int, civilians: int, strike: bool) -> str:
    if strike and not captured:
        return "airstrike"
    if civilians:
        return "civiliancasualty"
    if killed and captured:
        return "captureandkill"
    return "insurgentskilled" if killed else "detention"


def province(operation: Iterable[Sequence[Claim]], places: Iterable[Place], result: Result) -> list[str]:
    """The province of the first place of the operation for which one is known, else of the text's places."""
    text = result.article.text
    told = [claim.place for claims in operation for claim in claims if claim.place]
    others = [place for place in places if not place.span.of(text).partition(",")[0].isupper()]
    return [found for place in (*told, *others) if (found := _province(place, result))][:1]


def _province(place: Place, result: Result) -> str | None:
    """The province that stands right after a place, that it is, its sentence names, or the gazetteer gives."""
    text, words = result.article.text, codebook()
    around = next((s for s in result.sentences if s.overlaps(place.span)), place.span)
    beside = words.province.search(_line(text[place.span.end : min(around.end, place.span.end + _BESIDE)]))
    itself = words.province.fullmatch(place.span.of(text).removesuffix(" province").removesuffix(" Province"))
    named = {match[1].lower() for match in words.so_called.finditer(around.of(text))}
    name = (beside and beside[1]) or (itself and itself[1]) or (len(named) == 1 and named.pop())
    if name:
        return words.provinces[name.lower()]
    found = place.resolved
    return words.provinces.get(found.admin[0].lower()) if found and found.country == "AF" and found.admin else None


def _line(text: str) -> str:
    return _BREAK.split(text, maxsplit=1)[0]


def target_group(result: Result) -> list[str]:
    """The armed group that the text names first; criminals where such were lost and no group is named; else [""].

    A sentence that names several tells of several operations, and the group is that of a later one which names a single
    one; but both groups of "an al-Qaeda associated Taliban leader" are his.
    """
    text = result.article.text
    named = [found for sentence in result.sentences if (found := _groups(sentence.of(text)))]
    if not named:
        return ["criminals"] if any(words.intersection(codebook().criminals) for words in _lost(result)) else [""]
    return sorted(next((codes for codes, both in named if both or len(codes) == 1), named[0][0][:1]))


def _lost(result: Result) -> Iterator[set[str]]:
    """The words of each phrase that names those lost."""
    text = result.article.text
    return (set(loss.who.of(text).lower().split()) for claim in result.claims for loss in claim.losses)


def _groups(sentence: str) -> tuple[list[str], bool] | None:
    """The groups that a sentence names, in order, and whether they are named as one man's."""
    hits = sorted(
        (match.start(), match.end(), group)
        for group, pattern in codebook().groups.items()
        for match in pattern.finditer(sentence)
        if not codebook().idle.match(sentence, match.end())
    )
    if not hits:
        return None
    codes = list(dict.fromkeys(group for _, _, group in hits))
    both = any(codebook().linked.match(sentence[a[1] : b[0]]) for a, b in pairwise(hits) if a[2] != b[2])
    return codes, both
