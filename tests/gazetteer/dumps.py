"""A small world in the format of GeoNames' dumps; the places that no map has are invented."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

# id, name, alternates, lat, lon, class, code, country, admin1, admin2, population
PLACES = [
    (163843, "Syria", "Syrian Arab Republic,Сирия", 35.0, 38.0, "A", "PCLI", "SY", "00", "", 20_000_000),
    (170792, "Deir ez-Zor", "Dayr az Zawr", 35.0, 40.5, "A", "ADM1", "SY", "07", "", 1_200_000),
    (900001, "Qxarat District", "", 34.6, 40.9, "A", "ADM2", "SY", "07", "0703", 40_000),
    (174186, "Al Bukamal", "Abu Kamal", 34.45, 40.92, "P", "PPLA2", "SY", "07", "0703", 57_000),
    (170794, "Deir ez-Zor", "Dayr az-Zawr", 35.336, 40.14, "P", "PPLA", "SY", "07", "0701", 240_000),
    (900002, "Qxarat", "Qkharat", 34.61, 40.93, "P", "PPL", "SY", "07", "0703", 0),
    (170654, "Damascus", "Dimashq,DAM", 33.51, 36.29, "P", "PPLC", "SY", "13", "", 1_500_000),
    (900003, "Wadi Qxuri", "", 34.3, 40.5, "H", "WAD", "SY", "07", "0703", 0),
    (900004, "Qxarat Airbase", "", 34.62, 40.95, "S", "AIRB", "SY", "07", "0703", 0),
    (900005, "Qxarat Palace Hotel", "", 34.61, 40.93, "S", "HTL", "SY", "07", "0703", 0),
    (4896861, "Illinois", "State of Illinois", 40.0, -89.25, "A", "ADM1", "US", "IL", "", 12_800_000),
    (4250542, "Springfield", "", 39.8, -89.64, "P", "PPLA", "US", "IL", "167", 114_000),
    (4250543, "Qxville", "", 39.9, -89.7, "P", "PPL", "US", "IL", "167", 700),
    (630336, "Black Sea", "Euxine", 43.1, 34.6, "H", "SEA", "", "00", "", 0),
]
# id, language, name, preferred, historic
NAMES = [
    (900002, "en", "Qxarrat", True, False),
    (900002, "ar", "Qexarat", False, False),
    (900002, "", "Port Qxara", False, True),
    (900002, "link", "https://en.wikipedia.org/wiki/Qxarat", False, False),
    (900005, "en", "Qxarat Grand", True, False),
]


def place(cells: Sequence[object]) -> str:
    """A line of a dump of places."""
    id_, name, names, lat, lon, class_, code, country, admin1, admin2, people = map(str, cells)
    line = [id_, name, name, names, lat, lon, class_, code, country, "", admin1, admin2, "", "", people]
    return "\t".join([*line, "", "100", "Asia/Damascus", "2020-01-01"])


def name(number: int, cells: Sequence[object]) -> str:
    """A line of a dump of names."""
    id_, language, text, preferred, historic = cells
    return f"{number}\t{id_}\t{language}\t{text}\t{'1' * bool(preferred)}\t\t\t{'1' * bool(historic)}\t\t"


def zipped(path: Path, lines: Sequence[str]) -> Path:
    """The lines as GeoNames publishes them: one text of the same name in a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about the dump")
        archive.writestr(f"{path.stem}.txt", "".join(f"{line}\n" for line in lines))
    return path


def world(folder: Path) -> Path:
    """The dump of places."""
    return zipped(folder / "allCountries.zip", [place(cells) for cells in PLACES])


def names(folder: Path) -> Path:
    """The dump of names."""
    return zipped(folder / "alternateNamesV2.zip", [name(n, cells) for n, cells in enumerate(NAMES)])
