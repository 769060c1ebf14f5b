"""The corpora as training examples: label sets, and sentences as label indices."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrail.reader import lemmas
from claimtrail.reader.heads import Labels
from training.conllu import Tree

RAREST_EDIT = 3
OUTSIDE = "O"
NAMES = ("PROPN", "X", "SYM")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with one BIO tag a word."""

    form: tuple[str, ...]
    tag: tuple[str, ...]


def labels(trees: Sequence[Tree], tagged: Sequence[Tagged], lexicon: frozenset[str] = frozenset()) -> Labels:
    """The labels seen in training, most frequent first, without lemma scripts seen fewer than `RAREST_EDIT` times."""
    edits = Counter(edit for tree in trees for edit in edits_of(tree) if edit)
    common = tuple(edit for edit, seen in edits.most_common() if seen >= RAREST_EDIT)
    return Labels(
        upos=_ranked(upos for tree in trees for upos in tree.upos),
        edits=common,
        relations=_ranked(relation for tree in trees for relation in tree.deprel),
        tags=(OUTSIDE, *sorted({tag for sentence in tagged for tag in sentence.tag} - {OUTSIDE})),
        known=_known(trees),
        lexicon=lexicon,
    )


def edits_of(tree: Tree) -> list[str]:
    """The lemma script of every word; `""` where the treebank gives no lemma."""
    pairs = zip(tree.form, tree.lemma, strict=True)
    return ["" if lemma == "_" else lemmas.script(form, lemma) for form, lemma in pairs]


def _ranked(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())


def _known(trees: Sequence[Tree]) -> dict[str, str]:
    """Forms that are not their own lemma, where all uses of form and part of speech agree; no names."""
    seen: dict[str, set[str]] = {}
    for tree in trees:
        for form, upos, lemma in zip(tree.form, tree.upos, tree.lemma, strict=True):
            if form.isalpha() and lemma != "_" and upos not in NAMES:
                seen.setdefault(f"{form.lower()}/{upos}", set()).add(lemma)
    agreed = {key: next(iter(lemmas)) for key, lemmas in sorted(seen.items()) if len(lemmas) == 1}
    return {key: lemma for key, lemma in agreed.items() if lemma != key.partition("/")[0]}


def read_tagged(path: Path) -> list[Tagged]:
    """The sentences of a file with a word, a tab and a BIO tag on each line, and empty lines between sentences."""
    found = []
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in part.split("\n") if line.strip()]
        rows = [row for row in rows if row[0].strip()]
        if rows:
            found.append(Tagged(tuple(row[0] for row in rows), tuple(row[1] for row in rows)))
    return found
