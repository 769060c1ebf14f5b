"""A gazetteer compiled from full dumps of GeoNames."""

from pathlib import Path

import pytest

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer.full import build_full
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.model.claim import Candidate
from tests.gazetteer import dumps


def silent(_step: str, _done: int, _total: int) -> None:
    """Show no progress."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The small world's gazetteer, without other names."""
    folder = tmp_path_factory.mktemp("dump")
    build_full(dumps.world(folder), None, folder / "world.sqlite", silent)
    return Gazetteer.open(folder / "world.sqlite")


def best(gazetteer: Gazetteer, name: str) -> Candidate:
    return gazetteer.candidates(name)[0]


@pytest.mark.parametrize(
    ("name", "id_", "feature"),
    [
        ("Syria", 163843, "PCLI"),
        ("Damascus", 170654, "PPLC"),
        ("Abu Kamal", 174186, "PPL"),
        ("Qkharat", 900002, "PPL"),
        ("Qxarat district", 900001, "ADM2"),
        ("Deir ez-Zor", 170794, "PPL"),
        ("Deir ez-Zor province", 170792, "ADM1"),
        ("Wadi Qxuri", 900003, "STM"),
        ("Qxarat airbase", 900004, "INSB"),
    ],
)
def test_every_kind_of_place_is_found(full: Gazetteer, name: str, id_: int, feature: str) -> None:
    found = best(full, name)
    assert (found.id, found.feature) == (id_, feature)


def test_a_village_stands_in_its_divisions(full: Gazetteer) -> None:
    assert best(full, "Qkharat").admin == ("Deir ez-Zor", "Qxarat District")


def test_what_news_does_not_name_is_left_out(full: Gazetteer) -> None:
    assert not full.knows("Qxarat Palace Hotel")
    assert not full.knows("DAM")


def test_own_tables_lie_over_the_dump(full: Gazetteer) -> None:
    assert best(full, "Albu Kamal").id == 174186
    assert best(full, "Baghuz").country == "SY"
    assert [place.name for place in full.abbreviated("Ill.")] == ["Illinois"]
    assert [place.feature for place in full.candidates("Black Sea")] == ["SEA"]


def test_other_names_are_added_and_weighed(tmp_path: Path) -> None:
    out = tmp_path / "world.sqlite"
    build_full(dumps.world(tmp_path), dumps.names(tmp_path), out, silent)
    gazetteer = Gazetteer.open(out)
    assert best(gazetteer, "Qxarrat").score > best(gazetteer, "Qexarat").score > best(gazetteer, "Port Qxara").score
    assert best(gazetteer, "Syrian Arab Republic").id == 163843
    assert not gazetteer.knows("Qxarat Grand")


def test_an_unpacked_dump_will_do_and_progress_reaches_the_end(tmp_path: Path) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text("".join(dumps.place(cells) + "\n" for cells in dumps.PLACES[:7]), "utf-8")
    seen: dict[str, tuple[int, int]] = {}

    def note(step: str, done: int, total: int) -> None:
        seen[step] = done, total

    build_full(dump, None, tmp_path / "syria.sqlite", note)
    length = dump.stat().st_size
    assert seen == {"divisions": (length, length), "places": (length, length), "sorting": (0, 0)}


def test_a_failed_build_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "world.sqlite"
    out.write_text("the gazetteer of yesterday")
    dump = dumps.zipped(tmp_path / "allCountries.zip", [dumps.place(dumps.PLACES[0]), "one\ttwo"])
    with pytest.raises(GazetteerError):
        build_full(dump, None, out, silent)
    assert out.read_text() == "the gazetteer of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["allCountries.zip", "world.sqlite"]
