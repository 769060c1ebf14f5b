"""Numbers with their hedges and what they measure: "at least 43", "20 to 30", "aged 12", "155mm"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.number_kinds import Kind, kind_of
from claimtrail.claims.numerals import Numeral, Words, numeral_at, words_of
from claimtrail.model.claim import Hedge
from claimtrail.model.span import Span

__all__ = ["Form", "Kind", "NumberPhrase", "find_numbers"]

_WORDS = lexicon("numbers")["words"]
_ARTICLES = frozenset(_WORDS["articles"])
_MANY, _MASS, _SIZE = (frozenset(_WORDS[name]) for name in ("many_nouns", "mass_nouns", "size"))
_CROWD = _MANY | _MASS
_NOT_ZERO = frozenset(_WORDS["not_zero"])
# The words around a range that may tell what it measures.
_CONTEXT = 80
_DASHES = "-‑–—"


class Form(StrEnum):
    """How a number is carried: by a numeral, a bare article, a vague word, a negative ("no") or "any"."""

    NUMERAL = "numeral"
    ARTICLE = "article"
    VAGUE = "vague"
    NEGATIVE = "negative"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number as written, with its hedge words: `low` to `high` (`high` None: open; both None: no telling)."""

    span: Span
    low: int | None
    high: int | None
    hedge: Hedge | None
    kind: Kind
    form: Form = Form.NUMERAL


@dataclass(frozen=True, slots=True)
class _Draft:
    """A number phrase over words `first` up to `last`, whose numeral begins at the word `core`."""

    first: int
    last: int
    low: int | None
    high: int | None
    hedge: Hedge | None = None
    form: Form = Form.NUMERAL
    kind: Kind = Kind.QUANTITY


def find_numbers(text: str, span: Span) -> list[NumberPhrase]:
    """Every number phrase that lies in `span`, in order and without overlap.

    Words around `span` only help to tell the kind.
    """
    words = words_of(text, _word_start(text, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT))
    first = next((i for i, start in enumerate(words.start) if start >= span.start), len(words))
    last = next((i for i in range(len(words), first, -1) if words.end[i - 1] <= span.end), first)
    return [
        NumberPhrase(words.span(draft.first, draft.last), draft.low, draft.high, draft.hedge, draft.kind, draft.form)
        for draft in _drafts(words, first, last)
    ]


def _word_start(text: str, at: int) -> int:
    """The first blank at or after `at`, so that no word is cut."""
    if at <= 0:
        return 0
    blank = text.find(" ", at, at + _CONTEXT)
    return at if blank < 0 else blank


def _drafts(words: Words, first: int, last: int) -> Iterator[_Draft]:
    at = floor = first
    while at < last:
        draft = _draft_at(words, at, floor, last)
        if draft is not None and draft.last == last + 1 and words.lower[last] in ("of", "more"):
            draft = replace(draft, last=last)
        if draft is None or draft.last > last:
            at += 1
            continue
        yield draft
        at = floor = draft.last


def _draft_at(words: Words, at: int, floor: int, ceiling: int) -> _Draft | None:
    numeral = numeral_at(words, at)
    if numeral is None or numeral.article:
        reader = _READERS.get(words.lower[at])
        return reader(words, at, floor) if reader else _unread(words, at)
    return _numeral(words, numeral, floor, ceiling)


def _unread(words: Words, at: int) -> _Draft | None:
    """A token of digits that is no plain number: a clock time, a date, a designation."""
    if not words.lower[at][0].isdigit():
        return None
    kind = kind_of(words, at, at + 1, None)
    return _Draft(at, at + 1, None, None, kind=Kind.DESIGNATION if kind is Kind.QUANTITY else kind)


def _numeral(words: Words, numeral: Numeral, floor: int, ceiling: int) -> _Draft:
    span = _range(words, numeral, floor)
    last, low, high = span if span else (numeral.last, numeral.value, numeral.value)
    last = _repeated(words, last, high)
    kind = kind_of(words, numeral.first, last, numeral)
    draft = _Draft(numeral.first, last, low, high, kind=kind)
    if numeral.vague:
        draft = replace(draft, high=None, hedge=Hedge.VAGUE, form=Form.VAGUE)
    if kind in (Kind.DESIGNATION, Kind.ORDINAL, Kind.DATE):
        return draft
    return _prefixed(words, _suffixed(words, _measured(words, draft, ceiling), ceiling), floor)


def _range(words: Words, numeral: Numeral, floor: int) -> tuple[int, int, int] | None:
    """The end, low and high of "20 to 30", "20-30", "two or three", "between 5 and 7"; None for a single number."""
    at = numeral.last
    before = words.at(numeral.first - 1) if numeral.first > floor else ""
    joint = words.at(at)
    if joint in ("to", "or") or (joint == "and" and before == "between") or (joint and joint in _DASHES):
        other = numeral_at(words, at + 1) if at + 1 < len(words) else None
        if other and not other.vague and not other.article and numeral.value < other.value and before != "from":
            return other.last, _lower_end(words, numeral, other), other.value
    return None


def _lower_end(words: Words, low: Numeral, high: Numeral) -> int:
    """The low end in its full size: "two to three thousand" begins at two thousand."""
    if low.digits == high.digits and low.last - low.first == 1 and high.last - high.first == 2 and low.value < 100:
        unit = numeral_at(words, high.first)
        head = words.lower[high.last - 1]
        if unit and head in ("hundred", "thousand", "million", "billion", "lakh", "dozen"):
            scale = numeral_at(words_of("a " + head, 0, 2 + len(head)), 0)
            return low.value * scale.value if scale else low.value
    return low.value


def _repeated(words: Words, last: int, value: int) -> int:
    """The end of "four (4)", where a figure in brackets repeats the word."""
    if words.lower[last : last + 3] == ("(", str(value), ")"):
        return last + 3
    return last


def _measured(words: Words, draft: _Draft, ceiling: int) -> _Draft:
    """As in "500 pounds": the unit of a mass or an area belongs to the phrase."""
    if draft.kind not in (Kind.MASS, Kind.AREA, Kind.PERCENT):
        return draft
    at = draft.last + 1 if words.at(draft.last) in _DASHES else draft.last
    wide = 2 if words.at(at) in ("square", "sq", "per") else 1
    return replace(draft, last=at + wide) if at + wide <= ceiling else draft


def _suffixed(words: Words, draft: _Draft, ceiling: int) -> _Draft:
    for size in (4, 3, 2, 1):
        hedge = _AFTER.get(words.lower[draft.last : draft.last + size])
        fits = hedge is not None and draft.last + size <= ceiling
        # "twelve dead, at least 40 hurt": the hedge belongs to the number that follows it.
        if hedge is not None and fits and _ahead(words, draft.last + size) is None:
            return _hedged(replace(draft, last=draft.last + size), hedge)
    return draft


def _prefixed(words: Words, draft: _Draft, floor: int) -> _Draft:
    """The draft with the hedges that stand before it; the innermost is applied first."""
    for _ in range(3):
        for size in (5, 4, 3, 2, 1):
            start = draft.first - size
            name = _BEFORE.get(words.lower[start : draft.first]) if start >= floor else None
            # "ran over a boy": one word before an article by itself is a preposition.
            if name is not None and not (size == 1 and name != "plain" and draft.form is Form.ARTICLE):
                draft = _hedged(replace(draft, first=start), name)
                break
        else:
            break
    at = draft.first - 1
    if at >= floor and words.at(at) == "between":
        draft = replace(draft, first=at)
    return draft


def _hedged(draft: _Draft, name: str) -> _Draft:
    if name == "plain" or draft.low is None:
        return draft
    hedge = Hedge(name)
    if hedge is Hedge.AT_LEAST:
        return replace(draft, high=None, hedge=draft.hedge if draft.hedge is Hedge.VAGUE else hedge)
    if hedge is Hedge.AT_MOST:
        return replace(draft, low=0, high=draft.high if draft.high is not None else draft.low, hedge=hedge)
    return replace(draft, hedge=draft.hedge or hedge)


def _indefinite(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "a": one, unless it opens "a number of", "a large quantity of" or names a letter ("Group A")."""
    noun = next((i for i in (at + 1, at + 2, at + 3) if words.at(i) in _CROWD), at)
    if noun > at and (words.at(noun + 1) == "of" or words.at(noun) in ("few", "handful")):
        return _crowd(words, at, noun)
    if _is_letter(words, at):
        return None
    ahead = next((n for n in (_ahead(words, at + size) for size in (1, 2, 3)) if n), None)
    if ahead is not None and words.lower[at:ahead] in _BEFORE:
        return None
    kind = kind_of(words, at, at + 1, Numeral(at, at + 1, 1, article=True))
    draft = _Draft(at, at + 1, 1, 1, form=Form.ARTICLE, kind=kind)
    return _prefixed(words, draft, floor)


def _is_letter(words: Words, at: int) -> bool:
    """Whether a capital "A" in the middle of a line names something ("Group A"), in a line that is not all capitals."""
    if not at or not words.capitalised(at) or not words.lower[at - 1].isalpha():
        return False
    gap = words.text[words.end[at - 1] : words.start[at]]
    return "\n" not in gap and not words.text[words.start[at - 1] : words.end[at - 1]].isupper()


def _ahead(words: Words, at: int) -> int | None:
    """`at` where a numeral begins there."""
    found = numeral_at(words, at) if at < len(words) else None
    return at if found and not found.article else None


def _crowd(words: Words, first: int, noun: int) -> _Draft:
    last = noun + 2 if words.at(noun + 1) == "of" else noun + 1
    low = 2 if words.at(noun) in _MANY else None
    return _Draft(first, last, low, None, Hedge.VAGUE, Form.VAGUE)


def _sized(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "large numbers of", "huge quantity of", "unknown number of" without an article."""
    return _crowd(words, at, at + 1) if words.at(at + 1) in _CROWD else None


def _crowded(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "quantities of", "variety of" without article or adjective."""
    return _crowd(words, at, at) if words.at(at + 1) == "of" else None


def _vague(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "several", "many", "some": two or more, unless "some" hedges a numeral."""
    if words.at(at + 1) == "as":
        return None
    if words.lower[at] == "some" and _ahead(words, at + 1) is not None:
        return None
    if words.at(at + 1) in _CROWD:
        return _crowd(words, at, at + 1)
    more = words.at(at + 1) == "more" and words.at(at + 2) != "than"
    return _Draft(at, at + 2 if more else at + 1, 2, None, Hedge.VAGUE, Form.VAGUE)


def _none(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "no", "none", "no one", "without": nought."""
    if (
        words.at(at + 1) in _NOT_ZERO
        or words.at(at + 1).isdigit()
        or (words.lower[at] == "no" and words.at(at + 1) == ".")
    ):
        return None
    return _Draft(
        at, at + 2 if words.lower[at] == "no" and words.at(at + 1) == "one" else at + 1, 0, 0, form=Form.NEGATIVE
    )


def _not_one(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "not one", "not a single": nought."""
    if words.at(at + 1) == "one":
        return _Draft(at, at + 2, 0, 0, form=Form.NEGATIVE)
    if words.lower[at + 1 : at + 3] == ("a", "single"):
        return _Draft(at, at + 3, 0, 0, form=Form.NEGATIVE)
    return None


def _both(words: Words, at: int, floor: int) -> _Draft | None:
    return _Draft(at, at + 1, 2, 2) if _ahead(words, at + 1) is None else None


def _other(words: Words, at: int, floor: int) -> _Draft | None:
    if _ahead(words, at + 1) is not None or words.at(at - 1) == "one":
        return None
    return _Draft(at, at + 1, 1, 1, form=Form.ARTICLE)


def _any(words: Words, at: int, floor: int) -> _Draft | None:
    return _Draft(at, at + 1, None, None, Hedge.VAGUE, Form.ANY)


def _share(words: Words, at: int, floor: int) -> _Draft | None:
    """As in "most", "all": no telling how many; "all but three" neither."""
    if _ahead(words, at + 1) is not None or words.at(at + 1) == "than":
        return None
    last = at + 3 if words.at(at + 1) == "but" and _ahead(words, at + 2) is not None else at + 1
    return _Draft(at, last, None, None, Hedge.VAGUE, Form.VAGUE)


def _phrases(table: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): hedge for hedge, phrases in table.items() for phrase in phrases}


_BEFORE = _phrases(lexicon("hedges")["before"])
_AFTER = _phrases(lexicon("hedges")["after"])
_Reader = Callable[[Words, int, int], _Draft | None]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(_CROWD, _crowded),
    **dict.fromkeys(_SIZE, _sized),
    **dict.fromkeys(_WORDS["vague"], _vague),
    **dict.fromkeys(_WORDS["zero"], _none),
    **dict.fromkeys(_WORDS["any"], _any),
    **dict.fromkeys(_WORDS["share"], _share),
    **dict.fromkeys(_WORDS["both"], _both),
    **dict.fromkeys(_WORDS["another"], _other),
    **dict.fromkeys(_ARTICLES, _indefinite),
    "not": _not_one,
}
