"""The commands of the ledger, by their real models, on files of their own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimtrail.cli.add import feeds_of, seconds
from claimtrail.cli.main import app
from claimtrail.errors import InputError, SettingsError

NOTE = "TARIN, 3 May 2011. A roadside bomb killed {count} policemen near Kandahar, the governor's spokesman said.\n"
FEED = """<rss version="2.0"><channel><title>Post</title><link>https://post.example/</link><item>
<title>Four policemen killed</title><link>https://post.example/1</link><pubDate>Tue, 03 May 2011 10:00:00 GMT</pubDate>
<description>{text}</description></item></channel></rss>"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE.format(count="four"))
    return path


def call(place: Path, *arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["--ledger", str(place), *map(str, arguments)])


def fails(place: Path, *arguments: object) -> str:
    """What a call that cannot be done says of it."""
    return str(call(place, *arguments).exception)


def test_what_is_added_is_listed_shown_found_and_proven(place: Path, note: Path) -> None:
    assert "1 articles added with 1 claims, 0 known before, 0 failed" in call(place, "add", note).stdout
    assert "0 articles added with 0 claims, 1 known before, 0 failed" in call(place, "add", note).stdout
    assert str(note) in call(place, "list").stdout
    assert "[policemen]" in call(place, "search", "policemen").stdout
    assert "4 policemen killed" in call(place, "show", note).stdout
    record = json.loads(call(place, "show", note, "--json").stdout)
    assert record["claims"][0]["losses"][0]["count"]["low"] == 4
    assert "all whole" in call(place, "ledger", "verify").stdout
    assert "1 articles" in call(place, "ledger", "runs").stdout


def test_what_failed_is_kept_and_tried_again(place: Path, note: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    done = call(place, "add", note, late)
    assert done.exit_code == 1
    assert "no such file" in done.stderr
    assert f"{late}: no such file" in call(place, "failures").stdout
    late.write_text(NOTE.format(count="nine"))
    assert "1 articles added" in call(place, "add", "--retry").stdout
    assert call(place, "failures").stdout == ""


def test_nothing_at_all_read_is_status_2(place: Path, tmp_path: Path) -> None:
    assert call(place, "add", tmp_path / "none.txt").exit_code == 2
    assert "give files or URLs" in fails(place, "add")


def test_a_ledger_goes_through_a_file_and_comes_back(place: Path, note: Path, tmp_path: Path) -> None:
    call(place, "add", note)
    file, copy = tmp_path / "ledger.jsonl.gz", tmp_path / "copy.sqlite"
    count = call(place, "ledger", "export", file).stdout.split()[0]
    assert call(copy, "ledger", "import", file).stdout.startswith(f"{count} rows")
    assert call(copy, "ledger", "verify").stdout == call(place, "ledger", "verify").stdout
    file.write_bytes(file.read_bytes()[:-40])
    assert "cannot be read" in fails(tmp_path / "third.sqlite", "ledger", "import", file)


def test_a_forgotten_article_is_gone(place: Path, note: Path) -> None:
    call(place, "add", note)
    assert "1 article erased" in call(place, "forget", note, "--reason", "asked").stdout
    assert "no article" in fails(place, "show", note)
    assert call(place, "list").stdout.count("note.txt") == 0
    assert "1 known before" in call(place, "add", note).stdout
    assert call(place, "ledger", "verify").exit_code == 0


def test_two_runs_are_compared(place: Path, note: Path) -> None:
    call(place, "add", note)
    call(place, "add", note, "--min-confidence", "1")
    runs = [line.split()[0] for line in call(place, "ledger", "runs").stdout.splitlines()]
    assert "removed: bombing" in call(place, "ledger", "diff", *runs).stdout


def test_a_ledger_of_an_older_schema_is_brought_up(place: Path, note: Path) -> None:
    call(place, "add", note)
    assert "has schema none" in call(place, "ledger", "migrate", "--down", "base").stdout
    assert "holds no ledger" in fails(place, "ledger", "migrate")


def test_feeds_of_a_list_are_read_once(place: Path, tmp_path: Path) -> None:
    feed, opml = tmp_path / "feed.xml", tmp_path / "feeds.opml"
    feed.write_text(FEED.format(text=NOTE.format(count="four")))
    opml.write_text(f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{feed}"/></outline></body></opml>')
    assert "1 articles added" in call(place, "watch", opml, "--once").stdout
    assert "1 known before" in call(place, "watch", opml, "--once").stdout


def test_a_list_of_feeds_without_feeds_is_named(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    for content, problem in (("<opml/>", "names no feed"), ("<opml", "cannot be read as OPML")):
        opml.write_text(content)
        with pytest.raises(InputError, match=problem):
            feeds_of(str(opml))


@pytest.mark.parametrize(("told", "length"), [("90s", 90), ("15m", 900), ("2h", 7200), ("1d", 86400)])
def test_lengths_of_time(told: str, length: int) -> None:
    assert seconds(told) == length


@pytest.mark.parametrize("told", ["15", "m", "-1m", "0s", "1 week"])
def test_what_is_no_length_of_time_is_refused(told: str) -> None:
    with pytest.raises(SettingsError, match="write it as"):
        seconds(told)
