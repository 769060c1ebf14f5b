"""JSONL: one article an object, one object a line; lines end at LF alone."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from claimtrail.errors import ArchiveError, Failure, InputError
from claimtrail.ingest.build import article, given, stated
from claimtrail.ingest.text.page import page
from claimtrail.ingest.values import Draft, Payload
from claimtrail.model import Article
from claimtrail.settings import IngestSettings

_SURROGATE = re.compile("[\ud800-\udfff]")
_OPTIONAL = ("title", "published", "url", "site", "html", "text")
_REMEDY = 'write one object a line: {"id": …, "text" or "html": …}, with title, published, url, site as you like'


def read_jsonl(stream: BinaryIO, source: str, fetched: str, settings: IngestSettings) -> Iterator[Article | Failure]:
    """The articles of a JSONL stream, each with the bytes of its own line as evidence.

    A line that gives no article gives a `Failure` that names file and line; empty lines are passed over.
    """
    for number, line in enumerate(stream, 1):
        bare = line.strip(b"\xef\xbb\xbf \t\r\n")
        if not bare:
            continue
        if bare in (b"{", b"[") and number == 1:
            yield Failure(ArchiveError(source, "is JSON over several lines", _REMEDY))
            return
        try:
            yield _article(line.rstrip(b"\n"), f"{source}:{number}", fetched, settings)
        except InputError as error:
            yield Failure(error)


def _article(line: bytes, subject: str, fetched: str, settings: IngestSettings) -> Article:
    record = _record(line, subject)
    payload = Payload(subject, line, fetched, "application/json", url=record.get("url"))
    return article(payload, _draft(record, subject), settings, id=str(record["id"]))


def _record(line: bytes, subject: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArchiveError(subject, "is not UTF-8", "save the file as UTF-8") from error
    except ValueError as error:
        raise ArchiveError(subject, f"is not JSON ({error})", _REMEDY) from error
    except RecursionError as error:
        raise ArchiveError(subject, "is nested too deeply", _REMEDY) from error
    _check(record, subject)
    return {name: _whole(value) if isinstance(value, str) else value for name, value in record.items()}


def _whole(text: str) -> str:
    """`text` with each lone surrogate made U+FFFD: no file or terminal could take it, and offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _check(record: object, subject: str) -> None:
    if not isinstance(record, dict):
        raise ArchiveError(subject, f"is a {type(record).__name__}, not an object", _REMEDY)
    if not isinstance(record.get("id"), str | int) or isinstance(record["id"], bool):
        raise ArchiveError(subject, "has no id" if record.get("id") is None else "has an id that is no string", _REMEDY)
    for name in _OPTIONAL:
        if not isinstance(record.get(name), str | None):
            raise ArchiveError(subject, f"has a {name} that is no string", _REMEDY)
    if record.get("text") is None and record.get("html") is None:
        raise ArchiveError(subject, "has neither text nor html", _REMEDY)
    if record.get("published") and given(record["published"]) is None:
        raise ArchiveError(subject, f"has an unreadable published date {record['published']!r}", "write YYYY-MM-DD")


def _draft(record: dict[str, Any], subject: str) -> Draft:
    title = record.get("title")
    if record.get("text") is not None:
        draft = page(record["text"], title)
    else:
        from claimtrail.ingest.html.page import page as web_page

        draft = web_page(record["html"], subject, record.get("url"))
    published = given(record.get("published"), "record")
    return stated(draft, published, title=title, url=record.get("url"), site=record.get("site"))
