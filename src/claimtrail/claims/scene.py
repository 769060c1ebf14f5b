"""What the claims of one article are made from, found once: its tree, speech, losses, voices, times and places."""

from dataclasses import dataclass

from claimtrail.claims.losses import FoundLoss, find_losses
from claimtrail.claims.named import Names
from claimtrail.claims.ranges import Ranges
from claimtrail.claims.speech import Speech, find_speech
from claimtrail.claims.time_published import publication_evidence
from claimtrail.claims.times import find_times, resolve_times
from claimtrail.claims.told import Told, told
from claimtrail.claims.tree import Tree
from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.resolve import resolve
from claimtrail.gazetteer.toponyms import find_toponyms
from claimtrail.model import (
    Anchor,
    Article,
    BlockKind,
    Place,
    PlacePrecision,
    Reading,
    Relation,
    Span,
    TimeRange,
    Voice,
)

# The reader's own probability from which a phrase that it ties to an event as its place needs no further evidence.
SURE = 0.5
VOICES = {BlockKind.HEADLINE: Voice.HEADLINE, BlockKind.CAPTION: Voice.CAPTION, BlockKind.COMMENT: Voice.COMMENT}


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's tree, speech and losses, and its voices, times and places by characters; `house` is who writes.

    `speech` is found by rule, `told` is what the reader takes for speech; `names` are behind pronouns and descriptions.
    """

    tree: Tree
    dated: bool
    house: tuple[str, ...]
    speech: Speech
    told: tuple[Told, ...]
    names: Names
    losses: tuple[FoundLoss, ...]
    voices: Ranges[Voice]
    times: Ranges[TimeRange]
    places: Ranges[Place]

    def voice(self, span: Span) -> Voice | None:
        """The part of the page that a range stands in; None where it is furniture."""
        return self.voices.at(span)

    def one_block(self, one: Span, other: Span) -> bool:
        """Whether two ranges stand in one paragraph of one part of the page."""
        between = self.tree.text[min(one.end, other.end) : max(one.start, other.start)]
        return "\n\n" not in between and self.voice(one) is self.voice(other)

    def sentence(self, span: Span) -> int | None:
        """The number of the sentence that the head word of a range stands in."""
        head = self.tree.head_of(span)
        return None if head is None else self.tree.tokens.sentence[head]

    def time(self, span: Span) -> TimeRange:
        """The time that a range tells, unresolved where its words do not say which."""
        return self.times.at(span) or TimeRange(span, None, None, None, Anchor.UNRESOLVED)

    def place(self, span: Span) -> Place:
        """The place that a range names, unresolved where no gazetteer knows it."""
        return self.places.at(span) or Place(span, Relation.IN, None, PlacePrecision.UNRESOLVED)


def scene_of(article: Article, reading: Reading, gazetteer: Gazetteer) -> Scene:
    """Read an article's voices, times and places."""
    voices = Ranges((block.span, VOICES.get(block.kind, Voice.BODY)) for block in article.blocks)
    tree = Tree.of(reading)
    return Scene(
        tree=tree,
        dated=_published(article) is not None,
        house=tuple(name for name in (article.site, *article.authors) if name),
        speech=find_speech(tree, article.blocks, reading.said),
        told=tuple(told(reading.text, reading.said)),
        names=Names.of(tree, reading.links),
        losses=tuple(find_losses(tree)),
        voices=voices,
        times=Ranges(_times(article)),
        places=Ranges((place.span, place) for place in find_places(article, reading, gazetteer)),
    )


def _times(article: Article) -> list[tuple[Span, TimeRange]]:
    phrases = [phrase for block in article.blocks for phrase in find_times(article.text, block.span, nested=True)]
    return [(time.span, time) for time in resolve_times(phrases, _published(article), article.text)]


def _published(article: Article) -> str | None:
    """The day an article states, or the one that its dateline, title or release number gives."""
    told = article.published or publication_evidence(article.text, article.title)
    return told.value[:10] if told else None


def find_places(article: Article, reading: Reading, gazetteer: Gazetteer) -> list[Place]:
    """The places that an article names, in order: the gazetteer's names and the reader's mentions together."""
    people = [mention.span for mention in reading.mentions if mention.type == "person" and mention.named]
    locations = [mention.span for mention in reading.mentions if mention.type == "location" and mention.named]
    tied = (each.span for each in reading.arguments if each.role == "place" and each.score >= SURE)
    locations += [span for span in tied if not any(span.overlaps(person) for person in people)]
    toponyms = find_toponyms(reading.text, gazetteer, locations, people)
    return resolve(toponyms, gazetteer, Context.of(reading.text, article.url))
