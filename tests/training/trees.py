"""A small treebank for tests."""

from training.conllu import Tree


def tree(words: str, heads: tuple[int, ...]) -> Tree:
    """A tree of `form/lemma/UPOS` words."""
    form, lemma, upos = zip(*(word.split("/") for word in words.split()), strict=True)
    surface = tuple(enumerate(form, start=1))
    deprel = tuple("root" if head == 0 else "dep" for head in heads)
    return Tree(form, lemma, upos, heads, deprel, surface, " ".join(form), opens=True)


SHELLS = tree("Shells/shell/NOUN fell/fall/VERB ././PUNCT", (2, 0, 2))
MEN = tree("Men/man/NOUN fled/flee/VERB Tarn/Tarn/PROPN ././PUNCT", (2, 0, 2, 2))
