"""WARC files: the HTML pages in their response records, digests checked, broken files told."""

import base64
import hashlib
import http.client
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrail.errors import ArchiveError, Failure, InputError
from claimtrail.ingest.build import article
from claimtrail.ingest.decode import decode
from claimtrail.ingest.html.page import page
from claimtrail.ingest.records import Record, records
from claimtrail.ingest.values import Payload
from claimtrail.model import Article
from claimtrail.settings import IngestSettings

_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Http:
    """An HTTP message in a record: its body as stored and as meant (transfer and content encodings undone)."""

    status: int
    headers: tuple[tuple[str, str], ...]
    stored: bytes
    body: bytes

    @property
    def media_type(self) -> str:
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


def read_warc(stream: io.BufferedReader, source: str, settings: IngestSettings) -> Iterator[Article | Failure]:
    """The pages of a WARC file, plain or gzipped, read record by record.

    Records that are not HTML responses with status 200 are passed over. A record whose digest does not match gives a
    `Failure`; a file that is cut short or corrupted gives one behind its whole records, with their number.
    """
    pages = 0
    try:
        for record in records(stream, source, settings.fetch.max_bytes):
            for found in _pages(record, source, settings) if record else _too_large(source, settings):
                pages += 1
                yield found
    except ArchiveError as error:
        yield Failure(error)
        return
    if not pages:
        yield Failure(ArchiveError(source, "holds no HTML pages", "give an archive with response records of pages"))


def _too_large(source: str, settings: IngestSettings) -> Iterator[Failure]:
    problem = f"has a record larger than {settings.fetch.max_bytes:,} bytes"
    yield Failure(ArchiveError(source, problem, "if it is a page, save its text and give that file"))


def _pages(record: Record, source: str, settings: IngestSettings) -> Iterator[Article | Failure]:
    """The article of one record, or why it has none; nothing for a record that is no page."""
    url = record.fields.get("warc-target-uri", "").strip("<>")
    subject = f"{source}#{url or record.fields.get('warc-record-id')}"
    try:
        message = _message(record, subject)
        if message is None or message.status != 200 or not message.media_type.lower().startswith(_HTML):
            return
        _check(record, message, subject)
        fetched = record.fields.get("warc-date", "")
        payload = Payload(subject, message.body, fetched, message.media_type, message.headers, url or None)
        text = decode(message.body, subject, message.media_type)
        yield article(payload, page(text, subject, url or None), settings)
    except InputError as error:
        yield Failure(error)


def _message(record: Record, subject: str) -> _Http | None:
    kind, data = record.fields.get("warc-type"), record.block
    if kind == "resource":
        media_type = record.fields.get("content-type", "")
        return _Http(200, (("Content-Type", media_type),), data, data)
    if kind != "response" or not data.startswith(b"HTTP/"):
        return None
    stream = io.BytesIO(data)
    line = stream.readline().split(None, 2)
    try:
        headers = tuple(http.client.parse_headers(stream).items())
    except http.client.HTTPException as error:
        raise ArchiveError(subject, f"has broken HTTP headers ({error})", "fetch the page again") from error
    stored = stream.read()
    status = int(line[1]) if len(line) > 1 and line[1].isdigit() else 0
    return _Http(status, headers, stored, _decoded(stored, {n.lower(): v for n, v in headers}, subject))


def _decoded(stored: bytes, headers: dict[str, str], subject: str) -> bytes:
    chunked = "chunked" in headers.get("transfer-encoding", "").lower()
    body = _unchunked(stored) if chunked else stored
    coding = headers.get("content-encoding", "identity").strip().lower()
    try:
        if coding in ("gzip", "x-gzip"):
            return zlib.decompress(body, wbits=47)
        if coding == "deflate":
            return zlib.decompress(body, wbits=15 if body[:1] == b"\x78" else -15)
    except zlib.error as error:
        # Some archivers undo the encoding and keep the header: then the bytes are the page already.
        if body.lstrip()[:1] == b"<":
            return body
        raise ArchiveError(subject, f"has a broken {coding} body ({error})", "fetch the page again") from error
    if coding not in ("", "identity", "none") and body.lstrip()[:1] != b"<":
        raise ArchiveError(subject, f"has a body in the unknown encoding {coding!r}", "archive it uncompressed")
    return body


def _unchunked(stored: bytes) -> bytes:
    """The body of a chunked message; as it stands where it is not chunked after all."""
    parts: list[bytes] = []
    at = 0
    while at < len(stored):
        line_end = stored.find(b"\r\n", at)
        size = stored[at:line_end].split(b";")[0].strip()
        if line_end < 0 or not size or any(c not in b"0123456789abcdefABCDEF" for c in size):
            return stored if not parts else b"".join(parts)
        length = int(size, 16)
        parts.append(stored[line_end + 2 : line_end + 2 + length])
        at = line_end + 4 + length
        if length == 0:
            break
    return b"".join(parts)


def _check(record: Record, message: _Http, subject: str) -> None:
    """Hold the bytes against the digests that the record states; archivers differ on whether encodings are undone."""
    stated = (("WARC-Block-Digest", (record.block,)), ("WARC-Payload-Digest", (message.stored, message.body)))
    for name, candidates in stated:
        digest = record.fields.get(name.lower())
        if digest and not any(_matches(digest, candidate) for candidate in candidates):
            raise ArchiveError(subject, f"does not match its {name}", "the record was altered or damaged")


def _matches(digest: str, data: bytes) -> bool:
    """Whether `algorithm:value`, in base 32 or hexadecimal, is the digest of `data`; True for unknown algorithms."""
    algorithm, _, value = digest.strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in ("sha1", "sha256", "sha512", "md5"):
        return True
    found = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    return value.lower() == found.hex() or value.upper().rstrip("=") == base64.b32encode(found).decode().rstrip("=")
