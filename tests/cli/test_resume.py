"""Going on from an earlier output, and never harming a file that is none."""

from pathlib import Path

import pytest

from claimtrail.cli.resume import done_before
from claimtrail.errors import SettingsError

LINE = '{"article": {"id": "a"}, "claims": []}\n'


def test_whole_lines_count_and_a_cut_off_one_is_removed(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert done_before(out) == frozenset()
    out.write_text(LINE + LINE.replace('"a"', '"\u2028"') + '{"article": {"id": "c', encoding="utf-8")
    assert done_before(out) == {"a", "\u2028"}
    assert out.read_text(encoding="utf-8").count("\n") == 2
    assert done_before(out) == {"a", "\u2028"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("hello\nworld\n", 1),
        ("my notes, never saved elsewhere", 1),
        (LINE + "{}\n", 2),
        ('{"article": 5}\n', 1),
        ("[1]\n", 1),
        (LINE + "tail", 2),
    ],
)
def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path, content: str, line: int) -> None:
    out = tmp_path / "notes.txt"
    out.write_text(content)
    with pytest.raises(SettingsError, match=f"^{out}:{line}: is not what claimtrail read .* writes; choose another"):
        done_before(out)
    assert out.read_text() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be gone on from: Is a directory"):
        done_before(tmp_path)
