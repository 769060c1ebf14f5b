"""The data files."""

from collections import Counter
from pathlib import Path

import pytest

from claimtrail.gazetteer.tables import split, table


def test_rows_come_by_column_and_remarks_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "few.tsv").write_text("# remark\na\tb\tc\n1\t2\n\n3\t4\t5\n", "utf-8")
    assert table("few", tmp_path) == [{"a": "1", "b": "2", "c": ""}, {"a": "3", "b": "4", "c": "5"}]


def test_a_listing_cell_is_split_and_trimmed() -> None:
    assert split("Kiev| Kyjiv |") == ["Kiev", "Kyjiv"]


@pytest.mark.parametrize("name", ["conflict", "regions", "historical"])
def test_overlay_rows_have_coordinates_and_are_not_repeated(name: str) -> None:
    rows = table(name)
    assert len(rows) > 30
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in rows)
    repeated = Counter((row["name"], row["country"], row["feature"]) for row in rows)
    assert [key for key, count in repeated.items() if count > 1] == []


@pytest.mark.parametrize("name", ["division_aliases", "states"])
def test_tables_of_divisions_name_divisions_that_exist(name: str) -> None:
    known = {row["code"] for row in table("divisions")}
    assert [row["code"] for row in table(name) if row["code"] not in known] == []
