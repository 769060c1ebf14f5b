"""Compiles a gazetteer from full GeoNames dumps, which do not fit in memory: they stream into SQLite, which sorts.

The dump is read twice: first for the names of the divisions, then for the places. Claimtrail's own tables are laid over
it as over the gazetteer in the package.
"""

import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer import build
from claimtrail.gazetteer.build import ALTERNATE, LOOSE, PREFERRED, Row
from claimtrail.gazetteer.dump import Alternate, Entry, Tick, alternates, entries, size
from claimtrail.gazetteer.fold import abbreviation, fold, loosen
from claimtrail.gazetteer.tables import split, table

_STAGING = "CREATE TABLE staging (name TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL)"
_GATHER = "INSERT INTO alias SELECT name, place, min(kind) FROM staging GROUP BY name, place"
_BETTER = "INSERT INTO alias VALUES (?,?,?) ON CONFLICT DO UPDATE SET kind = min(kind, excluded.kind)"
# A bare name that a division shares with a town in it means the town ("Homs", "New York").
_NAMESAKES = """
UPDATE place SET prior = prior - ? WHERE feature = 'ADM1' AND EXISTS (
  SELECT 1 FROM alias AS own JOIN alias AS other ON other.name = own.name AND other.kind < 2
  JOIN place AS town ON town.id = other.place
  WHERE own.place = place.id AND own.kind < 2 AND town.feature IN ('PPL', 'PPLC') AND town.country = place.country)
"""
_BATCH = 5_000
# How many people raise the likelihood of a second-order division at all; and how near a feature of the same name and
# kind in an own table is the same sea or range as the dump's, whose middle may be put elsewhere.
_FEW_PEOPLE, _SAME_KM = 5_000, 400.0
# Codes that the dump of names lists as if they were languages.
_CODES = frozenset("link post iata icao faac tcid unlc wkdt abbr phon piny fr_1793".split())

T = TypeVar("T")
# Tells how far the building is: the step's name, the bytes read in it, and their number.
Progress = Callable[[str, int, int], object]


def build_full(dump: Path, names: Path | None, out: Path, progress: Progress) -> int:
    """Writes the gazetteer of a full dump to `out`, replacing what is there; the number of places.

    `names` is the dump of alternate names; without it the alternates that the dump of places lists are taken.
    Memory does not grow with the dump; beside `out` twice its size is used for a while. Raises GazetteerError where a
    dump or a line of it cannot be read, or nothing can be written; `out` is then what it was.
    """
    with _draft(out) as connection:
        divisions = _divisions(entries(dump, _ticking(progress, "divisions", dump)))
        places = entries(dump, _ticking(progress, "places", dump))
        _insert(connection, (row for entry in places if (row := _row(entry, divisions))), with_aliases=names is None)
        if names:
            _add_names(connection, alternates(names, _ticking(progress, "names", names)))
        progress("sorting", 0, 0)
        connection.executescript(f"{_GATHER}; DROP TABLE staging; CREATE INDEX spot ON place (country, lat);")
        connection.execute(_NAMESAKES, (build.NAMESAKE,))
        _lay_over(connection, divisions)
        connection.execute("INSERT INTO about VALUES ('attribution', ?)", (build.attribution(),))
        (count,) = connection.execute("SELECT count(*) FROM place").fetchone()
    return int(count)


@dataclass(slots=True)
class _Divisions:
    """What the places need of the divisions: names by code, and the ids of the first-order ones."""

    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)


@contextmanager
def _draft(out: Path) -> Iterator[sqlite3.Connection]:
    """A database beside `out` that takes its place once all is written."""
    draft = out.with_name(out.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        connection = sqlite3.connect(draft)
        try:
            connection.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {build.SCHEMA}; {_STAGING};"
            )
            yield connection
            connection.commit()
            connection.executescript("DROP INDEX spot; VACUUM;")
        finally:
            connection.close()
        draft.replace(out)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            str(out), f"cannot be written: {error}", "check the folder, or give another --out"
        ) from error
    finally:
        if draft.parent.is_dir():
            draft.unlink(missing_ok=True)


def _ticking(progress: Progress, step: str, path: Path) -> Tick:
    total, done = size(path), 0

    def tick(read: int) -> None:
        nonlocal done
        done += read
        progress(step, done, total)

    return tick


def _divisions(found: Iterable[Entry]) -> _Divisions:
    divisions = _Divisions()
    for entry in found:
        if entry.feature == ("A", "ADM1"):
            divisions.names[entry.division] = entry.name
            divisions.ids[entry.division] = entry.id
        elif entry.feature == ("A", "ADM2"):
            divisions.names[f"{entry.division}.{entry.admin[1]}"] = entry.name
    return divisions


def _row(entry: Entry, divisions: _Divisions) -> Row | None:
    """The place of an entry; None for a feature that is not kept."""
    kept = _features().get(entry.feature) or _features().get((entry.feature[0], "*"))
    if not kept or not entry.name:
        return None
    feature, prior = kept
    path = (entry.division, f"{entry.division}.{entry.admin[1]}")
    admin = tuple(divisions.names[code] for code in path if code in divisions.names)
    own = _country_aliases().get(entry.country, ()) if entry.feature == ("A", "PCLI") else ()
    if feature == "ADM2":
        prior = build.PRIOR["ADM2"] + math.log10(max(1.0, entry.population / _FEW_PEOPLE)) / 10
    names = (*own, *filter(build.is_name, entry.alternates))
    return Row(entry.id, entry.name, entry.lat, entry.lon, entry.country or None, feature, entry.population,
               entry.division, admin, names, prior=prior)  # fmt: skip


def _insert(connection: sqlite3.Connection, rows: Iterable[Row], with_aliases: bool) -> None:
    for batch in _batches(rows):
        connection.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)", map(build.place, batch))
        named = batch if with_aliases else [_unaliased(row) for row in batch]
        _stage(connection, ((name, row.id, kind) for row in named for name, kind in build.keys(row).items()))


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    ahead = iter(items)
    while batch := list(islice(ahead, _BATCH)):
        yield batch


def _unaliased(row: Row) -> Row:
    own = _country_aliases().get(row.country or "", ()) if row.feature == "PCLI" else ()
    return Row(row.id, row.name, row.lat, row.lon, row.country, row.feature, aliases=own)


def _stage(connection: sqlite3.Connection, names: Iterable[tuple[str, int, int]]) -> None:
    connection.executemany("INSERT INTO staging VALUES (?,?,?)", names)


def _add_names(connection: sqlite3.Connection, found: Iterable[Alternate]) -> None:
    """Stages the alternates of places that are kept."""
    query = "SELECT id, name, country, feature FROM place WHERE id IN (SELECT value FROM json_each(?))"
    for batch in _batches(each for each in found if each.language not in _CODES and build.is_name(each.name)):
        ids = str(sorted({each.id for each in batch}))
        held = {id_: Row(id_, name, 0.0, 0.0, country, feature)
                for id_, name, country, feature in connection.execute(query, (ids,))}  # fmt: skip
        _stage(connection, (line for each in batch if each.id in held for line in _named(each, held[each.id])))


def _named(name: Alternate, row: Row) -> Iterator[tuple[str, int, int]]:
    """A name's keys: an English one that GeoNames prefers is as good as the place's own, one out of use is poor."""
    best = name.preferred and name.language == "en"
    row = Row(row.id, row.name, 0.0, 0.0, row.country, row.feature,
              **{"spellings" if best else "aliases": (name.name,)})  # type: ignore[arg-type]  # fmt: skip
    for key, kind in build.keys(row).items():
        yield key, row.id, max(kind, LOOSE if name.outdated else PREFERRED)


def _lay_over(connection: sqlite3.Connection, divisions: _Divisions) -> None:
    """Claimtrail's own tables: spellings and abbreviations of divisions, then regions, states of the past, conflict."""
    spelt = [(key, divisions.ids[row["code"]], ALTERNATE) for row in table("division_aliases")
             if row["code"] in divisions.ids for alias in split(row["aliases"]) if (key := fold(alias))]  # fmt: skip
    short = [(abbreviation(each), divisions.ids[row["code"]], PREFERRED) for row in table("states")
             if row["code"] in divisions.ids for each in split(row["abbreviations"])]  # fmt: skip
    connection.executemany(_BETTER, [(key, id_, kind) for key, id_, kind in spelt + short if key.isascii()])
    for name in build.OVERLAYS:
        for cells in table(name):
            same = build.same(cells, _namesakes(connection, cells))
            row = build.extended(same, cells) if same else build.new(cells, _neighbours(connection, cells))
            _supersede(connection, cells, row)
            _lay(connection, row)
    # The dump has the air bases and airports too, but not under the names of news.
    for airport in build.airports():
        _lay(connection, airport)


def _lay(connection: sqlite3.Connection, row: Row) -> None:
    connection.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)", build.place(row))
    connection.executemany(_BETTER, [(key, row.id, kind) for key, kind in build.keys(row).items()])


def _namesakes(connection: sqlite3.Connection, cells: dict[str, str]) -> list[Row]:
    """The known places of a row's country that share a name with it."""
    names = [fold(name) for name in (cells["name"], *split(cells["aliases"]))]
    keys = sorted({*names, *map(loosen, names)})
    marks = ",".join("?" * len(keys))
    query = f"""SELECT place.id, place.name, lat, lon, country, feature, population, admin, prior, alias.name
                FROM alias JOIN place ON place.id = alias.place
                WHERE alias.name IN ({marks}) AND country IS ?"""
    return [_known(*each) for each in connection.execute(query, (*keys, cells["country"] or None))]


def _neighbours(connection: sqlite3.Connection, cells: dict[str, str]) -> list[Row]:
    """The places of a row's country within a degree of it."""
    lat, lon = float(cells["lat"]), float(cells["lon"])
    query = """SELECT id, name, lat, lon, country, feature, population, admin, prior, name FROM place
               WHERE country = ? AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"""
    box = (cells["country"], lat - 1, lat + 1, lon - 1, lon + 1)
    return [_known(*each) for each in connection.execute(query, box)]


def _known(id_: int, name: str, lat: float, lon: float, country: str | None, feature: str, population: int,
           admin: str, prior: float, alias: str) -> Row:  # fmt: skip
    path = tuple(admin.split("\t")) if admin else ()
    return Row(id_, name, lat, lon, country, feature, population, "", path, (alias,), prior=prior)


def _supersede(connection: sqlite3.Connection, cells: dict[str, str], row: Row) -> None:
    """Takes out the dump's own rows of a sea or region that an own table knows better."""
    if row.feature.startswith(("PPL", "ADM")):
        return
    point = row.lat, row.lon
    for other in _namesakes(connection, cells):
        if (
            other.id != row.id
            and other.feature == row.feature
            and build.kilometres(point, (other.lat, other.lon)) < _SAME_KM
        ):
            connection.execute("DELETE FROM alias WHERE place = ?", (other.id,))
            connection.execute("DELETE FROM place WHERE id = ?", (other.id,))


@cache
def _features() -> dict[tuple[str, str], tuple[str, float | None]]:
    return {(row["class"], code): (row["feature"], float(row["prior"]) if row["prior"] else None)
            for row in table("features") for code in split(row["codes"])}  # fmt: skip


@cache
def _country_aliases() -> dict[str, tuple[str, ...]]:
    return {row["iso"]: tuple(split(row["aliases"])) for row in table("countries")}
