"""The order of the stages, how many articles are read at once, and how they come into a ledger."""

from claimtrail.pipeline.read import Stages, read_article
from claimtrail.pipeline.run import run

__all__ = ["Stages", "read_article", "run"]
