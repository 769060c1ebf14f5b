"""Universal Dependencies: parts of speech, lemmas and trees, on gold words and from raw text.

From raw text, words are matched by their characters as in the CoNLL 2018 shared task, and rates are F1. Relations are
compared without their subtype.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from benchmarks.common import arguments, report, show, stop
from claimtrail.model.article import Block, BlockKind
from claimtrail.model.reading import Reading
from claimtrail.model.span import Span
from claimtrail.reader import Reader
from training import conllu
from training.scores import rates, universal

PARTS = ("ewt-dev", "ewt-test", "gum-dev", "gum-test")
GOLD = ("upos", "lemma", "uas", "las")
RAW = ("words", "sentences", "upos", "lemma", "uas", "las")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its range of characters, white space not counted; `head` is that of its head, None for the root."""

    at: tuple[int, int]
    head: tuple[int, int] | None
    upos: str
    lemma: str
    deprel: str


def gold_rates(reader: Reader, trees: Sequence[conllu.Tree]) -> dict[str, float]:
    """Rates of words right, given the treebank's own words."""
    return rates(trees, reader.parser.parse([tree.form for tree in trees]))


def raw_rates(reader: Reader, trees: Sequence[conllu.Tree]) -> dict[str, float]:
    """F1 of sentences, words, and words right, given nothing but the text."""
    text = raw_text(trees)
    reading = reader.read(text, [Block(Span(0, len(text)), BlockKind.BODY)])
    gold, mine = list(gold_words(trees)), list(read_words(reading))
    ends = [gold_ends(trees), {mine[sentence.last - 1].at[1] for sentence in reading.sentences}]
    # A sentence is right when it begins and ends where a gold sentence does.
    cuts = [set(zip([0, *sorted(found)], sorted(found), strict=False)) for found in ends]
    theirs = {word.at: word for word in gold}
    pairs = [(word, theirs[word.at]) for word in mine if word.at in theirs]
    right = {
        "words": len(pairs),
        "upos": sum(a.upos == b.upos for a, b in pairs),
        "lemma": sum(b.lemma in ("_", a.lemma) for a, b in pairs),
        "uas": sum(a.head == b.head for a, b in pairs),
        "las": sum(a.head == b.head and universal(a.deprel) == universal(b.deprel) for a, b in pairs),
    }
    found = {name: 2 * count / (len(gold) + len(mine)) for name, count in right.items()}
    return found | {"sentences": 2 * len(cuts[0] & cuts[1]) / (len(cuts[0]) + len(cuts[1]))}


def raw_text(trees: Sequence[conllu.Tree]) -> str:
    """The text of a treebank: a space between sentences, an empty line between paragraphs."""
    return "".join(("\n\n" if tree.opens else " ") + tree.text for tree in trees).strip()


def gold_ends(trees: Sequence[conllu.Tree]) -> set[int]:
    """Where the sentences end, white space not counted."""
    return set(accumulate(sum(len(_squeezed(text)) for _, text in dict.fromkeys(tree.surface)) for tree in trees))


def gold_words(trees: Sequence[conllu.Tree]) -> Iterator[Word]:
    """The words of a treebank. Words of a contraction share out its characters, the last one taking what is left."""
    at = 0
    for tree in trees:
        ranges: list[tuple[int, int]] = []
        for number, surface in enumerate(tree.surface):
            end = at + len(_squeezed(tree.form[number]))
            if surface not in tree.surface[number + 1 :]:
                end = (
                    at
                    + len(_squeezed(surface[1]))
                    - sum(
                        stop - start
                        for (start, stop), other in zip(ranges, tree.surface, strict=False)
                        if other == surface
                    )
                )
            ranges.append((at, end))
            at = end
        for number, head in enumerate(tree.head):
            parent = ranges[head - 1] if head else None
            yield Word(ranges[number], parent, tree.upos[number], tree.lemma[number], tree.deprel[number])


def _squeezed(text: str) -> str:
    return "".join(text.split())


def read_words(reading: Reading) -> Iterator[Word]:
    """The words of a reading."""
    tokens = reading.tokens
    counted = [0, *accumulate(not character.isspace() for character in reading.text)]
    ranges = [(counted[start], counted[end]) for start, end in zip(tokens.start, tokens.end, strict=True)]
    for number, head in enumerate(tokens.head):
        parent = ranges[head] if head >= 0 else None
        yield Word(ranges[number], parent, tokens.upos[number], tokens.lemma[number], tokens.deprel[number])


def main() -> None:
    """Score every part that the folder holds."""
    given = arguments("ud", __doc__ or "")
    parts = [part for part in PARTS if given.part in (None, part) and _file(given.folder, part).is_file()]
    if not parts:
        stop(f"ud: {given.folder} holds none of {', '.join(f'{part}.conllu' for part in PARTS)}")
    reader, figures = Reader.load(), dict[str, float]()
    rows = [["part", *GOLD, *(f"raw {name}" for name in RAW)]]
    for part in parts:
        trees = conllu.read(_file(given.folder, part))
        gold, raw = gold_rates(reader, trees), raw_rates(reader, trees)
        prefix = part.replace("-", "_")
        figures |= {f"{prefix}_{name}": gold[name] for name in GOLD}
        figures |= {f"{prefix}_raw_{name}": raw[name] for name in RAW}
        cells = [*(gold[name] for name in GOLD), *(raw[name] for name in RAW)]
        rows.append([part, *(f"{100 * rate:.2f}" for rate in cells)])
    show(rows)
    report(figures, given.json)


def _file(folder: Path, part: str) -> Path:
    return folder / f"{part}.conllu"


if __name__ == "__main__":
    main()
