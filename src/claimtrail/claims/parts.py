"""Which counted losses are parts of a total told before them: "24 people, including seven children" are 24, never 31.

Told by grammar alone: the words that lead the part in ("including", "among the dead were"), those between its number
and what it counts ("five of them women"), those after it ("three children among them"), a list whose members add up
to the total exactly ("12 people: seven women and five children"), and an earlier toll ("to 38 from 35").
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimtrail.claims.kinds import PEOPLE
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree
from claimtrail.model import Category, Loss, Outcome, Span

# How many words of the part's own phrase (an article, adjectives, a hedge) may stand between the leading words and it.
OWN = 4
# Marks that announce members, whatever the total is called.
ANNOUNCING = frozenset({":", "(", "–", "—"})
JOINTS = frozenset({"and", ",", "plus"})
HARMED = {Outcome.KILLED_OR_WOUNDED: frozenset({Outcome.KILLED, Outcome.WOUNDED})}


def with_parts(losses: Sequence[Loss], tree: Tree) -> tuple[Loss, ...]:
    """The losses of one claim, in the order of its text, each part with the index of its total."""
    found: list[Loss] = []
    for told in losses:
        loss = _as_its_total(told, found, tree)
        found.append(replace(loss, part_of=_total(loss, found, tree)))
    for at in range(len(found)):
        _enumerate(found, at, tree)
    return tuple(found)


def whole(loss: Loss) -> Span:
    """The characters of a loss from its count to what it counts, whichever stands first."""
    count = loss.count.span or loss.who
    return Span(min(count.start, loss.who.start), max(count.end, loss.who.end))


def may_hold(total: Loss, part: Loss) -> bool:
    """Whether one loss may be of the same kind as another and so count it: people with people, things with things."""
    outcomes = {total.outcome} | HARMED.get(total.outcome, frozenset())
    return part.outcome in outcomes and (total.category in PEOPLE) == (part.category in PEOPLE)


def _total(loss: Loss, before: Sequence[Loss], tree: Tree) -> int | None:
    """The total that a loss is a part of: the nearest one that can hold it, else the nearest.

    A loss that is listed with a part is one too, as long as the total can hold them all.
    """
    if _is_led_in(loss, tree):
        totals = [
            at
            for at, other in reversed(list(enumerate(before)))
            if other.part_of is None and _several(other) and may_hold(other, loss)
        ]
        return next((at for at in totals if _fits(before[at], loss)), totals[0] if totals else None)
    listed = (other.part_of for other in reversed(before) if other.part_of is not None and _listed(other, loss, tree))
    return next((at for at in listed if _joins(loss, at, before)), None)


def _as_its_total(loss: Loss, before: Sequence[Loss], tree: Tree) -> Loss:
    """A loss with the outcome of the total it is led in after, unless a verb of its own tells another.

    "14 people were wounded, including five children" has no child killed, whatever the reader took them for.
    """
    head, total = tree.head_of(loss.who), before[-1] if before else None
    if head is None or total is None or not _led_by(loss, tree, _leading()) or not _several(total):
        return loss
    alike = total.category in PEOPLE and loss.category in PEOPLE and total.outcome not in HARMED
    return replace(loss, outcome=total.outcome) if alike and not _has_verb(tree, head) else loss


def _has_verb(tree: Tree, head: int) -> bool:
    """Whether a clause says something of a noun: "including a boy who died", "among them were two killed by a mine"."""
    governed = tree.rel(head).startswith("nsubj") and tree.upos(tree.head(head)) == "VERB"
    return governed or bool(tree.kids(head, "acl", "amod"))


def _is_led_in(loss: Loss, tree: Tree) -> bool:
    return (
        _led_by(loss, tree, _leading())
        or (_bare(loss) and _led_by(loss, tree, _phrases("earlier")))
        or _partitive(loss, tree)
        or _trailed(loss, tree)
    )


def _joins(loss: Loss, at: int, before: Sequence[Loss]) -> bool:
    """Whether a total can hold one more part beside those it has; no soldier is a part of civilians."""
    total, beside = before[at], sum(other.count.low or 0 for other in before if other.part_of == at)
    apart = {total.category, loss.category} == {Category.COMBATANT, Category.CIVILIAN}
    return (
        not apart
        and may_hold(total, loss)
        and (total.count.high is None or beside + (loss.count.low or 0) <= total.count.high)
    )


def _bare(loss: Loss) -> bool:
    """Whether a number stands for those it counts."""
    return loss.count.span is not None and loss.count.span.covers(loss.who)


def _led_by(loss: Loss, tree: Tree, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether some of the phrases stand right before a loss, but for the words of its own phrase."""
    tokens = tree.range(whole(loss))
    if not tokens:
        return False
    first = tree.sentence(tokens[0]).first
    for end in range(tokens[0], max(first, tokens[0] - OWN) - 1, -1):
        if any(tree.form[max(first, end - len(phrase)) : end] == phrase for phrase in phrases):
            return True
        if end > first and tree.upos(end - 1) not in {"DET", "ADJ", "NUM", "ADV", "PROPN", "NOUN"}:
            return False
    return False


def _partitive(loss: Loss, tree: Tree) -> bool:
    """As in "five of them women", "seven of the dead were children", or a bare "ten of them"."""
    count = loss.count.span
    if count is None:
        return False
    after = tree.range(count).stop
    return any(tree.form[after : after + len(phrase)] == phrase for phrase in _phrases("between"))


def _trailed(loss: Loss, tree: Tree) -> bool:
    """As in "three children among them"."""
    after = tree.range(whole(loss)).stop
    return any(tree.form[after : after + len(phrase)] == phrase for phrase in _phrases("after"))


def _listed(one: Loss, other: Loss, tree: Tree) -> bool:
    """Whether two losses are members of one list: the tree coordinates them, or only "and" or a comma parts them."""
    first, second = tree.head_of(one.who), tree.head_of(other.who)
    if first is None or second is None:
        return False
    if first in (above := _lists(tree, second)) or second in _lists(tree, first):
        return True
    between = tree.form[tree.range(whole(one)).stop : tree.range(whole(other)).start]
    return not above and len(between) == 1 and between[0] in JOINTS


def _lists(tree: Tree, token: int) -> list[int]:
    """The words before a token that it is coordinated with, or in apposition to."""
    found = []
    while tree.rel(token).partition(":")[0] in {"conj", "appos"}:
        token = tree.head(token)
        found.append(token)
    return found


def _enumerate(found: list[Loss], at: int, tree: Tree) -> None:
    """Make the losses after a total its parts where they are announced as its members and add up to it exactly."""
    total, members, sum_ = found[at], list[int](), 0
    if total.part_of is not None or not _exact(total) or not _several(total):
        return
    sentence = tree.tokens.sentence[tree.range(total.who)[0]] if tree.range(total.who) else None
    for index in range(at + 1, len(found)):
        part = found[index]
        tokens = tree.range(part.who)
        if not (_exact(part) and may_hold(total, part) and part.part_of is None and tokens):
            return
        if tree.tokens.sentence[tokens[0]] != sentence or (not members and not _announced(total, part, tree)):
            return
        members.append(index)
        sum_ += part.count.low or 0
        if sum_ == total.count.low and len(members) > 1:
            for member in members:
                found[member] = replace(found[member], part_of=at)
            return


def _announced(total: Loss, first: Loss, tree: Tree) -> bool:
    """Whether the mark before a member announces members of the total: after a comma, only of a general one."""
    at = tree.range(whole(first)).start
    while at and tree.upos(at - 1) in {"DET", "ADJ"}:
        at -= 1
    mark, head = tree.form[at - 1] if at else "", tree.head_of(total.who)
    general = head is not None and (tree.form[head] in _words("general") or tree.upos(head) == "NUM")
    return mark in ANNOUNCING or (mark in {",", "-"} and general)


def _exact(loss: Loss) -> bool:
    return loss.count.low is not None and loss.count.low == loss.count.high


def _several(loss: Loss) -> bool:
    return loss.count.high is None or loss.count.high > 1


def _fits(total: Loss, part: Loss) -> bool:
    """Whether a total is large enough to hold a part, as far as both are numbered."""
    return total.count.high is None or part.count.low is None or part.count.low <= total.count.high


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("parts")[name])


@cache
def _phrases(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in lexicon("parts")[name])


@cache
def _leading() -> frozenset[tuple[str, ...]]:
    """What leads a part in: the fixed phrases, and those made of "among" or "included" and a word for the whole."""
    among = {
        ("among", article, whole, verb)
        for article in ("the", "those")
        for whole in _words("sets")
        for verb in _words("verbs")
    }
    return _phrases("before") | among
