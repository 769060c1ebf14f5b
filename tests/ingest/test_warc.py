"""WARC files, written by warcio: pages, digests, encodings, and files that break off."""

import gc
import gzip
import io
import warnings
from collections.abc import Sequence
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from claimtrail.errors import ArchiveError, Failure
from claimtrail.ingest import articles
from claimtrail.model import Article
from claimtrail.settings import FetchSettings, IngestSettings

Headers = Sequence[tuple[str, str]]
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def page(title: str) -> bytes:
    words = "Shells fell on the harbour for three hours on Monday night, the harbour master said. " * 3
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>".encode()


def archive(*records: tuple[str, bytes, Headers], zipped: bool = False, status: str = "200 OK") -> bytes:
    # warcio leaves its temporary files to the garbage collector, which would warn in some later test.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        data = _written(records, zipped, status)
        gc.collect()
    return data


def _written(records: Sequence[tuple[str, bytes, Headers]], zipped: bool, status: str) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=zipped)
    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "test"}))
    for url, body, headers in records:
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))
    return stream.getvalue()


def read(tmp_path: Path, data: bytes, settings: IngestSettings | None = None) -> list[Article | Failure]:
    path = tmp_path / "made.warc"
    path.write_bytes(data)
    return list(articles([str(path)], settings))


def titles(found: Sequence[Article | Failure]) -> list[str | None]:
    return [one.title for one in found if isinstance(one, Article)]


THREE = tuple((f"https://e.example/{n}", page(f"Night number {n} of the siege"), HTML) for n in range(3))
TITLES = [f"Night number {n} of the siege" for n in range(3)]


@pytest.mark.parametrize("zipped", [False, True])
def test_each_page_is_an_article_with_its_payload_as_evidence(tmp_path: Path, zipped: bool) -> None:
    found = read(tmp_path, archive(*THREE, zipped=zipped))
    assert titles(found) == TITLES
    first = found[0]
    assert isinstance(first, Article)
    assert (first.url, first.source) == ("https://e.example/0", f"{tmp_path}/made.warc#https://e.example/0")
    assert first.snapshot.data == THREE[0][1]
    assert first.snapshot.media_type == "text/html; charset=utf-8"
    assert first.snapshot.fetched.endswith("Z")


@pytest.mark.parametrize("cut", [30, 120, 300])
@pytest.mark.parametrize("zipped", [False, True])
def test_a_file_cut_short_gives_its_whole_pages_and_says_how_many_records_were_read(
    tmp_path: Path, zipped: bool, cut: int
) -> None:
    *pages, failure = read(tmp_path, archive(*THREE, zipped=zipped)[:-cut])
    assert titles(pages) == TITLES[: len(pages)]
    assert len(pages) >= 2
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ArchiveError)
    assert f"ends early after {1 + len(pages)} whole records" in failure.problem
    assert failure.source == f"{tmp_path}/made.warc"


def test_a_corrupted_gzip_member_is_told(tmp_path: Path) -> None:
    data = bytearray(archive(*THREE, zipped=True))
    middle = len(data) // 2
    data[middle : middle + 8] = b"\x00" * 8
    *_, failure = read(tmp_path, bytes(data))
    assert isinstance(failure, Failure)
    assert "is corrupted" in failure.problem
    assert "whole records" in failure.problem


def test_an_altered_page_fails_its_digest_and_the_others_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, archive(*THREE).replace(b"Night number 1", b"Night nomber 1"))
    assert titles(found) == [TITLES[0], TITLES[2]]
    [failure] = [one for one in found if isinstance(one, Failure)]
    assert "does not match its WARC-Block-Digest" in failure.problem
    assert failure.source.endswith("#https://e.example/1")


def test_a_payload_digest_is_checked_where_it_is_the_only_one(tmp_path: Path) -> None:
    data = archive(THREE[0]).replace(b"WARC-Block-Digest", b"WARC-Other-Digest").replace(b"three hours", b"seven hours")
    [failure] = read(tmp_path, data)
    assert isinstance(failure, Failure)
    assert "does not match its WARC-Payload-Digest" in failure.problem


def test_encodings_of_the_transfer_are_undone(tmp_path: Path) -> None:
    body = gzip.compress(page("Night of the siege"))
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    headers = (*HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    [found] = read(tmp_path, archive(("https://e.example/", chunked, headers)))
    assert isinstance(found, Article)
    assert found.snapshot.data == page("Night of the siege")


def test_images_and_errors_are_passed_over_and_an_archive_of_them_is_a_failure(tmp_path: Path) -> None:
    image = ("https://e.example/i.png", b"\x89PNG", (("Content-Type", "image/png"),))
    assert titles(read(tmp_path, archive(image, THREE[0]))) == TITLES[:1]
    for data in (archive(image), archive(THREE[0], status="404 Not Found")):
        [failure] = read(tmp_path, data)
        assert isinstance(failure, Failure)
        assert "holds no HTML pages" in failure.problem


def test_a_record_over_the_limit_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    large = ("https://e.example/large", page("x" * 5000), HTML)
    found = read(tmp_path, archive(large, THREE[0]), IngestSettings(fetch=FetchSettings(max_bytes=3000)))
    assert isinstance(found[0], Failure)
    assert "larger than 3,000 bytes" in found[0].problem
    assert titles(found) == TITLES[:1]


def test_garbage_behind_the_last_record_is_told(tmp_path: Path) -> None:
    *pages, failure = read(tmp_path, archive(*THREE) + b"\nnonsense\n")
    assert titles(pages) == TITLES
    assert isinstance(failure, Failure)
    assert "is corrupted after 4 whole records" in failure.problem
