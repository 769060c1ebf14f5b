"""Which actors an article names, and where: one sense for a name, chosen by the article's year and countries."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from claimtrail.claims.actors import NEUTRAL, Actor, Alias, standings
from claimtrail.claims.states import GOVERNMENT, StateWords, adjective_of, state_of, state_words
from claimtrail.claims.words import Word, words_of
from claimtrail.model import Place, Span

SHORT_FORM = re.compile(r"\s?\(\s?[\"“']?([A-Z][A-Za-z0-9/&.-]{1,11})[\"”']?\s?\)")
LONG_FORM = 9
LINKS = frozenset({"of", "for", "and", "de", "du", "la", "des", "del", "in", "to", "y", "et", "e", "da", "do"})
SHOUTED = 4
NEAR = 3
CAPITAL = "PPLC"
# Whose abbreviations mean them in any country; those of groups are used of others elsewhere.
WORLDWIDE = NEUTRAL | {"security service", "police", "international force", "state forces"}


class Sense(Enum):
    """What the words of a naming are: a body that acts, an office of a state, or the state by its land."""

    BODY = "body"
    OFFICE = "office"
    LAND = "land"


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name an actor; one that only the article knows has an empty id."""

    span: Span
    actor: Actor
    sense: Sense = Sense.BODY


@dataclass(frozen=True, slots=True)
class Ground:
    """What chooses among the actors of one name: the article's year and countries, and the actors surely named."""

    year: int | None
    countries: frozenset[str]
    sure: frozenset[Actor] = frozenset()


def find_namings(
    text: str, blocks: Iterable[Span], year: int | None = None, places: Sequence[Place] = ()
) -> tuple[Naming, ...]:
    """The actors that the blocks of a text name, in its order; names that may be several actors' are left out.

    `year` is the article's, None where it is unknown. Its `places` tell its countries; a capital is named for its
    government too ("Paris says").
    """
    countries = {place.resolved.country for place in places if place.resolved and place.resolved.country}
    found = [_Block.of(text, block) for block in blocks]
    states = {code for block in found for each in block.states for code in (each.state.code, *each.state.today)}
    ground = Ground(year, frozenset((*countries, *states)))
    sure = {a.actor for block in found for _, names in block.names if (a := _undoubted(names, ground))}
    ground = Ground(year, ground.countries, frozenset(sure))
    namings = [naming for block in found for naming in block.namings(ground)]
    named = list(_with_short_forms(text, found, namings))
    named += [new for new in _capitals(places) if not any(new.span.overlaps(other.span) for other in named)]
    return tuple(sorted(named, key=lambda naming: naming.span))


def _capitals(places: Iterable[Place]) -> Iterator[Naming]:
    for place in places:
        if place.resolved and place.resolved.feature == CAPITAL and (state := state_of(place.resolved.country or "")):
            yield Naming(place.span, state.body(GOVERNMENT), Sense.LAND)


@dataclass(frozen=True, slots=True)
class _Block:
    words: list[Word]
    names: list[tuple[Span, tuple[Alias, ...]]]
    states: list[StateWords]

    @staticmethod
    def of(text: str, block: Span) -> "_Block":
        words = words_of(block.of(text), block.start)
        names = [
            (_span(words, each.first, each.last), _apt(words, each.first, each.aliases))
            for each in standings(words)
            if not _shouted(words, each.first)
        ]
        return _Block(words, names, list(state_words(words)))

    def namings(self, ground: Ground) -> Iterator[Naming]:
        """Of names that overlap the longest counts, of two of one length that of the table."""
        chosen = ((span, _choose(names, ground)) for span, names in self.names)
        named = [Naming(span, actor) for span, actor in chosen if actor is not None]
        named += [Naming(_span(self.words, s.first, s.last), s.actor(ground.year), _sense(s)) for s in self.states]
        end = 0
        for naming in sorted(named, key=lambda n: (n.span.start, -n.span.end)):
            if naming.span.start >= end:
                yield naming
                end = naming.span.end


def _apt(words: Sequence[Word], at: int, aliases: Sequence[Alias]) -> tuple[Alias, ...]:
    """The aliases that the word before a name leaves: none of another state, no shared one that begins before."""
    before = words[at - 1] if at and words[at].joined and words[at - 1].text[0].isupper() else None
    if before is None:
        return tuple(aliases)
    state = adjective_of(before)
    if state is not None:
        codes = {state.code, *state.today}
        return tuple(alias for alias in aliases if alias.actor.anywhere or alias.actor.countries & codes)
    within = at > 1 and words[at - 1].joined and not before.text.isupper()
    return tuple(alias for alias in aliases if not (within and alias.shared and not alias.name.isupper()))


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].span.start, words[last - 1].span.end)


def _shouted(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands in capitals among words in capitals, as in a headline, so that they tell nothing."""
    near = [word.text for word in (*words[max(0, at - NEAR) : at], *words[at + 1 : at + 1 + NEAR])]
    short = words[at].text.isupper() and len(words[at].text) < SHOUTED
    return short and 2 * sum(map(str.isupper, near)) > len(near) and any(len(each) >= SHOUTED for each in near)


def _sense(words: StateWords) -> Sense:
    if words.land:
        return Sense.LAND
    return Sense.BODY if words.label else Sense.OFFICE


def _undoubted(aliases: Sequence[Alias], ground: Ground) -> Alias | None:
    """The alias of a name that only one actor has and no other word."""
    fit = [alias for alias in aliases if alias.actor.begun(ground.year)]
    return fit[0] if len(fit) == 1 and not fit[0].shared else None


def _choose(aliases: Sequence[Alias], ground: Ground) -> Actor | None:
    """The one actor that a name means in an article; None where none or several fit.

    One that had ended when the article was written still counts where nobody else has its name.
    """
    if alone := _undoubted(aliases, ground):
        return alone.actor
    told = [alias.actor for alias in aliases if alias.actor in ground.sure]
    if len(told) == 1:
        return told[0]
    fit = [alias.actor for alias in aliases if _fits(alias, ground)]
    local = [actor for actor in fit if actor.countries & ground.countries]
    found = local if len(fit) > 1 else fit
    return found[0] if len(found) == 1 else None


def _fits(alias: Alias, ground: Ground) -> bool:
    """Whether a shared name fits the article's year and countries."""
    actor = alias.actor
    if not actor.active(ground.year):
        return False
    dated = ground.year is not None or actor.kind in NEUTRAL
    distinct = alias.name.isupper() or " " in alias.name
    worldwide = actor.anywhere and dated and distinct and actor.kind in WORLDWIDE
    return worldwide or bool(actor.countries & ground.countries)


def _with_short_forms(text: str, blocks: Sequence[_Block], namings: list[Naming]) -> Iterator[Naming]:
    """The namings, with the short forms that the article itself gives in brackets meaning what stands before these."""
    meant = _short_forms(text, blocks, namings)
    standing: dict[str, list[Span]] = defaultdict(list)
    for block in blocks:
        for word in block.words:
            standing[word.text].append(word.span)
    told = {span: actor for short, actor in meant.items() for span in standing[short]}
    yield from (naming for naming in namings if naming.span not in told)
    taken = [naming.span for naming in namings]
    for span, actor in told.items():
        if span in taken or not any(span.overlaps(other) for other in taken):
            yield Naming(span, actor)


def _short_forms(text: str, blocks: Sequence[_Block], namings: Sequence[Naming]) -> Mapping[str, Actor]:
    """Each short form in brackets and the actor whose name it stands behind, known or not."""
    ends = {naming.span.end: naming.actor for naming in namings if naming.sense is Sense.BODY}
    meant: dict[str, Actor] = {}
    for block in blocks:
        for match in SHORT_FORM.finditer(text, *_bounds(block.words)):
            actor = ends.get(match.start())
            if actor is None or not _may_shorten(match[1], actor, text[: match.start()]):
                actor = _unknown(text, block.words, match)
            if actor is not None:
                meant.setdefault(match[1], actor)
    return meant


def _may_shorten(short: str, actor: Actor, before: str) -> bool:
    """Whether a short form is one that an actor is known by, or has initials of the name before it."""
    if any(alias.actor is actor for each in standings(words_of(short)) for alias in each.aliases):
        return True
    initials = {word.key[0] for word in words_of(before[-10 * LONG_FORM :])[-LONG_FORM:]}
    return {letter.casefold() for letter in short if letter.isupper()} <= initials


def _bounds(words: Sequence[Word]) -> tuple[int, int]:
    return (words[0].span.start, words[-1].span.end + 2) if words else (0, 0)


def _unknown(text: str, words: Sequence[Word], match: re.Match[str]) -> Actor | None:
    """The actor of a name that the table lacks, where the short form behind it has the initials of its words."""
    before = [word for word in words if word.span.end <= match.start()][-LONG_FORM:]
    letters = "".join(letter for letter in match[1] if letter.isupper()).casefold()
    for first in range(len(before) - 1, -1, -1):
        run = before[first:]
        initials = "".join(word.key[0] for word in run if word.key not in LINKS)
        if len(letters) > 1 and initials == letters and run[0].text[0].isupper():
            name = text[run[0].span.start : match.start()].strip()
            return Actor("", " ".join(name.split()), None, "")
    return None
