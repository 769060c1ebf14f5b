"""What reading one article gave, and what could not be read."""

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


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: its path, URL or record, the problem, and what to do about it."""

    source: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}" + (f"; {self.remedy}" if self.remedy else "")
