"""Claims in the formats that other programs read."""

from claimtrail.export.contract import record
from claimtrail.export.flat import COLUMNS, rows

__all__ = ["COLUMNS", "record", "rows"]
