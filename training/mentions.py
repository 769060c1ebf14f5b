"""re3d sentences whose licence allows their use in shipped weights, with the types that claims need."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.corpora import OUTSIDE, Tagged, read_tagged

EXCLUDED = ("CC BY-NC",)
TYPES = {
    "DocumentReference": "document",
    "Location": "location",
    "MilitaryPlatform": "vehicle",
    "Money": "money",
    "Nationality": "nationality",
    "Organisation": "organisation",
    "Person": "person",
    "Quantity": "quantity",
    "Temporal": "time",
    "Weapon": "weapon",
}


def licensed(folder: Path, parts: Sequence[str]) -> list[Tagged]:
    """The sentences of `ner/PART.txt` found in a document under a licence without a non-commercial clause.

    A sentence that also stands in a document under such a clause, or in `ner/test.txt`, is left out.
    """
    texts = list(_texts(folder))
    barred = [text for licence, text in texts if licence.startswith(EXCLUDED)]
    free = [text for licence, text in texts if not licence.startswith(EXCLUDED)]
    tested = {_squeezed(sentence.form) for sentence in read_tagged(folder / "ner" / "test.txt")}
    sentences = [sentence for part in parts for sentence in read_tagged(folder / "ner" / f"{part}.txt")]
    return [merged(sentence) for sentence in sentences if _free(_squeezed(sentence.form), free, barred, tested)]


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            article = json.loads(line)
            yield article["licence"], _squeezed([article["text"]])


def _squeezed(words: Iterable[str]) -> str:
    return "".join("".join(words).split())


def _free(sentence: str, free: Sequence[str], barred: Sequence[str], tested: set[str]) -> bool:
    return (
        sentence not in tested
        and any(sentence in text for text in free)
        and not any(sentence in text for text in barred)
    )


def merged(sentence: Tagged) -> Tagged:
    """The sentence with re3d's types renamed to those of `Mention.type`; other types become `O`."""
    return Tagged(sentence.form, tuple(_renamed(tag) for tag in sentence.tag))


def _renamed(tag: str) -> str:
    place, _, kind = tag.partition("-")
    return f"{place}-{TYPES[kind]}" if kind in TYPES else OUTSIDE
