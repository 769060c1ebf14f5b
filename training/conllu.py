"""Reading CoNLL-U: words, trees, and the characters they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """One annotated sentence; columns of equal length.

    `head` is 0 for the root and `i` for word `i - 1`. `deprel` keeps its subtype. `text` is the raw sentence and
    `opens` says whether a paragraph begins here. `surface` holds the surface token of each word: a pair of
    the token's number and its text, so that the words of one contraction share it.
    """

    form: tuple[str, ...]
    lemma: tuple[str, ...]
    upos: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    surface: tuple[tuple[int, str], ...]
    text: str
    opens: bool

    def __len__(self) -> int:
        return len(self.form)


def read(path: Path) -> list[Tree]:
    """The sentences of a CoNLL-U file; empty nodes are left out."""
    return [_tree(lines) for lines in _sentences(path)]


def _sentences(path: Path) -> Iterator[list[str]]:
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.split("\n") if line]
        if any(line[0] != "#" for line in lines):
            yield lines


def _tree(lines: list[str]) -> Tree:
    comments = [line for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    return Tree(
        form=tuple(row[1] for row in words),
        lemma=tuple(row[2] for row in words),
        upos=tuple(row[3] for row in words),
        head=tuple(int(row[6]) for row in words),
        deprel=tuple(row[7] for row in words),
        surface=tuple(_surface(rows, words)),
        text=next((line[9:] for line in comments if line.startswith("# text = ")), ""),
        opens=any(line.startswith(("# newpar", "# newdoc")) for line in comments),
    )


def _surface(rows: list[list[str]], words: list[list[str]]) -> Iterator[tuple[int, str]]:
    covers = [(row[0].split("-"), row[1]) for row in rows if "-" in row[0]]
    shared: dict[int, tuple[int, str]] = {}
    for (first, last), text in covers:
        shared |= dict.fromkeys(range(int(first), int(last) + 1), (int(first), text))
    for row in words:
        yield shared.get(int(row[0]), (int(row[0]), row[1]))
