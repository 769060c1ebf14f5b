"""One article through the stages: reading, claims, findings."""

from dataclasses import dataclass, replace
from pathlib import Path

from claimtrail.claims import claim_id, find_claims, find_findings, lexicon_words
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import Article, Claim, Reading, Result
from claimtrail.pipeline.slips import mend, moved
from claimtrail.reader import Reader


@dataclass(frozen=True, slots=True)
class Stages:
    """What reading needs in memory: the reader's models and the gazetteer."""

    reader: Reader
    gazetteer: Gazetteer
    words: frozenset[str] = frozenset()
    """The words of English that are no slips of typing."""

    @classmethod
    def load(cls, threads: int = 1, gazetteer: Path | None = None) -> "Stages":
        """Open both, `gazetteer` in place of the one in the package; ModelError or GazetteerError where one is missing
        or altered."""
        reader = Reader.load(threads)
        return cls(reader, Gazetteer.open(gazetteer), reader.words | lexicon_words())


def read_article(article: Article, stages: Stages, least: float = 0.0) -> Result:
    """The claims of one article whose confidence is at least `least`, and the findings about them."""
    mended = mend(article.text, stages.words)
    found = _read(replace(moved(article, mended.forth), text=mended.text), stages) if mended else _read(article, stages)
    if mended:
        found = _at_home(moved(found, mended.back), article)
    claims = tuple(claim for claim in found.claims if claim.confidence["claim"] >= least)
    findings = find_findings(article, found.reading, claims)
    return Result(article, claims, findings, tuple(sentence.span for sentence in found.reading.sentences))


@dataclass(frozen=True, slots=True)
class _Read:
    reading: Reading
    claims: tuple[Claim, ...]


def _read(article: Article, stages: Stages) -> _Read:
    reading = stages.reader.read(article.text, article.blocks)
    return _Read(reading, find_claims(article, reading, stages.gazetteer))


def _at_home(found: _Read, article: Article) -> _Read:
    """What was read of a mended text, its ranges moved back already, as of the article itself."""
    claims = tuple(replace(claim, id=claim_id(article.id, claim)) for claim in found.claims)
    return _Read(replace(found.reading, text=article.text), claims)
