"""Reads the dumps that GeoNames publishes, line by line: places (`allCountries`) and names (`alternateNamesV2`).

Formats: https://download.geonames.org/export/dump/readme.txt. A dump is read as it is published (zip) or unpacked.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from claimtrail.errors import GazetteerError

_AGAIN = "download it again from https://download.geonames.org/export/dump/"
_PLACE_COLUMNS, _NAME_COLUMNS = 19, 10
# What zips of GeoNames hold beside the dump itself.
_BESIDE = frozenset({"readme.txt", "iso-languagecodes.txt"})
# What tells how far reading has come: called with the number of bytes of each line.
Tick = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a dump of places; `feature` is GeoNames' class and code ("P", "PPLA2")."""

    id: int
    name: str
    alternates: tuple[str, ...]
    lat: float
    lon: float
    feature: tuple[str, str]
    country: str
    admin: tuple[str, str]
    population: int

    @property
    def division(self) -> str:
        """The code of the first-order division, as "SY.07"."""
        return f"{self.country}.{self.admin[0]}"


@dataclass(frozen=True, slots=True)
class Alternate:
    """One name of a dump of names: of place `id`, in `language` (ISO 639, or a kind of code such as "link")."""

    id: int
    language: str
    name: str
    preferred: bool
    outdated: bool


def size(path: Path) -> int:
    """How many bytes reading a dump will tick off. Raises GazetteerError where it is no dump."""
    with _opened(path) as (_, _, length):
        return length


def entries(path: Path, tick: Tick) -> Iterator[Entry]:
    """The places of a dump, in its order. Raises GazetteerError that names the line where one cannot be read."""
    for number, cells in _lines(path, _PLACE_COLUMNS, tick):
        id_, name, _, names, lat, lon, class_, code, country, _, admin1, admin2, _, _, people, *_ = cells
        try:
            yield Entry(int(id_), name, tuple(filter(None, names.split(","))), float(lat), float(lon), (class_, code),
                        country, (admin1, admin2), int(people or 0))  # fmt: skip
        except ValueError as error:
            raise _broken(path, number, f"cannot be read ({error})") from error


def alternates(path: Path, tick: Tick) -> Iterator[Alternate]:
    """The names of a dump, in its order. Raises GazetteerError that names the line where one cannot be read."""
    for number, cells in _lines(path, _NAME_COLUMNS, tick):
        _, id_, language, name, preferred, short, colloquial, historic, *_ = cells
        if not id_.isdecimal():
            raise _broken(path, number, f"has {id_!r} for the id of a place")
        yield Alternate(int(id_), language, name, "1" in (preferred, short), "1" in (colloquial, historic))


def _lines(path: Path, columns: int, tick: Tick) -> Iterator[tuple[int, list[str]]]:
    with _opened(path) as (stream, member, _):
        number = 0
        try:
            for number, line in enumerate(stream, 1):
                tick(len(line))
                cells = line.decode("utf-8").rstrip("\r\n").split("\t")
                if len(cells) != columns:
                    raise _broken(path, number, f"has {len(cells)} columns, not {columns}")
                yield number, cells
        except UnicodeDecodeError as error:
            raise _broken(path, number, "is not UTF-8") from error
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise GazetteerError(str(path), f"{member} breaks off or is damaged after line {number}", _AGAIN) from error


def _broken(path: Path, number: int, problem: str) -> GazetteerError:
    return GazetteerError(f"{path}, line {number}", problem, f"is this a dump of GeoNames? If it is, {_AGAIN}")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], str, int]]:
    """A dump's bytes, the name of the file that holds them, and how many there are."""
    try:
        if not path.name.endswith(".zip"):
            with path.open("rb") as stream:
                yield stream, path.name, path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            member = _member(path, archive)
            with archive.open(member) as stream:
                yield stream, member.filename, member.file_size
    except zipfile.BadZipFile as error:
        raise GazetteerError(str(path), "is not a whole zip file; was the download cut short?", _AGAIN) from error
    except OSError as error:
        raise GazetteerError(str(path), f"cannot be read: {error.strerror or error}", "check the path") from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    held = [member for member in archive.infolist() if member.filename.endswith(".txt")]
    dumps = [member for member in held if member.filename.lower() not in _BESIDE]
    if len(dumps) != 1:
        raise GazetteerError(str(path), f"holds {len(dumps)} dumps, not one", _AGAIN)
    return dumps[0]
