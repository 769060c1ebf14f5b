"""Looking names up."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer.build import kilometres
from claimtrail.gazetteer.lookup import Gazetteer


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Abu Kamal", "SY", 34.45, 40.92),
        ("Al Bukamal", "SY", 34.45, 40.92),
        ("al-Mayadin", "SY", 35.02, 40.45),
        ("Mayadin", "SY", 35.02, 40.45),
        ("Al Mayādīn", "SY", 35.02, 40.45),
        ("Ar Raqqah", "SY", 35.95, 39.01),
        ("Raqqa", "SY", 35.95, 39.01),
        ("Deir Ezzor", "SY", 35.34, 40.14),
        ("Al-Tanf", "SY", 33.50, 38.66),
        ("Baghuz", "SY", 34.46, 40.99),
        ("Al-Shafah", "SY", 34.56, 40.94),
        ("Azaz", "SY", 36.59, 37.05),
        ("Aleppo", "SY", 36.20, 37.16),
        ("Mosul", "IQ", 36.34, 43.12),
        ("Kyiv", "UA", 50.45, 30.52),
        ("Kiev", "UA", 50.45, 30.52),
        ("Lashkargah", "AF", 31.59, 64.37),
        ("El Mozote", "SV", 13.90, -88.11),
        ("Srebrenica", "BA", 44.11, 19.30),
    ],
)
def test_towns_of_the_news_are_found(gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float) -> None:
    best = gazetteer.candidates(name)[0]
    assert best.country == country
    assert kilometres((best.lat, best.lon), (lat, lon)) < 10


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Kunduz province", "AF", "ADM1"),
        ("Kunduz", "AF", "PPL"),
        ("Helmand", "AF", "ADM1"),
        ("Andar district", "AF", "ADM2"),
        ("Wardak", "AF", "ADM1"),
        ("Luhansk oblast", "UA", "ADM1"),
        ("Georgia", "GE", "PCLI"),
        ("Turkey", "TR", "PCLI"),
        ("DR Congo", "CD", "PCLI"),
        ("Burma", "MM", "PCLI"),
        ("Palestine", "PS", "PCLI"),
        ("Soviet Union", None, "PCLH"),
        ("Donbas", "UA", "RGN"),
        ("Damascus", "SY", "PPLC"),
    ],
)
def test_the_kind_of_place_follows_the_name(gazetteer: Gazetteer, name: str, country: str | None, feature: str) -> None:
    best = gazetteer.candidates(name)[0]
    assert (best.country, best.feature) == (country, feature)


def test_all_afghan_provinces_are_known(gazetteer: Gazetteer) -> None:
    names = """Badakhshan Badghis Baghlan Balkh Bamyan Daykundi Farah Faryab Ghazni Ghor Helmand Herat Jowzjan Kabul
    Kandahar Kapisa Khost Kunar Kunduz Laghman Logar Nangarhar Nimruz Nuristan Paktia Paktika Panjshir Parwan Samangan
    Sar-e-Pul Takhar Uruzgan Wardak Zabul""".split()
    assert len(names) == 34
    found = {name: gazetteer.candidates(f"{name} province")[0] for name in names}
    assert {n: (c.country, c.feature) for n, c in found.items()} == dict.fromkeys(names, ("AF", "ADM1"))


def test_a_long_name_may_have_one_letter_wrong(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Kandahaar")[0].country == "AF"


def test_a_short_name_may_not(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Xqzt") == []


def test_candidates_come_likeliest_first_without_repeats(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Tripoli")
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert len({c.id for c in found}) == len(found)
    assert {"LY", "LB"} <= {c.country for c in found[:3]}


def test_states_are_known_by_their_abbreviations_apart(gazetteer: Gazetteer) -> None:
    assert [c.name for c in gazetteer.abbreviated("Ill.")] == ["Illinois"]
    assert gazetteer.abbreviated("Mosul") == []


def test_a_missing_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="gazetteer build"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(b"not a database, but long enough to be mistaken for one by its size alone" * 20)
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        Gazetteer.open(path)


def test_threads_and_copies_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda name: copy.candidates(name)[0].country, ["Mosul", "Aleppo", "Kyiv", "Herat"] * 5))
    assert found == ["IQ", "SY", "UA", "AF"] * 5
