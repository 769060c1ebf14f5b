"""What the claims of one article are made from, found once: its tree, speech, losses, voices, times and places."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrail.claims.losses import FoundLoss, find_losses
from claimtrail.claims.named import Names
from claimtrail.claims.namings import Naming, find_namings
from claimtrail.claims.parties import Parties
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

    `speech` is found by rule, `told` is what the reader takes for speech; `names` are behind pronouns and descriptions,
    `parties` behind names.
    """

    tree: Tree
    dated: bool
    house: tuple[str, ...]
    speech: Speech
    told: tuple[Told, ...]
    names: Names
    parties: Parties
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
    names = Names.of(tree, reading.links)
    places = [(place.span, place) for place in find_places(article, reading, gazetteer)]
    return Scene(
        tree=tree,
        dated=_published(article) is not None,
        house=tuple(name for name in (article.site, *article.authors) if name),
        speech=find_speech(tree, article.blocks, reading.said),
        told=tuple(told(reading.text, reading.said)),
        names=names,
        parties=Parties.of_article(tree, _namings(article, reading.text, places), names, _home(places)),
        losses=tuple(find_losses(tree)),
        voices=voices,
        times=Ranges(_times(article, reading.text)),
        places=Ranges(places),
    )


def _times(article: Article, text: str) -> list[tuple[Span, TimeRange]]:
    phrases = [phrase for block in article.blocks for phrase in find_times(text, block.span, nested=True)]
    return [(time.span, time) for time in resolve_times(phrases, _published(article), text)]


def _namings(article: Article, text: str, places: Sequence[tuple[Span, Place]]) -> tuple[Naming, ...]:
    """The actors that an article names, chosen among those of one name by its year and the countries of its places."""
    published = _published(article)
    blocks = [block.span for block in article.blocks]
    return find_namings(text, blocks, int(published[:4]) if published else None, [place for _, place in places])


def _home(places: Iterable[tuple[Span, Place]]) -> str | None:
    """The country that more of an article's places lie in than in any other."""
    lie = Counter(place.resolved.country for _, place in places if place.resolved and place.resolved.country)
    most = lie.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


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
