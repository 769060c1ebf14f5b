"""What every benchmark shares."""

import json
from pathlib import Path

import pytest

from benchmarks.common import arguments, articles, report, show


def test_articles_end_at_line_feeds_alone(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "text": "one\u2028two\x85"}\n\n{"id": "b", "text": ""}\n', encoding="utf-8")
    assert articles(path) == [{"id": "a", "text": "one\u2028two\x85"}, {"id": "b", "text": ""}]


def test_an_absent_folder_ends_with_status_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.argv", ["ud", str(tmp_path / "nowhere")])
    with pytest.raises(SystemExit) as stopped:
        arguments("ud", "")
    assert stopped.value.code == 2
    assert "nowhere" in capsys.readouterr().err


def test_arguments_are_parsed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.argv", ["ud", str(tmp_path), "--part", "dev", "--json"])
    given = arguments("ud", "")
    assert (given.folder, given.part, given.json) == (tmp_path, "dev", True)


def test_figures_are_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    show([["part", "las"], ["ewt-dev", "88.10"]])
    report({"ewt_dev_las": 0.881}, as_json=True)
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == ["part       las", "ewt-dev  88.10"]
    assert json.loads(printed[-1]) == {"ewt_dev_las": 0.881}
