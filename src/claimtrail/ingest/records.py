"""The records of a WARC stream (ISO 28500), one after another.

Written here, on zlib, because the libraries at hand stop without a word at a broken record or a file cut short.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimtrail.errors import ArchiveError
from claimtrail.ingest.unzip import Unzipped

_LONGEST_LINE = 65_536
_REMEDY = "fetch the archive again; the records before it are read"


@dataclass(frozen=True, slots=True)
class Record:
    """A whole record: its named fields (names in lower case) and its block."""

    fields: Mapping[str, str]
    block: bytes


def records(stream: io.BufferedReader, source: str, most: int) -> Iterator[Record | None]:
    """The whole records of a WARC stream, plain or gzipped; None stands for one whose block is over `most` bytes.

    Raises `ArchiveError` at the first record that is broken or cut short, naming how many were read before it.
    """
    unzipped = Unzipped(stream)
    plain: io.BufferedReader = io.BufferedReader(unzipped, _LONGEST_LINE)
    count = 0
    while (first := _first_line(plain)) is not None:
        record = _record(plain, first, most) if first.startswith(b"WARC/") else ""
        if isinstance(record, str):
            problem = unzipped.problem or record or "is corrupted"
            raise ArchiveError(source, f"{problem} after {count} whole records", _REMEDY)
        count += 1
        yield record if record.fields.get("content-length") else None
    if unzipped.problem:
        raise ArchiveError(source, f"{unzipped.problem} after {count} whole records", _REMEDY)


def _first_line(stream: io.BufferedReader) -> bytes | None:
    """The first line that is not empty; None at the end."""
    while line := stream.readline(_LONGEST_LINE):
        if line.strip():
            return line
    return None


def _record(stream: io.BufferedReader, first: bytes, most: int) -> Record | str:
    """The record that `first` begins, or what is wrong with it."""
    fields = _fields(stream)
    length = fields.get("content-length", "") if fields is not None else ""
    if fields is None or not length.isdigit():
        return "ends early" if not stream.peek(1) else "has a record without a length"
    if int(length) > most:
        skipped = _skip(stream, int(length))
        return Record({}, b"") if skipped else "ends early"
    block = stream.read(int(length))
    return Record(fields, block) if len(block) == int(length) else "ends early"


def _skip(stream: io.BufferedReader, length: int) -> bool:
    while length > 0 and (part := stream.read(min(length, 1 << 20))):
        length -= len(part)
    return length == 0


def _fields(stream: io.BufferedReader) -> dict[str, str] | None:
    """The named fields up to the empty line; None where the stream ends before it."""
    fields: dict[str, str] = {}
    name = ""
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            return fields
        text = line.decode("utf-8", "replace")
        if text[0] in " \t" and name:
            fields[name] += " " + text.strip()
        elif ":" in text:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    return None
