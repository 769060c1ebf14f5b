"""Readings to claims: events, losses, counts, parties, places, times, status, speech; and the findings about them."""

from claimtrail.claims.actors import Actor
from claimtrail.claims.assemble import find_claims
from claimtrail.claims.findings import find_findings
from claimtrail.claims.identity import claim_id
from claimtrail.claims.lexicon import lexicon_words
from claimtrail.claims.states import actor_of

__all__ = ["Actor", "actor_of", "claim_id", "find_claims", "find_findings", "lexicon_words"]
