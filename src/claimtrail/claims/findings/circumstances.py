"""Findings about when and where: an event dated after the article, a place that may be another."""

from collections.abc import Iterator

from claimtrail.claims.findings.inside import Inside
from claimtrail.claims.findings.occasion import kilometres
from claimtrail.model import Anchor, Candidate, Finding, FindingKind, Place, Status

FUTURE = (Status.PLANNED, Status.POSSIBLE)
# A runner-up counts from this share of the belief that the chosen place has, and this far from it.
CLOSE = 0.5
APART_KM = 50.0


def too_late(inside: Inside) -> Iterator[Finding]:
    """An event told as having happened on a day after the article was published.

    A date counted from another one in the text ("two days later") is too unsure to say so.
    """
    published = inside.article.published.day if inside.article.published else None
    for claim in inside.claims:
        start = claim.time.start if claim.time and claim.time.anchor is not Anchor.NARRATIVE else None
        if published and start and start > published and claim.status not in FUTURE:
            what = claim.trigger.of(inside.text)
            message = f"The event {what!r} is dated {start}, after the article's own date {published}."
            yield Finding(FindingKind.EVENT_AFTER_PUBLICATION, (claim.id,), message)


def ambiguous_places(inside: Inside) -> Iterator[Finding]:
    """A place name that may well mean another place, far from the one chosen; one finding for each name."""
    found: dict[str, tuple[Place, list[str]]] = {}
    for claim in inside.claims:
        if claim.place and _rival(claim.place):
            found.setdefault(claim.place.span.of(inside.text), (claim.place, []))[1].append(claim.id)
    for words, (place, ids) in found.items():
        rival = _rival(place)
        if rival and place.resolved:
            message = f"{words!r} is taken for {_told(place.resolved)}; it may be {_told(rival)}."
            yield Finding(FindingKind.PLACE_AMBIGUOUS, tuple(ids), message)


def _rival(place: Place) -> Candidate | None:
    """The likeliest other place, where it is nearly as likely and stands apart."""
    chosen = place.resolved
    if chosen is None:
        return None
    likely = [each for each in place.others if each.score > 0 and each.score >= CLOSE * chosen.score]
    apart = (each for each in likely if each.country != chosen.country or kilometres(chosen, each) > APART_KM)
    return max(apart, key=lambda each: each.score, default=None)


def _told(place: Candidate) -> str:
    where = ", ".join(dict.fromkeys(filter(None, (place.name, *reversed(place.admin), place.country))))
    return f"{where} ({place.lat:.2f}, {place.lon:.2f})"
