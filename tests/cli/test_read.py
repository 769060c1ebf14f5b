"""`claimtrail read`, by its real models, on files of its own."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from claimtrail.cli.main import app
from claimtrail.export import COLUMNS

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTE = (
    "TARIN, 3 May 2011. A roadside bomb killed four policemen near Kandahar on Monday, the governor's spokesman said.\n"
)


def read(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["read", *map(str, arguments)])


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.split("\n") if line]


def figures(record: dict[str, Any], voice: str = "body") -> set[tuple[object, ...]]:
    """The losses of one voice by their words, with the claim's place."""
    return {
        (loss["who"]["text"], loss["outcome"], loss["count"]["low"], loss["count"]["high"])
        for claim in record["claims"]
        for loss in claim["losses"]
        if claim["voice"] == voice
    }


def mentions(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [found for item in value for found in mentions(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.get("start") is not None and "text" in value else []
    return own + [found for item in value.values() for found in mentions(item)]


def test_every_range_of_every_example_gives_its_text() -> None:
    done = read(*sorted(EXAMPLES.iterdir()), "--format", "jsonl")
    assert done.exit_code == 0, done.stderr
    records = lines(done.stdout)
    assert len(records) >= 10
    for record in records:
        found = mentions(record["claims"])
        assert [m for m in found if record["article"]["text"][m["start"] : m["end"]] != m["text"]] == []
    assert sum(len(record["claims"]) for record in records) > 30


def test_a_page_a_warc_and_a_feed_give_the_same_claims() -> None:
    (from_page,) = lines(read(EXAMPLES / "strikes.html", "--format", "jsonl").stdout)
    (from_warc,) = lines(read(EXAMPLES / "strikes.warc.gz", "--format", "jsonl").stdout)
    from_feed = lines(read(EXAMPLES / "feed.xml", "--format", "jsonl").stdout)[0]
    assert ("gunmen", "killed", 60, 60) in figures(from_page)
    assert figures(from_page) == figures(from_warc)
    assert figures(from_page) == figures(from_feed)
    assert from_page["article"]["sha256"] == from_warc["article"]["sha256"]


def test_what_readers_comment_is_never_the_articles_claim() -> None:
    (record,) = lines(read(EXAMPLES / "saved-page.txt", "--format", "jsonl").stdout)
    blocks = [block for block in record["article"]["blocks"] if block["kind"] == "comment"]
    assert [block.get("author") for block in blocks][:2] == ["Moïse Paluku", "Grace B."]
    for claim in record["claims"]:
        inside = any(block["start"] <= claim["trigger"]["start"] < block["end"] for block in blocks)
        assert (claim["voice"] == "comment") is inside


def test_the_table_names_event_place_and_speaker(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE)
    done = read(note, "--published", "2011-05-03")
    assert done.exit_code == 0, done.stderr
    shown = " ".join(done.stdout.split())
    assert all(words in shown for words in ("bombing", "4 policemen killed", "Kandahar", "2011-05-02", "spokesman"))


def test_csv_has_one_row_a_loss() -> None:
    table = list(csv.DictReader(io.StringIO(read(EXAMPLES / "bulletin.txt", "--format", "csv").stdout)))
    assert tuple(table[0]) == COLUMNS
    assert any((row["who"], row["outcome"], row["low"]) == ("terrorists", "killed", "12") for row in table)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "picture.png"),
        ("empty.txt", b"", "empty"),
        ("frame.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "frame.html"),
        ("broken.jsonl", b'{"id": "a", "text": \n', "broken.jsonl"),
    ],
)
def test_bad_input_is_one_line_and_the_others_are_read(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    bad, note, log = tmp_path / name, tmp_path / "note.txt", tmp_path / "failures.jsonl"
    bad.write_bytes(content)
    note.write_text(NOTE)
    done = read(bad, note, "--format", "jsonl", "--failures", log)
    assert done.exit_code == 1
    assert len(lines(done.stdout)) == 1
    assert len(done.stderr.strip().split("\n")) == 1
    assert problem in done.stderr
    (failure,) = lines(log.read_text())
    assert str(bad) in failure["source"]
    assert failure["problem"]


def test_where_nothing_can_be_read_the_status_says_so(tmp_path: Path) -> None:
    done = read(tmp_path / "none.txt", "--format", "jsonl")
    assert done.exit_code == 2
    assert "no such file" in done.stderr
    assert done.stdout == ""


def test_a_wrong_day_is_refused_before_anything_is_read() -> None:
    command = [sys.executable, "-m", "claimtrail", "read", "x.txt", "--published", "last week"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "claimtrail: --published last week: is not a day; write it as 2017-10-07\n"


def test_a_cut_off_output_is_resumed_without_loss_or_repetition(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    arguments = (EXAMPLES / "wires.jsonl", "--format", "jsonl", "--out", out)
    assert read(*arguments).exit_code == 0
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) * 2 // 3])
    assert read(*arguments, "--resume").exit_code == 0
    assert lines(out.read_text()) == lines(whole.decode())


def test_several_processes_give_what_one_gives() -> None:
    command = [sys.executable, "-m", "claimtrail", "read", str(EXAMPLES / "wires.jsonl"), "--format", "jsonl", "--jobs"]
    outputs = [subprocess.run([*command, jobs], capture_output=True, check=True).stdout for jobs in ("1", "2")]
    assert outputs[0] == outputs[1]


def test_confidence_can_be_asked_for(tmp_path: Path) -> None:
    everything = lines(read(EXAMPLES / "bulletin.txt", "--format", "jsonl").stdout)[0]["claims"]
    sure = lines(read(EXAMPLES / "bulletin.txt", "--format", "jsonl", "--min-confidence", "0.7").stdout)[0]["claims"]
    assert 0 < len(sure) < len(everything)
    assert min(claim["confidence"]["claim"] for claim in sure) >= 0.7


def test_a_text_of_ten_thousand_sentences_and_a_sentence_of_five_thousand_words_are_read(tmp_path: Path) -> None:
    many, long = tmp_path / "many.txt", tmp_path / "long.txt"
    many.write_text(NOTE + "\n" + "\n".join(f"Trains ran late on line {i}." for i in range(10_000)))
    long.write_text("The list named " + ", ".join(f"village {i}" for i in range(2_500)) + ".\n\n" + NOTE)
    records = lines(read(many, long, "--format", "jsonl").stdout)
    assert len(records) == 2
    assert all(("policemen", "killed", 4, 4) in figures(record) for record in records)
