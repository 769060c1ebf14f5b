"""Readings and claims by which each finding is tried."""

from claimtrail.claims.findings import find_findings
from claimtrail.model import Candidate, Claim, Finding, Place, PlacePrecision, Reading, Relation
from tests.builders import article, reading, span


def findings(
    text: str, *claims: Claim, head: str | None = None, published: str | None = None, read: Reading | None = None
) -> list[Finding]:
    """What is found about claims of a text."""
    return list(find_findings(article(text, published, head), read or reading(text), claims))


def kinds(
    text: str, *claims: Claim, head: str | None = None, published: str | None = None, read: Reading | None = None
) -> list[str]:
    """The kinds of what is found."""
    return [finding.kind.value for finding in findings(text, *claims, head=head, published=published, read=read)]


def place(text: str, words: str, lat: float = 10.0, lon: float = 20.0, *others: Candidate) -> Place:
    """A place at some coordinates, believed nine parts of ten."""
    return Place(span(text, words), Relation.IN, candidate(words, lat, lon, 0.9), PlacePrecision.EXACT, others=others)


def candidate(name: str, lat: float, lon: float, score: float, country: str = "TD") -> Candidate:
    """A place that a name may mean."""
    return Candidate(1, name, lat, lon, country, score=score)
