"""Dumps of GeoNames that cannot be read, and what is said of them."""

import zipfile
from pathlib import Path

import pytest

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer.dump import alternates, entries, size
from tests.gazetteer import dumps


def failure(path: Path) -> str:
    with pytest.raises(GazetteerError) as raised:
        list(entries(path, lambda _: None))
    return str(raised.value)


def test_a_line_with_too_few_columns_is_named(tmp_path: Path) -> None:
    path = dumps.zipped(tmp_path / "allCountries.zip", [dumps.place(dumps.PLACES[0]), "163843\tSyria\tSyria"])
    assert f"{path}, line 2: has 3 columns, not 19" in failure(path)


def test_a_line_whose_numbers_are_none_is_named(tmp_path: Path) -> None:
    line = dumps.place((1, "Qx", "", "north", 40.0, "P", "PPL", "SY", "07", "", 0))
    assert "line 1: cannot be read (could not convert string to float: 'north')" in failure(
        dumps.zipped(tmp_path / "allCountries.zip", [line])
    )


def test_a_zip_that_was_cut_short(tmp_path: Path) -> None:
    path = dumps.world(tmp_path)
    path.write_bytes(path.read_bytes()[:-200])
    assert f"{path}: is not a whole zip file; was the download cut short?" in failure(path)


def test_a_zip_that_is_damaged_inside(tmp_path: Path) -> None:
    path = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("allCountries.txt", "".join(dumps.place(cells) + "\n" for cells in dumps.PLACES))
    path.write_bytes(path.read_bytes().replace(b"Damascus\tDamascus", b"Damascus\tDamasxxx"))
    assert "allCountries.txt breaks off or is damaged after line" in failure(path)


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_bytes(dumps.place(dumps.PLACES[0]).encode() + b"\n\xff\xfe\n")
    assert f"{path}, line 2: is not UTF-8" in failure(path)


def test_a_zip_without_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "readme.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about the dump")
    assert "holds 0 dumps, not one" in failure(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be read: No such file or directory; check the path" in failure(tmp_path / "allCountries.zip")


def test_names_are_read_with_what_geonames_says_of_them(tmp_path: Path) -> None:
    path, ticks = dumps.names(tmp_path), list[int]()
    found = list(alternates(path, ticks.append))
    assert [(each.name, each.preferred, each.outdated) for each in found[:3]] == [
        ("Qxarrat", True, False),
        ("Qexarat", False, False),
        ("Port Qxara", False, True),
    ]
    assert sum(ticks) == size(path)


def test_a_dump_of_places_is_no_dump_of_names(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="line 1: has 19 columns, not 10"):
        list(alternates(dumps.world(tmp_path), lambda _: None))
