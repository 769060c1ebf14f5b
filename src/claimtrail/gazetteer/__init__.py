"""Names to places: build, fold, look up, find in text, tell apart."""

from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.resolve import Toponym, resolve
from claimtrail.gazetteer.toponyms import find_toponyms

__all__ = ["Context", "Gazetteer", "Toponym", "find_toponyms", "resolve"]
