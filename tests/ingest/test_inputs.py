"""Inputs of every kind by way of files and standard input; the bad ones each give one clear line."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrail.errors import Failure, InputError, SettingsError
from claimtrail.ingest import articles, expected
from claimtrail.ingest.build import article_id
from claimtrail.model import Article
from claimtrail.settings import FetchSettings, IngestSettings

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "Truce signed\n\nBoth sides signed it on Friday."


def _one(*inputs: str, settings: IngestSettings | None = None) -> Article | Failure:
    [found] = articles(inputs, settings)
    return found


def test_a_text_is_kept_unchanged_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "truce.txt"
    path.write_bytes(TEXT.encode())
    found = _one(str(path))
    assert isinstance(found, Article)
    assert found.text == TEXT
    assert found.snapshot.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (found.snapshot.size, found.snapshot.data) == (len(TEXT), TEXT.encode())
    assert found.snapshot.media_type == "text/plain"
    canonical = json.dumps({"source": str(path), "text": TEXT}, sort_keys=True, separators=(",", ":"))
    assert found.id == article_id(str(path), TEXT) == hashlib.sha256(canonical.encode()).hexdigest()


def test_a_given_date_that_is_none_is_a_settings_error(tmp_path: Path) -> None:
    path = tmp_path / "truce.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(SettingsError, match="published: 'soon' is no date"):
        list(articles([str(path)], IngestSettings(published="soon")))


def test_the_same_text_from_two_sources_is_two_articles() -> None:
    assert article_id("a", "bc") != article_id("ab", "c")


def test_a_given_date_serves_a_text_that_states_none(tmp_path: Path) -> None:
    bare, dated = tmp_path / "bare.txt", tmp_path / "dated.txt"
    bare.write_text(TEXT, encoding="utf-8")
    dated.write_text(f"Truce signed\n\nPublished: 3 May 2016\n\n{TEXT[14:]} Nobody cheered.", encoding="utf-8")
    found = articles([str(bare), str(dated)], IngestSettings(published="2020-01-01"))
    assert [one.published.value for one in found if isinstance(one, Article) and one.published] == [
        "2020-01-01", "2016-05-03",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("image.html", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "is a PNG image"),
        ("paper.txt", b"%PDF-1.4 ...", "is a PDF document"),
        ("blank.html", b"<html><body><nav>Home</nav></body></html>", "is a page without an article's text"),
        ("large.txt", b"x " * 600, "is larger than 1,000 bytes"),
        ("long.txt", b"word " * 30, "over the limit of 100"),
        ("odd.html", b'<html><meta charset="x-mars"><p>\xff\xfe</p>', "unknown encoding 'x-mars'"),
        ("broken.gz", gzip.compress(TEXT.encode(), mtime=0)[:-9], "ends early"),
        ("corrupt.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-8] + b"\xff" * 8, "is corrupted"),
        ("rubbish.gz", b"\x1f\x8b\x08rubbish", "is corrupted"),
        ("empty.txt.gz", gzip.compress(b"", mtime=0), "is empty"),
        ("dots.txt", b"... --- !!! 1234", "holds no text"),
        ("french.txt", "Les blessés ont été conduits à l'hôpital et la ville est calme.".encode(), "is not in English"),
    ],
)
def test_a_bad_file_gives_one_line_and_stops_nothing(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(TEXT, encoding="utf-8")
    limits = IngestSettings(max_chars=100, fetch=FetchSettings(max_bytes=1000))
    found = list(articles([str(bad), str(good)], limits))
    [failure] = [one for one in found if isinstance(one, Failure)]
    assert problem in failure.problem
    assert failure.source == str(bad)
    assert failure.remedy
    assert "\n" not in str(failure)
    assert isinstance(found[-1], Article)
    assert found[-1].text == TEXT


def test_missing_files_and_directories_are_named(tmp_path: Path) -> None:
    missing, directory = articles([str(tmp_path / "none.txt"), str(tmp_path)])
    assert isinstance(missing, Failure)
    assert isinstance(missing.error, InputError)
    assert str(missing) == f"{tmp_path}/none.txt: no such file; check the path"
    assert isinstance(directory, Failure)
    assert directory.problem == "is a directory"


@pytest.mark.parametrize("name", ["ftp://news.example/a.html", "file:///tmp/a.html"])
def test_addresses_that_are_not_http_are_told_from_missing_files(name: str) -> None:
    failure = _one(name)
    assert str(failure) == f"{name}: is not an http(s) address; save the page and give its file"


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    code = (
        "from claimtrail.ingest import inputs; import os, sys; os.geteuid() or os.setuid(65534)\n"
        "[found] = inputs.articles(sys.argv[1:]); print(found)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == f"{path}: cannot be read (Permission denied); check that you may read the file\n"


def test_a_closed_standard_input_is_one_failure() -> None:
    code = "from claimtrail.ingest import articles; [found] = articles(['-']); print(found)"
    done = subprocess.run(f'{sys.executable} -c "{code}" <&-', shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("-: standard input is closed; ")


def test_a_gzipped_file_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b"[1]\n"))
    failure = _one(str(path))
    assert isinstance(failure, Failure)
    assert failure.source == f"{path}:1"


def test_gzipped_jsonl_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "1", "text": "A."}\n{"id": "2", "text": "B."}\n'))
    assert [one.id for one in articles([str(path)]) if isinstance(one, Article)] == ["1", "2"]


def test_inputs_are_read_lazily(tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    found = articles([str(tmp_path / "none.txt"), str(path)])
    assert isinstance(next(found), Failure)
    path.write_text(TEXT, encoding="utf-8")
    assert isinstance(next(found), Article)


def test_standard_input_is_read() -> None:
    code = "from claimtrail.ingest import articles; [found] = articles(['-']); print(found.source, found.text, sep='|')"
    run = subprocess.run([sys.executable, "-c", code], input=TEXT, capture_output=True, text=True, check=True)
    assert run.stdout == f"-|{TEXT}\n"


def test_how_many_to_expect(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "1", "text": "A."}\n\n{"id": "2", "text": "B."}\n', encoding="utf-8")
    page = str(EXAMPLES / "strikes.html")
    assert expected([str(lines), page, str(tmp_path / "none.txt"), "https://e.example/"]) == 5
    assert expected([page, str(EXAMPLES / "feed.xml")]) is None
    assert expected(["-"]) is None


def test_a_pipe_is_not_emptied_to_see_how_many_to_expect(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-c", f"open({str(pipe)!r}, 'w').write({TEXT!r})"]) as writer:
        assert expected([str(pipe)]) is None
        found = _one(str(pipe))
        assert writer.wait(30) == 0
    assert isinstance(found, Article)
    assert found.text == TEXT


def test_every_example_is_read() -> None:
    paths = sorted(str(path) for path in EXAMPLES.iterdir())
    found = list(articles(paths))
    assert len(found) >= len(paths)
    assert not [str(one) for one in found if isinstance(one, Failure)]


def test_the_example_page_its_archive_and_its_feed_entry_say_the_same() -> None:
    names = "strikes.html", "strikes.warc.gz", "feed.xml"
    page, archived, entry = (next(iter(articles([str(EXAMPLES / name)]))) for name in names)
    assert isinstance(page, Article)
    assert isinstance(archived, Article)
    assert isinstance(entry, Article)
    assert (page.text, page.blocks, page.snapshot.sha256) == (archived.text, archived.blocks, archived.snapshot.sha256)
    said = {block.span.of(page.text) for block in page.blocks}
    assert {block.span.of(entry.text) for block in entry.blocks} < said
    assert (page.title, page.url) == (entry.title, entry.url)


def test_importing_ingest_does_not_import_the_slow_libraries() -> None:
    slow = "trafilatura", "httpx2", "feedparser", "selectolax", "lxml", "charset_normalizer"
    code = f"import sys, claimtrail.ingest; print([name for name in {slow!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
