"""Lemmas checked against the lexicons: where the reader's lemma is no known word but a regular one is, that is taken.

A reader makes up lemmas of rare verbs ("strafe", "shell"), and a lexicon keyed by lemma would miss just those.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from claimtrail.claims.lexicon import lexicon

LEXICONS = ("events", "outcomes", "kinds", "status", "speech", "speakers")
VOWELS = "aeiou"


@lru_cache(maxsize=65536)
def lemma_of(form: str, upos: str, lemma: str) -> str:
    """The lemma of a lower-case form: irregular ones by list, others by rule if it gives a known word, else `lemma`."""
    if upos not in {"VERB", "NOUN", "AUX"}:
        return lemma
    irregular = lexicon("lemmas")["noun" if upos == "NOUN" else "verb"].get(form)
    if irregular:
        return str(irregular)
    known = _known()
    if form in known and upos == "NOUN" and not form.endswith("s"):
        return form
    rules = _plural(form) if upos == "NOUN" else _verb(form)
    return next((each for each in rules if each in known), lemma)


@cache
def unchanging() -> frozenset[str]:
    """Verbs whose past participle is spelt as their infinitive: "hit", "put"."""
    return frozenset(lexicon("lemmas")["unchanging"]["verb"])


def _verb(form: str) -> Iterator[str]:
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
                yield from (stem, stem[:-1]) if stem[-1] in "ls" else (stem[:-1], stem)
            if stem[-1] == "i" and ending == "ed":
                yield stem[:-1] + "y"
            yield from (stem + "e", stem) if stem[-1] in "cgsuvz" else (stem, stem + "e")
    yield from _plural(form)
    yield form


def _plural(form: str) -> Iterator[str]:
    if form.endswith("ies"):
        yield form[:-3] + "y"
    if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield from (form[:-2], form[:-1])
    elif form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
    if form.endswith("men"):
        yield form[:-3] + "man"


@cache
def _known() -> frozenset[str]:
    """Every word that stands in a lexicon."""
    found: set[str] = set()
    stack: list[Any] = [lexicon(name) for name in LEXICONS]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            found.update(item.replace("-", " ").split())
        else:
            stack.extend(item.values() if isinstance(item, dict) else item)
    return frozenset(found)


def singulars(word: str) -> Iterator[str]:
    """What a plural may be the plural of, the word itself first; some are no words."""
    yield word
    if irregular := lexicon("lemmas")["noun"].get(word):
        yield irregular
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.endswith("women"):
        yield word[:-5] + "woman"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
    if word.endswith(("'s", "s'")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
