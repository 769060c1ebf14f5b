"""Finding the words and phrases of a lexicon in a tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimtrail.claims.tree import Tree
from claimtrail.model import Sentence

T = TypeVar("T")
GAP = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """A word as the lexicons have it: hyphens are spaces, so one token may be several words and a hyphen none."""

    token: int
    form: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase of the lexicon and the tokens that carry it, in the order of the text; `value` is its entry."""

    tokens: tuple[int, ...]
    value: T


def units(tree: Tree, sentence: Sentence) -> list[Unit]:
    """The words of a sentence, hyphens taken as spaces."""
    found = []
    for token in range(sentence.first, sentence.last):
        form, lemma = tree.form[token], tree.lemma[token]
        if "-" not in form:
            found.append(Unit(token, form, lemma))
            continue
        parts, roots = form.split("-"), lemma.split("-")
        roots = roots if len(roots) == len(parts) else parts
        found.extend(Unit(token, *pair) for pair in zip(parts, roots, strict=True) if pair[0])
    return found


class Phrases(Generic[T]):
    """A set of phrases, each with a value; a word matches by its form or its lemma."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.replace("-", " ").split())
            self._entries.setdefault(words[0], []).append((words[1:], value))
        for rests in self._entries.values():
            rests.sort(key=lambda entry: -len(entry[0]))

    def find(self, tree: Tree, sentence: Sentence) -> Iterator[Found[T]]:
        """Every phrase that stands in the sentence, longer ones first at each word; they may overlap."""
        words = units(tree, sentence)
        for at, unit in enumerate(words):
            for key in dict.fromkeys((unit.form, unit.lemma)):
                for rest, value in self._entries.get(key, ()):
                    tokens = _match(tree, words, at, rest)
                    if tokens:
                        yield Found(tokens, value)

    def get(self, words: str) -> T | None:
        """The value of exactly these words, if they are an entry."""
        first, *rest = words.split()
        return next((value for other, value in self._entries.get(first, ()) if other == tuple(rest)), None)


def _match(tree: Tree, words: list[Unit], at: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of a phrase that begins at word `at`; a verb may have its object before the rest of the phrase."""
    if not rest:
        return (words[at].token,)
    last = at + 2 + (GAP if tree.upos(words[at].token) == "VERB" else 0)
    for start in range(at + 1, min(last, len(words) - len(rest) + 1)):
        run = words[start : start + len(rest)]
        if all(word in (unit.form, unit.lemma) for word, unit in zip(rest, run, strict=True)):
            tokens = tuple(dict.fromkeys(unit.token for unit in (words[at], *run)))
            if start == at + 1 or _depends(tree, words[at].token, run):
                return tokens
    return None


def _depends(tree: Tree, verb: int, run: list[Unit]) -> bool:
    tokens = {unit.token for unit in run}
    return any(tree.head(token) == verb for token in tokens)
