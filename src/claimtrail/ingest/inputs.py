"""Inputs of every kind, told apart by content, as articles; one that fails never stops the others."""

import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimtrail.errors import ArchiveError, Failure, InputError
from claimtrail.ingest.build import article, now
from claimtrail.ingest.decode import decode
from claimtrail.ingest.kind import HEAD, Kind, kind
from claimtrail.ingest.unzip import Unzipped
from claimtrail.ingest.values import Draft, Payload
from claimtrail.model import Article
from claimtrail.settings import IngestSettings

if TYPE_CHECKING:
    from claimtrail.ingest.fetch import Fetcher

_TYPES = {Kind.HTML: "text/html", Kind.TEXT: "text/plain"}


def articles(inputs: Iterable[str], settings: IngestSettings | None = None) -> Iterator[Article | Failure]:
    """The articles of every input, lazily and in order, with a `Failure` for each input or record that gives none.

    An input is the path of a page, text, feed, JSONL or WARC (also gzipped), `-` for standard input, or an http(s) URL.
    """
    settings = settings or IngestSettings()
    web = _Web(settings)
    for name in inputs:
        try:
            yield from web.read(name) if _is_url(name) else _local(name, settings)
        except InputError as error:
            yield Failure(error)


def expected(inputs: Iterable[str]) -> int | None:
    """How many articles to expect, or None where only reading would tell (standard input, feeds, archives)."""
    total = 0
    for name in inputs:
        count = 1 if _is_url(name) else _expected_of(name)
        if count is None:
            return None
        total += count
    return total


def from_payload(payload: Payload, settings: IngestSettings) -> Iterator[Article | Failure]:
    """The articles of bytes already at hand: one page or text, the entries of a feed, the lines of JSONL."""
    found = kind(payload.data[:HEAD], payload.source, payload.media_type)
    if found is Kind.FEED:
        from claimtrail.ingest.feed import read_feed

        yield from read_feed(payload, settings)
    elif found in (Kind.WARC, Kind.GZIP, Kind.JSONL):
        yield from from_stream(io.BufferedReader(io.BytesIO(payload.data)), payload.source, payload.fetched, settings)
    else:
        text = decode(payload.data, payload.source, payload.media_type)
        yield article(payload, _draft(found, text, payload), settings)


def from_stream(
    stream: io.BufferedReader, source: str, fetched: str, settings: IngestSettings
) -> Iterator[Article | Failure]:
    """The articles of an open binary stream; archives and JSONL are read record by record, never whole."""
    found = kind(stream.peek(HEAD)[:HEAD], source)
    if found is Kind.WARC or (found is Kind.GZIP and _holds_warc(stream)):
        from claimtrail.ingest.warc import read_warc

        yield from read_warc(stream, source, settings)
    elif found is Kind.GZIP:
        yield from _unzipped(stream, source, fetched, settings)
    elif found is Kind.JSONL:
        from claimtrail.ingest.jsonl import read_jsonl

        yield from read_jsonl(stream, source, fetched, settings)
    else:
        data = _bounded(stream, source, settings.fetch.max_bytes)
        yield from from_payload(Payload(source, data, fetched, _TYPES.get(found)), settings)


class _Web:
    """The fetcher, made at the first URL: most runs never need it."""

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self._fetcher: Fetcher | None = None

    def read(self, url: str) -> Iterator[Article | Failure]:
        if self._fetcher is None:
            from claimtrail.ingest.fetch import Fetcher

            self._fetcher = Fetcher(self._settings.fetch)
        yield from from_payload(self._fetcher.get(url), self._settings)


def _local(name: str, settings: IngestSettings) -> Iterator[Article | Failure]:
    if name == "-":
        # Python has no standard input at all where the caller closed it.
        if sys.stdin is None:
            raise InputError("-", "standard input is closed", "pipe a text into it, or give a file")
        yield from from_stream(cast(io.BufferedReader, sys.stdin.buffer), "-", now(), settings)
        return
    with _open(name) as stream:
        try:
            yield from from_stream(stream, name, now(), settings)
        except OSError as error:
            raise _unreadable(name, error) from error


def _open(name: str) -> io.BufferedReader:
    try:
        return io.BufferedReader(io.FileIO(name), HEAD)
    except FileNotFoundError as error:
        if "://" in name:
            raise InputError(name, "is not an http(s) address", "save the page and give its file") from error
        raise InputError(name or "''", "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(name, "is a directory", f"give its files: {name.rstrip('/')}/*") from error
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(name, f"cannot be read ({reason})", "check that you may read the file")


def _draft(found: Kind, text: str, payload: Payload) -> Draft:
    if found is Kind.HTML:
        from claimtrail.ingest.html.page import page as web_page

        return web_page(text, payload.source, payload.url)
    from claimtrail.ingest.text.page import page

    return page(text)


def _bounded(stream: io.BufferedReader, source: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(source, f"is larger than {limit:,} bytes", "split it, or save the article's text alone")
    return data


def _unzipped(
    stream: io.BufferedReader, source: str, fetched: str, settings: IngestSettings
) -> Iterator[Article | Failure]:
    """What a gzipped stream holds; one that breaks off gives what came before the break, and why it ends there."""
    plain = Unzipped(stream)
    inner: io.BufferedReader = io.BufferedReader(plain, HEAD)
    if inner.peek(1):
        yield from from_stream(inner, source, fetched, settings)
    elif not plain.problem:
        raise InputError(source, "is empty", "give a file with text in it")
    if plain.problem:
        yield Failure(ArchiveError(source, plain.problem, "fetch or compress it again"))


def _holds_warc(stream: io.BufferedReader) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(stream.peek(HEAD)[:HEAD], 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _is_url(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _expected_of(name: str) -> int | None:
    if name == "-" or _streams(name):
        return None
    try:
        with _open(name) as stream:
            found = kind(stream.peek(HEAD)[:HEAD], name)
            if found is Kind.JSONL:
                return sum(1 for line in stream if line.strip())
            return 1 if found in (Kind.HTML, Kind.TEXT) else None
    except (OSError, InputError):
        # Whatever cannot be opened gives one failure, counted as one article.
        return 1


def _streams(name: str) -> bool:
    """Whether a path is a pipe or device, which looking into would empty."""
    path = Path(name)
    return path.exists() and not path.is_file() and not path.is_dir()
