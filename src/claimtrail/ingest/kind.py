"""What bytes are, by their content; a file's name only breaks a tie."""

import re
from enum import StrEnum
from pathlib import PurePath

from claimtrail.errors import InputError


class Kind(StrEnum):
    """The forms of input."""

    WARC = "warc"
    GZIP = "gzip"
    JSONL = "jsonl"
    FEED = "feed"
    HTML = "html"
    TEXT = "text"


_BINARY = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_FEED = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE rss[^>]*>\s*)*"
                   rb"<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE)  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAGS = re.compile(
    rb"<(?:p|div|article|section|h[1-6]|br|meta|title|span|table|blockquote|ul|ol|a)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
HEAD = 65_536


def kind(head: bytes, source: str, media_type: str | None = None) -> Kind:
    """What begins with `head` (the first 64 KiB suffice); raises `InputError` for what is empty or is not text."""
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith(b"WARC/"):
        return Kind.WARC
    _refuse_binary(head, source)
    if _FEED.match(head):
        return Kind.FEED
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = PurePath(source.removesuffix(".gz")).suffix.lower()
    if bare.startswith(b"{") or suffix in (".jsonl", ".ndjson"):
        return Kind.JSONL
    return Kind.HTML if _html(bare, suffix, media_type) else Kind.TEXT


def _html(bare: bytes, suffix: str, media_type: str | None) -> bool:
    if _HTML.search(bare[:4096]):
        return True
    named = suffix in (".html", ".htm", ".xhtml") or "html" in (media_type or "")
    # UTF-16 pages hold a zero byte behind each letter of their tags.
    tags = len(_TAGS.findall(bare.replace(b"\x00", b"")))
    return tags >= 1 if named else bare.startswith(b"<") and tags >= 2


def _refuse_binary(head: bytes, source: str) -> None:
    if not head.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        raise InputError(source, "is empty", "give a file with text in it")
    for magic, name in _BINARY:
        if head.startswith(magic):
            raise InputError(source, f"is {name}, not a page or text", "save the article's text or page first")
    if b"\x00" in head and not head.startswith(_WIDE):
        raise InputError(source, "holds binary data, not text", "give a page, text, feed, JSONL or WARC")
