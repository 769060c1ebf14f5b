"""The lexicon of speech (`data/speech.toml`), a cue of speech, and ranges of words bare of their outer marks."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree
from claimtrail.model import Sentence, Span

APART = frozenset({",", "-", "--", "–", "—", ":", ";", "(", ")"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech: the tokens of its source and of the medium told (None: not given), its word, what is said.

    `origin` is whom the source cites in turn. `content` is empty where what is said stands beyond the sentence.
    """

    token: int
    word: Span
    source: int | None
    via: int | None
    content: tuple[Span, ...]
    origin: int | None = None


@cache
def words(table: str, *keys: str) -> frozenset[str]:
    """The entries of some lists of the lexicon of speech."""
    tables: dict[str, Any] = lexicon("speech")
    return frozenset(word for key in keys for word in tables[table][key])


@cache
def beside(*lists: str) -> frozenset[str]:
    """The entries of some lists of `data/speech_beside.toml`: pronouns by whom they stand for, introductions."""
    return frozenset(word for name in lists for word in lexicon("speech_beside")[name])


def spoken_lemma(tree: Tree, verb: int) -> str:
    """The lemma of a verb, with its particle where the two are a verb of speech: "point out", "rule out"."""
    for particle in tree.kids(verb, "compound", "advmod"):
        both = f"{tree.lemma[verb]} {tree.form[particle]}"
        if particle == verb + 1 and both in words("verb", "say", "object"):
            return both
    return tree.lemma[verb]


def trimmed(tree: Tree, first: int, last: int) -> Span | None:
    """The characters of some tokens less the commas and stops at their ends; None where nothing is left."""
    while first < last and tree.upos(first) == "PUNCT" and tree.form[first] not in {'"', "“", "«", "„", "(", "'", "``"}:
        first += 1
    while last > first and tree.form[last - 1] in {",", ".", ";", ":", "-", "--", "–", "—"}:
        last -= 1
    return tree.span(first, last) if first < last else None


def without(tree: Tree, first: int, last: int, low: int, high: int) -> tuple[Span, ...]:
    """The tokens from `first` to `last` less those from `low` to `high`, as one or two ranges, bare of outer marks."""
    parts = [(first, min(last, low)), (max(first, high), last)] if low < last and high > first else [(first, last)]
    return tuple(span for a, b in parts if (span := trimmed(tree, a, b)) is not None)


def segment(tree: Tree, sentence: Sentence, low: int, high: int) -> tuple[int, int]:
    """The part of a sentence, between semicolons, that some words stand in; at most `LONGEST` words either way."""
    begin, stop = max(sentence.first, low - LONGEST), min(sentence.last, high + LONGEST)
    first = next((t + 1 for t in range(low - 1, begin - 1, -1) if tree.form[t] == ";"), begin)
    return first, next((t for t in range(high, stop) if tree.form[t] == ";"), stop)
