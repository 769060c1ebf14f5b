"""Readings to claims: events, losses, counts, parties, places, times, status, speech; and the findings about them."""

from claimtrail.claims.assemble import find_claims
from claimtrail.claims.findings import find_findings

__all__ = ["find_claims", "find_findings"]
