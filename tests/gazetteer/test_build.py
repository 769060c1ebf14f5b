"""Compiling the gazetteer."""

import pytest

from claimtrail.gazetteer.build import ALTERNATE, LOOSE, PREFERRED, Row, attribution, keys, kilometres, own_id


def test_distance_of_two_cities() -> None:
    assert kilometres((33.51, 36.29), (33.89, 35.50)) == pytest.approx(85, abs=3)


def test_distance_across_the_date_line_is_short() -> None:
    assert kilometres((0.0, 179.9), (0.0, -179.9)) == pytest.approx(22.2, abs=0.5)


def test_keys_keep_the_best_way_to_each_name() -> None:
    row = Row(1, "Ar Raqqah", 35.95, 39.01, "SY", "PPL", aliases=("Raqqah", "Раққа"))
    assert keys(row) == {"ar raqqah": PREFERRED, "raqqah": ALTERNATE}


def test_a_division_is_found_without_its_generic_word() -> None:
    row = Row(1, "Zhytomyr Oblast", 50.3, 28.7, "UA", "ADM1")
    assert keys(row)["zhytomyr"] == PREFERRED
    assert keys(Row(2, "Rapides Parish", 31.2, -92.5, "US", "ADM2"))["rapides"] == LOOSE


def test_own_ids_are_negative_and_lasting() -> None:
    assert own_id("AF.24") == own_id("AF.24") < 0
    assert own_id("AF.24") != own_id("AF.23")


def test_the_source_of_the_names_is_credited() -> None:
    assert "GeoNames" in attribution()
    assert "CC BY 4.0" in attribution()
