"""Word forms that may name an event, with its type: a feature of the claims head, shipped beside its weights."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.reader.claims_head_input import SEVERAL
from training.claims_head.data import EVENTS

VOWELS = "aeiou"
SURE = ("strong", "fair")


@cache
def forms() -> dict[str, int]:
    """Each lower-case form of a single word in the events lexicon: 1 + its event type, or SEVERAL where it is open."""
    sure: dict[str, set[int]] = defaultdict(set)
    irregular = {part: _inverted(lexicon("lemmas")[part]) for part in ("verb", "noun")}
    for event, part, level, word in _entries():
        for form in (*_regular(word, part), *irregular.get(part, {}).get(word, ())):
            sure[form] |= {EVENTS.index(event)} if level in SURE else set()
    return {form: 1 + min(types) if len(types) == 1 else SEVERAL for form, types in sorted(sure.items())}


def _entries() -> Iterator[tuple[str, str, str, str]]:
    for event in EVENTS:
        for part, levels in lexicon("events")[event].items():
            for level, words in levels.items():
                yield from ((event, part, level, word) for word in words if " " not in word)


def _inverted(table: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form, lemma in table.items():
        found[lemma].append(form)
    return found


def _regular(word: str, part: str) -> Iterator[str]:
    """The word and its regular forms; a few that do not exist do no harm."""
    yield word
    if part == "adj":
        return
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        yield word[:-1] + "ies"
    else:
        yield word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if part == "verb":
        yield from _verbal(word)


def _verbal(word: str) -> Iterator[str]:
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    elif word.endswith("y") and word[-2:-1] not in VOWELS:
        yield from (word[:-1] + "ied", word + "ing")
    else:
        yield from (word + "ed", word + "ing")
        if len(word) > 2 and word[-1] not in VOWELS + "wxy" and word[-2] in VOWELS and word[-3] not in VOWELS:
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")
