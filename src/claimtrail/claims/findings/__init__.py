"""Findings inside one article: what a reader should know before trusting its claims (`docs/findings.md`)."""

from claimtrail.claims.findings.circumstances import ambiguous_places, too_late
from claimtrail.claims.findings.headline import headline_figures, unsupported_events, unsupported_persons
from claimtrail.claims.findings.inside import Inside
from claimtrail.claims.findings.speakers import disagreements, dropped_attributions, speakerless_figures
from claimtrail.claims.findings.tolls import excessive_subsets, revised_tolls, unclear_scopes
from claimtrail.model import Article, Claim, Finding, Reading

CHECKS = (
    headline_figures,
    unsupported_persons,
    unsupported_events,
    dropped_attributions,
    speakerless_figures,
    disagreements,
    revised_tolls,
    excessive_subsets,
    unclear_scopes,
    too_late,
    ambiguous_places,
)


def find_findings(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """Every finding about the claims of one article, in the order of `CHECKS`."""
    inside = Inside.of(article, reading, claims)
    return tuple(finding for check in CHECKS for finding in check(inside))
