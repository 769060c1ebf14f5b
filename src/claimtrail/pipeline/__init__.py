"""The order of the stages, and how many articles are read at once."""

from claimtrail.pipeline.read import Stages, read_article
from claimtrail.pipeline.run import run

__all__ = ["Stages", "read_article", "run"]
