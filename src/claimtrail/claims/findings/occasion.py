"""Whether two claims of one article may be about the same event."""

from math import cos, hypot, radians

from claimtrail.claims.findings.inside import Inside, same_words
from claimtrail.model import Candidate, Claim, Event

# Nearer than this, two places may be names for one scene.
SCENE_KM = 30.0
KM_A_DEGREE = 111.2
# Claims no further apart than this many sentences speak of one event unless time or place tells otherwise.
NEAR = 2
BROAD = frozenset({Event.ATTACK, Event.KILLING})


def one_occasion(inside: Inside, one: Claim, other: Claim) -> bool:
    """Whether nothing speaks against it (kind of event, time, place, scope) and something for it: place or nearness."""
    kinds = one.event is other.event or one.event in BROAD or other.event in BROAD
    scopes = one.scope is None or other.scope is None or one.scope is other.scope
    if not kinds or not scopes or _times_differ(one, other):
        return False
    same_place = _same_place(inside, one, other)
    return bool(same_place) or (same_place is None and _near(inside, one, other))


def kilometres(one: Candidate, other: Candidate) -> float:
    """The distance of two places, exact enough for near ones."""
    east = (other.lon - one.lon + 180) % 360 - 180
    return KM_A_DEGREE * hypot(east * cos(radians((one.lat + other.lat) / 2)), other.lat - one.lat)


def _times_differ(one: Claim, other: Claim) -> bool:
    if not (one.time and other.time and one.time.start and other.time.start):
        return False
    first, second = (time.end or time.start for time in (one.time, other.time))
    return bool(first and second and (first < other.time.start or second < one.time.start))


def _same_place(inside: Inside, one: Claim, other: Claim) -> bool | None:
    """Whether two claims name one place; None where one of them names none."""
    if one.place is None or other.place is None:
        return None
    first, second = one.place.resolved, other.place.resolved
    if first and second:
        return first == second or kilometres(first, second) <= SCENE_KM
    return same_words(inside, one.place.span, other.place.span)


def _near(inside: Inside, one: Claim, other: Claim) -> bool:
    first, second = inside.sentence(one.trigger), inside.sentence(other.trigger)
    return first is not None and second is not None and abs(first - second) <= NEAR
