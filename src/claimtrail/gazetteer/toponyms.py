"""Finds the place names of a text, by the gazetteer and the grammar of names; a reader's mentions sharpen it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.fold import core, fold
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.names import COARSE, Name, span_of
from claimtrail.gazetteer.page import Page
from claimtrail.gazetteer.people import is_person, is_told_person
from claimtrail.gazetteer.resolve import Toponym
from claimtrail.gazetteer.tables import table
from claimtrail.gazetteer.unlisted import unlisted
from claimtrail.gazetteer.words import words
from claimtrail.model.claim import Candidate, Relation
from claimtrail.model.span import Span

_LONGEST = 6
_ENOUGH = 0.40
_WELL_KNOWN = 0.6
_PLURALS = {row["form"]: row["word"] for row in table("forms") if row["kind"] == "plural"}
_SHORT = {row["form"]: row["word"] for row in table("forms") if row["kind"] == "short"}
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_STATES = frozenset({"PCLI", "PCLH", "CONT"})

_ABBREVIATED = re.compile(r",? ((?:[A-Z]\. ?){2}|[A-Z]\. ?[A-Z][a-z]+\.|[A-Z][a-z]+\.|(?<=, )[A-Z]{2}\b)")
_BESIDE = re.compile(
    r"[, ]*(?:(?:district|province|region|county|city|town|village|governorate|oblast|area|state|parish)\b[, ]*)?"
    r"(?:(?:in|of)\b *)?(?:the\b *)?(?:(?:north|south|east|west|central)\w*\b *)?"
    r"(?:(?:district|province|region|county|city|town|state|governorate) of )?\Z"
)
_OWNED = re.compile(r"['’]s? (?:(?:north|south|east|west|central)\w* )?\Z")
_OFFSET = re.compile(
    r"(?P<n>\d+(?:\.\d+)?) ?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi)\b\.? "
    r"(?:(?:to the )?(?P<way>(?:north|south|east|west)\w*)(?: of)?|from|away from|outside)"
    r"(?: the)?(?: (?:town|city|village) of)? \Z"
)
_RELATION = re.compile(
    r"\b(?:(?P<near>near|outside|close to|around|outskirts of|vicinity of)|(?P<between>between)|(?P<from>from)"
    r"|(?P<to>to|towards?|into))(?: the)?(?: \w+ of)? \Z"
)
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?\s*(?:\([A-Z][\w /]*\)\s*)?(?:[—–]|--| - |\()")
# "R-" before the seat of a member, "-based" after the home of a firm.
_SEAT = re.compile(r"(?:^|[\s(])[A-Z]{1,3}-\Z")
_BASED = re.compile(r"-(?:based|born|area|bound|trained|led)\b")
# What follows a name in a list whose last word says what all of them are: "A, B and C counties".
_ALL = re.compile(
    r"(?:(?:,|,? and|,? or) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})+ (?P<kind>" + "|".join(_PLURALS) + r")\b"
)
_LISTED = re.compile(r",? and |, |,? or ")
_OTHER_END = re.compile(r"(?: \w+)? and (?:the )?(?:(?:town|city|village) of )?")
_UNIT_KM = {"k": 1.0, "m": 1.609344}


def find_toponyms(
    text: str, gazetteer: Gazetteer, locations: Sequence[Span] = (), others: Sequence[Span] = ()
) -> list[Toponym]:
    """The place names of `text`, in order, with their relation, distance and stated containers.

    `locations` are the reader's mentions of places: names in them need no further evidence, and one that the gazetteer
    lacks is returned too. `others` are its mentions of people: a name in one needs far more evidence. Demonyms are
    never places.
    """
    page = Page(text)
    seen = list(_scan(page, gazetteer))
    people = frozenset(page.lower(name.last - 1) for name in seen if is_person(page, name.first, name.last))
    found = _accepted(page, seen, [_weight(page, name, people, locations, others) for name in seen])
    found += unlisted(page, found, locations, gazetteer)
    found = _chained(page, gazetteer, sorted(found, key=lambda name: name.span))
    return _between([_toponym(text, name) for name in found], text)


def _weight(page: Page, name: Name, people: frozenset[str], locations: Sequence[Span], others: Sequence[Span]) -> float:
    """The evidence of the text and the reader together."""
    if is_told_person(page, name.first, name.last, name.best is not None and name.best.score > _WELL_KNOWN):
        return 0.0
    if any(_is_named(page, name, location) for location in locations):
        return 1.0
    return _evidence(page, name, people) - max((_borne(page, name, other) for other in others), default=0.0)


def _is_named(page: Page, name: Name, location: Span) -> bool:
    """Whether a reader's mention of a place names this place: it may say more of it ("northern", "district"), but where
    more words with capitals stand beside it, the name is only a part of another's ("Jones Golf Club")."""
    if not location.covers(name.span):
        return name.span.overlaps(location)
    lists, last = words(), name.last
    ahead = name.first > 0 and location.start <= page.words[name.first - 1].start and page.linked(name.first - 1)
    behind = last < len(page.words) and page.words[last].end <= location.end and page.linked(last - 1)
    alone = not (ahead and page.capital(name.first - 1)) or page.lower(name.first - 1) in lists.part | lists.common
    return alone and not (behind and page.capital(last) and core(fold(page.slice(name.first, last + 1))) is None)


def _borne(page: Page, name: Name, person: Span) -> float:
    """How far a reader's mention of a person speaks against a place: "Jordan Ruiz" does, "Jordan mayor Ruiz" does not,
    nor "Ruiz of Jordan"; a mention of one word is often a place that acts."""
    if not person.overlaps(name.span):
        return 0.0
    if name.span.covers(person):
        return 0.2
    before, after = name.first - 1, name.last
    ahead = before >= 0 and person.start <= page.words[before].start and page.joined(before)
    behind = after < len(page.words) and page.words[after].end <= person.end and page.joined(after - 1)
    return 0.4 * ((ahead and _is_own(page, before)) or (behind and _is_own(page, after)))


def _is_own(page: Page, i: int) -> bool:
    """Whether a word of a mention of a person may be a part of the person's own name."""
    lists, word = words(), page.lower(i)
    return page.capital(i) and word not in lists.title | lists.institution | lists.part and demonym(word) is None


def _accepted(page: Page, seen: Sequence[Name], evidence: Sequence[float]) -> list[Name]:
    """The names with enough evidence; a name accepted once, or listed with one that is, needs less."""
    senses = {fold(name.text) for name, points in zip(seen, evidence, strict=True) if points >= _ENOUGH}
    accepted: list[Name] = []
    for name, points in zip(seen, evidence, strict=True):
        listed = bool(accepted) and _LISTED.fullmatch(page.text[accepted[-1].span.end : name.span.start])
        known = fold(name.text) in senses and not is_person(page, name.first, name.last)
        if known or points + 0.2 * bool(points and listed) >= _ENOUGH:
            accepted.append(name)
    return accepted


def _scan(page: Page, gazetteer: Gazetteer) -> Iterator[Name]:
    """Every name of the text that is some place's name too, the longest where several begin at one word."""
    i = 0
    while i < len(page.words):
        name = _longest(page, i, gazetteer) if page.opens(i) else None
        if name:
            yield name
        i = name.last if name else i + 1


def _longest(page: Page, first: int, gazetteer: Gazetteer) -> Name | None:
    """The longest name known to the gazetteer that begins at word `first`."""
    last = first + 1
    ends = [last] if page.capital(first) else []
    while (
        last - first < _LONGEST and page.linked(last - 1) and (page.capital(last) or page.lower(last) in words().link)
    ):
        last += 1
        if page.capital(last - 1):
            ends.append(last)
    if ends and (state := _lone_abbreviation(page, first, gazetteer)):
        return state
    for end in reversed(ends):
        text = page.slice(first, end)
        if _DOTTED.fullmatch(text) and (states := gazetteer.abbreviated(text)):
            return Name(first, end, span_of(page, first, end), _state_of(states), states[0])
        if _may_be_place(page, first, end) and gazetteer.knows(text):
            return _known(page, first, end, gazetteer)
    return None


def _lone_abbreviation(page: Page, i: int, gazetteer: Gazetteer) -> Name | None:
    """A state's abbreviation that stands alone ("Mass. legislators", "D-Pa."); small letters, or a seat, tell it."""
    word = page.words[i]
    if page.text[word.end : word.end + 1] != ".":
        return None
    seat = _SEAT.search(page.text[max(0, word.start - 5) : word.start])
    goes_on = page.gap(i) == ". " and not page.capital(i + 1)
    if not (seat or goes_on):
        return None
    states = gazetteer.abbreviated(f"{word.text}.")
    return Name(i, i + 1, Span(word.start, word.end + 1), _state_of(states), states[0]) if states else None


def _may_be_place(page: Page, first: int, last: int) -> bool:
    text, lists = page.slice(first, last), words()
    lone = last - first == 1 or (last - first == 2 and page.lower(first) == "the")
    if lone and (page.lower(last - 1) in lists.common | lists.settlement or (len(text) < 3 and text != "US")):
        return False
    return demonym(text) is None and not (page.begins(first) and not lone and page.lower(first) in lists.locative)


def _known(page: Page, first: int, last: int, gazetteer: Gazetteer) -> Name:
    text = page.slice(first, last)
    hinted = _with_generic(page, first, last)
    candidates = gazetteer.candidates(hinted)
    if not candidates:
        hinted, candidates = text, gazetteer.candidates(text)
    return Name(first, last, span_of(page, first, last), hinted, candidates[0])


def _with_generic(page: Page, first: int, last: int) -> str:
    """The name with the generic word beside it: "Kunduz province", "city of Mosul"."""
    text = page.slice(first, last)
    after = page.lower(last) if page.joined(last - 1) else ""
    if after == "and" and page.capital(last + 1) and page.lower(last + 2) in _PLURALS:
        after = page.lower(last + 2)
    if listed := _ALL.match(page.text, page.words[last - 1].end):
        after = listed["kind"]
    if page.gap(last).startswith(".") and page.capital(last):
        after = _SHORT.get(after, after)
    after = _PLURALS.get(after, after)
    if after and core(fold(f"{text} {after}")) and not core(fold(text)):
        return f"{text} {after}"
    before = page.lower(first - 2) if page.lower(first - 1) == "of" and page.joined(first - 1) else ""
    return f"{before} of {text}" if before and core(f"{before} of {fold(text)}") else text


def _evidence(page: Page, name: Name, people: frozenset[str]) -> float:
    """How much speaks for a place: how well known it is, and the words beside it; `people` are names of people."""
    first, last = name.first, name.last
    if name.best is None or (is_person(page, first, last) and not _is_state(page, name)):
        return 0.0
    lists, lone = words(), last - first == 1
    before = page.lower(first - 1) if page.joined(first - 1) else ""
    if before == "the" or before in lists.part:
        before = page.lower(first - 2)
    points = name.best.score + 0.15 * (name.best.feature in COARSE)
    points += 0.25 * (before in lists.locative) + 0.2 * (name.text != page.slice(first, last))
    points += 0.4 * _before_container(page, last) + 0.1 * (not lone)
    points += 0.3 * (page.begins(first) and _heads_dispatch(page, last)) + 0.4 * _has_home(page, first, last)
    points += 0.25 * (page.joined(last - 1) and not page.capital(last) and page.lower(last) in lists.dweller)
    points -= 0.1 * (lone and page.begins(first)) + 0.3 * (page.lower(first) in page.uncapitalised and lone)
    points -= 0.25 * (lone and page.joined(last - 1) and page.lower(last) in lists.speech and points < 0.6)
    points -= 0.15 * (lone and page.lower(first) in lists.given and before not in lists.locative)
    points -= 0.3 * (lone and page.lower(first) in page.surnames | people and before not in lists.locative)
    return points


def _before_container(page: Page, last: int) -> bool:
    """Whether ", Ill." or ", Iraq" may follow: a comma and a capital."""
    return page.gap(last - 1).startswith(",") and page.capital(last)


def _is_state(page: Page, name: Name) -> bool:
    """Whether a name is a state's dotted abbreviation ("S.C. Highway Patrol") and no person's initials."""
    dotted = _DOTTED.fullmatch(page.slice(name.first, name.last))
    lists, right = words(), page.lower(name.last)
    alone = not (page.joined(name.last - 1) and page.capital(name.last)) or right in lists.institution | lists.feature
    return bool(dotted) and alone and name.text != page.slice(name.first, name.last)


def _has_home(page: Page, first: int, last: int) -> bool:
    """Whether somebody is of the place: "R-Springfield", "Springfield-based"."""
    start, end = page.words[first].start, page.words[last - 1].end
    return bool(_SEAT.search(page.text[max(0, start - 5) : start]) or _BASED.match(page.text, end))


def _heads_dispatch(page: Page, last: int) -> bool:
    """Whether a dateline's dash or bracket follows: "COLUMBUS --", "MOSUL, Iraq (AP) —"."""
    return bool(_DATELINE.match(page.text, page.words[last - 1].end))


def _chained(page: Page, gazetteer: Gazetteer, found: Sequence[Name]) -> list[Name]:
    """The names with their containers, and the abbreviated states that stand after them."""
    chained: list[Name] = []
    for name, following in zip_longest(found, found[1:]):
        if chained and name.span.overlaps(chained[-1].span):
            continue
        state = _state(page.text, name.span.end, gazetteer)
        if state:
            chained += [replace(name, within=(state.text,)), state]
            continue
        within = name.within
        gap = page.text[name.span.end : following.span.start] if following else "\n"
        if following and _may_contain(following, name) and _BESIDE.match(gap):
            within = (*within, following.text)
        previous = chained[-1] if chained and chained[-1].coarse else None
        if previous and _OWNED.match(page.text[previous.span.end : name.span.start]):
            within = (*within, previous.text)
        chained.append(replace(name, within=within))
    return chained


def _may_contain(outer: Name, inner: Name) -> bool:
    """Whether one name's likeliest place is one that the other's may lie in: two counties are a list, not a chain."""
    if not outer.coarse or inner.best is None:
        return outer.coarse
    return inner.best.feature not in _STATES and not (outer.best and inner.best.feature == outer.best.feature == "ADM2")


def _state(text: str, at: int, gazetteer: Gazetteer) -> Name | None:
    """The state whose abbreviation stands at `at`, after a comma or a space."""
    match = _ABBREVIATED.match(text, at)
    states = gazetteer.abbreviated(match.group(1)) if match else []
    if not match or not states:
        return None
    return Name(-1, -1, Span(match.start(1), match.end(1)), _state_of(states), states[0])


def _state_of(states: Sequence[Candidate]) -> str:
    """What to look up for an abbreviation: "Wash." is never the city."""
    return f"{states[0].name} state"


def _between(found: Sequence[Toponym], text: str) -> list[Toponym]:
    """The toponyms, both ends of "between A and B" so related."""
    related: list[Toponym] = []
    for toponym in found:
        before = related[-1] if related else None
        if before and before.relation is Relation.BETWEEN and toponym.relation is Relation.IN:
            gap = text[before.span.end : toponym.span.start]
            toponym = replace(toponym, relation=Relation.BETWEEN if _OTHER_END.fullmatch(gap) else Relation.IN)
        related.append(toponym)
    return related


def _toponym(text: str, name: Name) -> Toponym:
    before = text[max(0, name.span.start - 60) : name.span.start]
    relation = _RELATION.search(before)
    offset = _OFFSET.search(before)
    if offset:
        distance = float(offset["n"]) * _UNIT_KM[offset["unit"][0]]
        return Toponym(name.span, name.text, Relation.NEAR, round(distance, 2), offset["way"], name.within)
    kind = next((key for key, value in relation.groupdict().items() if value), "in") if relation else "in"
    return Toponym(name.span, name.text, Relation(kind), within=name.within)
