"""Rates of words read as a treebank has them."""

from collections.abc import Sequence

from claimtrail.reader.heads import Parse
from training.conllu import Tree


def rates(trees: Sequence[Tree], parses: Sequence[Parse]) -> dict[str, float]:
    """Shares of words with the right `upos`, `lemma`, head (`uas`), and head and relation (`las`), on gold words.

    As in the CoNLL 2018 shared task, relations are compared without subtype, and a lemma `_` is always right.
    """
    right = dict.fromkeys(("upos", "lemma", "uas", "las"), 0)
    for tree, parse in zip(trees, parses, strict=True):
        heads = [head + 1 == gold for head, gold in zip(parse.head, tree.head, strict=True)]
        same = [universal(mine) == universal(gold) for mine, gold in zip(parse.deprel, tree.deprel, strict=True)]
        right["upos"] += sum(mine == gold for mine, gold in zip(parse.upos, tree.upos, strict=True))
        right["lemma"] += sum(gold in ("_", mine) for mine, gold in zip(parse.lemma, tree.lemma, strict=True))
        right["uas"] += sum(heads)
        right["las"] += sum(head and relation for head, relation in zip(heads, same, strict=True))
    total = sum(len(tree) for tree in trees)
    return {name: count / total for name, count in right.items()}


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]
