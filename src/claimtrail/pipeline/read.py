"""One article through the stages: reading, claims, findings."""

from dataclasses import dataclass
from pathlib import Path

from claimtrail.claims import find_claims, find_findings
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import Article, Result
from claimtrail.reader import Reader


@dataclass(frozen=True, slots=True)
class Stages:
    """What reading needs in memory: the reader's models and the gazetteer."""

    reader: Reader
    gazetteer: Gazetteer

    @classmethod
    def load(cls, threads: int = 1, gazetteer: Path | None = None) -> "Stages":
        """Open both, `gazetteer` in place of the one in the package; ModelError or GazetteerError where one is missing
        or altered."""
        return cls(Reader.load(threads), Gazetteer.open(gazetteer))


def read_article(article: Article, stages: Stages, least: float = 0.0) -> Result:
    """The claims of one article whose confidence is at least `least`, and the findings about them."""
    reading = stages.reader.read(article.text, article.blocks)
    found = find_claims(article, reading, stages.gazetteer)
    claims = tuple(claim for claim in found if claim.confidence["claim"] >= least)
    findings = find_findings(article, reading, claims)
    return Result(article, claims, findings, tuple(sentence.span for sentence in reading.sentences))
