"""Bytes to articles: pages, texts, feeds, JSONL, WARC files and URLs.

`articles` is the way in. Libraries that take long to import are imported where they are first needed.
"""

from claimtrail.errors import Failure
from claimtrail.ingest.inputs import articles, expected, from_payload
from claimtrail.ingest.values import Payload

__all__ = ["Failure", "Payload", "articles", "expected", "from_payload"]
