"""The append-only ledger of articles, claims and decisions."""

from claimtrail.ledger.ledger import Ledger
from claimtrail.ledger.values import Decision, Failed, Listed, Run, Spot, Stored

__all__ = ["Decision", "Failed", "Ledger", "Listed", "Run", "Spot", "Stored"]
