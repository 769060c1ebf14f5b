"""What reading one article gave."""

from dataclasses import dataclass

from claimtrail.model.article import Article
from claimtrail.model.claim import Claim, Finding
from claimtrail.model.span import Span


@dataclass(frozen=True, slots=True)
class Result:
    """An article with the claims read from it, the findings about them, and the ranges of its sentences."""

    article: Article
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    sentences: tuple[Span, ...] = ()
