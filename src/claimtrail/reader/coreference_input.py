"""What the coreference head sees of two mentions: how they lie to each other, and how their words agree.

Training and run time share this module.
"""

from collections.abc import Sequence

import numpy as np

from claimtrail.reader.claims_head_input import STEPS, Ints, Words

KINDS = ("name", "description", "indefinite", "he", "she", "it", "they", "we", "i", "you")
KIND = {name: index for index, name in enumerate(KINDS)}

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("you", "your", "yours", "yourself"), "you"),
}
DETERMINERS = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})
ARTICLES = frozenset({"a", "an", "some", "several", "two", "three", "other", "another", "many"})
MATCHES = ("none", "shared", "last", "within", "equal")
SIZES = (len(STEPS) + 1, 9, 7, len(MATCHES), len(KINDS), len(KINDS), 4)
"""Classes a feature: distance, sentences and lines between, agreement of words, both kinds, mentions between."""


def kind_of(phrase: str) -> int:
    """The index in KINDS of a phrase, by its words alone."""
    words = phrase.split()
    first = words[0].casefold() if words else ""
    if len(words) == 1 and first in PRONOUNS:
        return KIND[PRONOUNS[first]]
    if any(word[:1].isupper() for word in words[1:]) or (first not in DETERMINERS | ARTICLES and phrase[:1].isupper()):
        return KIND["name"]
    return KIND["description"] if first in DETERMINERS else KIND["indefinite"]


def match_of(a: str, b: str) -> int:
    """The index in MATCHES of how the content words of two phrases agree."""
    one, other = _content(a), _content(b)
    if not one or not other or a.casefold() in PRONOUNS or b.casefold() in PRONOUNS:
        return 0
    if one == other:
        return 4
    if set(one) <= set(other) or set(other) <= set(one):
        return 3
    return 2 if one[-1] == other[-1] else int(bool(set(one) & set(other)))


def _content(phrase: str) -> list[str]:
    words = [word.strip("\u2019'.,\"").casefold() for word in phrase.split()]
    return [word for word in words if word and word not in DETERMINERS | ARTICLES | {"of", "s"}]


def features(words: Words, ranges: Ints, phrases: Sequence[str]) -> Ints:
    """Classes of every pair of mentions: an array mentions × mentions × 7; the row is the later of the two.

    `ranges` are pairs of word indices into `words`, in order; `phrases` the mentions as they stand in the text.
    """
    size = len(ranges)
    a, b = ranges[:, None, :], ranges[None, :, :]
    distance = np.searchsorted(STEPS, np.maximum(a[..., 0] - b[..., 1], 0), side="right")
    units = np.clip(words.unit[a[..., 0]] - words.unit[b[..., 0]], 0, 8)
    lines = np.clip(words.line[a[..., 0]] - words.line[b[..., 0]], 0, 6)
    matches = np.array([[match_of(x, y) for y in phrases] for x in phrases], np.int64).reshape(size, size)
    kinds = np.array([kind_of(phrase) for phrase in phrases], np.int64)
    rows, columns = np.broadcast_to(kinds[:, None], (size, size)), np.broadcast_to(kinds[None, :], (size, size))
    order = np.arange(size)
    steps = np.searchsorted(np.array([2, 4, 10]), order[:, None] - order[None, :], side="right")
    return np.stack((distance, units, lines, matches, rows, columns, steps), axis=-1)
