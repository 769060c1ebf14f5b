"""Whether two triggers of one sentence name one event: "the raid killed", "died in a blast", "shelled it, killing"."""

from claimtrail.claims.tree import Tree
from claimtrail.model import Span

# A noun in one of these relations to a verb is mostly what the verb tells of: its doer, cause, occasion or object.
OCCASIONS = frozenset({"nsubj", "nsubj:pass", "obl", "obl:agent", "obj"})
PARTS = frozenset({"compound", "compound:prt", "amod", "fixed", "flat", "xcomp"})


def one_event(one: Span, other: Span, tree: Tree) -> bool:
    """Whether the tree ties two triggers so closely that they tell of one event."""
    first, second = tree.head_of(one), tree.head_of(other)
    if first is None or second is None or tree.tokens.sentence[first] != tree.tokens.sentence[second]:
        return False
    return first == second or _tied(first, second, tree) or _tied(second, first, tree)


def _tied(below: int, above: int, tree: Tree) -> bool:
    """Whether the lower word is an occasion, a part, or an outcome of the upper one."""
    if tree.head(below) != above:
        return False
    relation = tree.rel(below)
    if relation in PARTS:
        return True
    if tree.upos(above) == "VERB" and tree.upos(below) in {"NOUN", "PROPN"}:
        return relation in OCCASIONS
    return relation == "advcl" and tree.form[below].endswith("ing") and below > above
