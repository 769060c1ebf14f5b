"""What bytes are, by their content."""

import pytest

from claimtrail.errors import InputError
from claimtrail.ingest.kind import Kind, kind


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"<!DOCTYPE html><html><body>", "page", Kind.HTML),
        (b"\xef\xbb\xbf\n <html lang=en>", "page.txt", Kind.HTML),
        (b"<p>One.</p><p>Two.</p>", "fragment", Kind.HTML),
        (b"He wrote a <b> and fled.", "note.txt", Kind.TEXT),
        (b"5 < 6 and 7 > 2", "sums.txt", Kind.TEXT),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", "news", Kind.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "news", Kind.FEED),
        (b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', "page", Kind.HTML),
        (b'{"id": "1", "text": "x"}\n', "data", Kind.JSONL),
        (b"[1]\n", "data.jsonl", Kind.JSONL),
        (b"WARC/1.1\r\n", "x", Kind.WARC),
        (b"\x1f\x8b\x08", "x", Kind.GZIP),
        ("Взрыв".encode("utf-16"), "x", Kind.TEXT),
    ],
)
def test_content_decides(head: bytes, name: str, expected: Kind) -> None:
    assert kind(head, name) is expected


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\x7fELF\x02", "a program"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"abc\x00def", "binary data"),
    ],
)
def test_what_is_not_text_is_refused_by_name(head: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=f"x.bin: .*{problem}") as caught:
        kind(head, "x.bin")
    assert caught.value.remedy
