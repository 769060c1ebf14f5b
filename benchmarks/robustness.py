"""Whether claims stay the same when a sentence is reworded: `python -m benchmarks.robustness [FOLDER] [--json]`.

FOLDER holds `sentences.toml` (by default the one beside this module): sentences of invented events, each with
rewordings written by hand (voice, order of clauses, synonyms), and pools of names. The other rewordings are made here,
by a fixed seed: names swapped within their pool, headline case, capitals alone, and one typing slip.

A rewording is `same` where events, losses (outcome, category, low, high), speakers, places and times are all those of
the sentence as written, names by their swap. A sentence that gives no claim is counted in no share but `read`.
"""

import argparse
import json
import random
import re
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.common import report, show, stop
from claimtrail.errors import Failure
from claimtrail.model import Result
from claimtrail.pipeline import run
from claimtrail.settings import Settings

BY_HAND = ("voice", "order", "synonyms")
KINDS = (*BY_HAND, "names", "headline_case", "capitals", "typo")
SLOTS = ("events", "losses", "speakers", "places", "times")
SEED = 1914
PUBLISHED = "2022-06-15"
LEAST_LETTERS = 6
SMALL = frozenset("a an and as at by for from had has in is its of off on or that the to was were which with".split())
_WORD = re.compile(r"[^\W\d_]+")
_SLIPPING = re.compile(rf"(?<![\w-])[a-z]{{{LEAST_LETTERS},}}(?![\w-])")

Fingerprint = Mapping[str, Counter[str]]
"""What should stay the same of a sentence's claims, by slot."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a sentence: of which kind, and which words of it stand for which of the sentence as written."""

    sentence: int
    kind: str
    text: str
    renamed: Mapping[str, str] = field(default_factory=dict)


def main() -> None:
    """Read every wording, compare its claims with those of the sentence as written, print the shares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    parser.add_argument("--list", action="store_true", help="print every rewording that is not the same, and how")
    given = parser.parse_args()
    path = given.folder / "sentences.toml"
    if not path.is_file():
        stop(f"robustness: no sentences.toml in {given.folder}")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    written = wordings(table)
    found = list(fingerprints(written))
    originals = {each.sentence: print_ for each, print_ in zip(written, found, strict=True) if each.kind == "written"}
    read = {number for number, print_ in originals.items() if print_["events"]}
    pairs = [(each, print_) for each, print_ in zip(written, found, strict=True) if each.kind != "written"]
    compared = [(each, kept(originals[each.sentence], print_, each), print_) for each, print_ in pairs]
    compared = [row for row in compared if row[0].sentence in read]
    if given.list:
        _list(compared, originals)
    figures = {**shares([(each, slots) for each, slots, _ in compared]), "read": len(read) / len(originals)}
    show([["", "share"], *([name, f"{value:.3f}"] for name, value in figures.items())])
    report({**figures, "sentences": len(originals), "rewordings": len(compared)}, given.json)


def wordings(table: Mapping[str, Any]) -> list[Wording]:
    """Each sentence as written, then its rewordings: those by hand and those made here."""
    pools = [list(names) for names in table["names"].values()]
    return [
        wording for number, sentence in enumerate(table["sentence"]) for wording in _wordings(number, sentence, pools)
    ]


def _wordings(number: int, sentence: Mapping[str, str], pools: Sequence[Sequence[str]]) -> Iterator[Wording]:
    text, chance = sentence["text"], random.Random(SEED + number)
    yield Wording(number, "written", text)
    yield from (Wording(number, kind, sentence[kind]) for kind in BY_HAND if kind in sentence)
    swapped = swap(text, pools, chance)
    if swapped:
        yield Wording(number, "names", replaced(text, swapped), swapped)
    yield Wording(number, "headline_case", headline_case(text))
    yield Wording(number, "capitals", text.upper())
    slip = typo(text, chance)
    if slip:
        yield Wording(number, "typo", replaced(text, slip), slip)


def swap(text: str, pools: Sequence[Sequence[str]], chance: random.Random) -> dict[str, str]:
    """Another name of its pool for each name in the text, none of them in the text already."""
    swapped: dict[str, str] = {}
    for pool in pools:
        inside = [name for name in pool if re.search(rf"\b{re.escape(name)}\b", text)]
        others = [name for name in pool if name not in inside]
        swapped |= dict(zip(inside, chance.sample(others, len(inside)), strict=True))
    return swapped


def replaced(text: str, words: Mapping[str, str]) -> str:
    """The text with each of the words replaced, wherever it stands by itself."""
    for old, new in words.items():
        text = re.sub(rf"\b{re.escape(old)}\b", new, text)
    return text


def headline_case(text: str) -> str:
    """The text as a title is set: every word but the small ones with a capital."""
    return _WORD.sub(lambda word: word[0] if word[0] in SMALL else word[0][0].upper() + word[0][1:], text)


def typo(text: str, chance: random.Random) -> dict[str, str]:
    """One word of small letters with two neighbouring letters inside changed over; empty where no word is long."""
    words = [word[0] for word in _SLIPPING.finditer(text)]
    slips = [(word, at) for word in words for at in range(1, len(word) - 2) if word[at] != word[at + 1]]
    if not slips:
        return {}
    word, at = chance.choice(slips)
    return {word: word[:at] + word[at + 1] + word[at] + word[at + 2 :]}


def fingerprints(written: Sequence[Wording]) -> Iterator[Fingerprint]:
    """What the claims of each wording tell, read as an article of one line."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as lines:
        rows = ({"id": str(at), "text": each.text, "published": PUBLISHED} for at, each in enumerate(written))
        lines.writelines(json.dumps(row) + "\n" for row in rows)
        lines.flush()
        for item in run([lines.name], Settings()):
            if isinstance(item, Failure):
                stop(f"robustness: {item}")
            yield fingerprint(item)


def fingerprint(result: Result) -> Fingerprint:
    """Events, places, times and speakers of all claims, each once, and their losses."""
    text, claims = result.article.text, result.claims
    losses = [loss for claim in claims for loss in claim.losses]
    told = ((loss.outcome, loss.category, loss.count.low, loss.count.high) for loss in losses)
    speakers = {_plain(speaker.span.of(text)) for claim in claims for speaker in claim.attribution}
    return {
        "events": Counter({claim.event.value for claim in claims}),
        "losses": Counter(" ".join(map(str, loss)) for loss in told),
        "speakers": Counter(speakers),
        "places": Counter({_plain(claim.place.span.of(text)) for claim in claims if claim.place}),
        "times": Counter({f"{claim.time.start} {claim.time.end}" for claim in claims if claim.time}),
    }


def _plain(phrase: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", phrase.casefold())


def kept(original: Fingerprint, reworded: Fingerprint, wording: Wording) -> dict[str, bool]:
    """Whether each slot of a sentence is as it was."""
    names = {old.casefold(): new.casefold() for old, new in wording.renamed.items()}
    return {
        slot: Counter({replaced(value, names): count for value, count in original[slot].items()}) == reworded[slot]
        if slot in ("speakers", "places")
        else original[slot] == reworded[slot]
        for slot in SLOTS
    }


def shares(compared: Sequence[tuple[Wording, Mapping[str, bool]]]) -> dict[str, float]:
    """The share of rewordings that are the same in all slots: over all, of each kind; and in each slot."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    slots: dict[str, list[bool]] = defaultdict(list)
    for wording, same in compared:
        kinds[wording.kind].append(all(same.values()))
        for slot, value in same.items():
            slots[slot].append(value)
    everything = [value for values in kinds.values() for value in values]
    table = {"same": everything, **{kind: kinds[kind] for kind in KINDS}, **{f"slot_{s}": slots[s] for s in SLOTS}}
    return {name: sum(values) / len(values) if values else 0.0 for name, values in table.items()}


def _list(
    compared: Sequence[tuple[Wording, Mapping[str, bool], Fingerprint]], originals: Mapping[int, Fingerprint]
) -> None:
    for wording, same, print_ in compared:
        for slot in (slot for slot, value in same.items() if not value):
            before, now = (sorted(each[slot].elements()) for each in (originals[wording.sentence], print_))
            print(f"{wording.kind} {slot}: {before} -> {now}\n    {wording.text}")


if __name__ == "__main__":
    main()
