"""What the checks of one article look at, and what they share: figures, how they compare, and how they are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from claimtrail.claims.kinds import PEOPLE
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree
from claimtrail.model import Article, Claim, Hedge, Loss, Reading, Span, Voice


@dataclass(frozen=True, slots=True)
class Inside:
    """An article with its reading, the tree of it, and its claims."""

    article: Article
    reading: Reading
    tree: Tree
    claims: tuple[Claim, ...]

    @staticmethod
    def of(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> "Inside":
        """Linear in the words of the reading."""
        return Inside(article, reading, Tree.of(reading), claims)

    @property
    def text(self) -> str:
        """The text that all ranges are into."""
        return self.article.text

    def told_by(self, voice: Voice) -> list[Claim]:
        """The claims of one part of the page."""
        return [claim for claim in self.claims if claim.voice is voice]

    def losses(self, voice: Voice) -> Iterator[tuple[Claim, Loss]]:
        """Each loss that one part of the page tells, with its claim."""
        for claim in self.told_by(voice):
            yield from product((claim,), claim.losses)

    def is_figure(self, loss: Loss) -> bool:
        """Whether a loss carries a number or a word for one; a name, a bare plural and "a" do not."""
        words = loss.count.span.of(self.text).lower() if loss.count.span else ""
        return loss.count.low is not None and words not in {"", "a", "an"}

    def phrase(self, loss: Loss) -> str:
        """A loss in the article's words; a bare number is both who was lost and how many, and is said once."""
        count = loss.count.span
        who = loss.who.of(self.text)
        words = f"{count.of(self.text)} {who}" if count and not count.covers(loss.who) else who
        return f"{words} {outcome(loss)}"

    def phrases(self, losses: Sequence[Loss]) -> str:
        """Several losses, each way of telling them once."""
        return "; ".join(dict.fromkeys(self.phrase(loss) for loss in losses))

    def sentence(self, span: Span) -> int | None:
        """The number of the sentence that a range begins in."""
        tokens = self.tree.range(span)
        return self.tree.tokens.sentence[tokens[0]] if tokens else None


def outcome(loss: Loss) -> str:
    """What became of them, as a reader would say it."""
    return loss.outcome.value.replace("_", " ")


def alike(one: Loss, other: Loss) -> bool:
    """Whether two losses may be about the same kind of thing: people with people, else the same category."""
    if one.category in PEOPLE:
        return other.category in PEOPLE
    return one.category is other.category


def bounds(loss: Loss) -> tuple[float, float]:
    """The least and the most that a figure may stand for; "about 40" is as wide as its rounding."""
    count = loss.count
    low, high = count.low or 0, inf if count.high is None else count.high
    slack = grain(low) / 2 if count.hedge is Hedge.ABOUT else 0
    return low - slack, high + slack


def exclude(one: Loss, other: Loss) -> bool:
    """Whether two figures cannot both be true of the same losses."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return high < least or most < low


def grain(number: int) -> int:
    """The largest power of ten that a number is a multiple of: what it may be rounded to; 40 is full tens."""
    size = 1
    while number and number % (size * 10) == 0:
        size *= 10
    return size


def same_words(inside: Inside, one: Span, other: Span) -> bool:
    """Whether the words of one range are all in the other, articles aside."""
    first, second = (set(span.of(inside.text).lower().split()) - {"the", "a", "an"} for span in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def general(inside: Inside, loss: Loss) -> str:
    """The noun that a loss counts, in one form; "*" for people or things in general, and for a bare number."""
    head = inside.tree.head_of(loss.who)
    if head is None:
        return loss.who.of(inside.text).lower()
    words = lexicon("parts")
    plain = inside.tree.upos(head) == "NUM" or inside.tree.form[head] in (*words["general"], *words["sets"])
    return "*" if plain else inside.tree.lemma[head]
