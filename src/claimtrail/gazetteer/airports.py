"""Makes `data/airports.tsv`, the airports and air bases that news names, from the PyPI package airportsdata (MIT).

`python -m claimtrail.gazetteer.airports FILE`, FILE being its `airports.csv`. Needed only to renew the file.
"""

import csv
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimtrail.gazetteer.tables import DATA
from claimtrail.gazetteer.words import words

_HEADER = """\
# Airports with scheduled flights, and air bases: ICAO code, name, latitude, longitude, country, feature, division, and
# aliases parted by |. From the PyPI package airportsdata 20260905 (MIT, Mike Borsetti and others); made by airports.py.
# Aliases: the airport of its town, and the word that tells it from the town's others ("Heathrow").
code\tname\tlat\tlon\tcountry\tfeature\tdivision\taliases
"""
_BASE = re.compile(
    r"\b(?:Air Base|Air Force Base|Airbase|Naval Air Station|Army Airfield|Air Force Station|AB|AFB|NAS)$"
)
_SHORTEST = 4
_BEFORE = re.compile(r".* Airport (?=\w+$)")
_ENDING = re.compile(r" (?:International |Regional |Intercontinental )?Airport$")


def aliases(name: str, city: str) -> list[str]:
    """The other names of an airport: its town's, and the one word that the name adds to the town's."""
    if _BEFORE.match(name):
        return [_BEFORE.sub("", name), *_of_town(city)]
    if not name.endswith("Airport"):
        return []
    bare = _ENDING.sub("", name)
    word = bare.removeprefix(city).strip(" -")
    own = [word, f"{word} Airport", f"{word} International Airport"] if word != bare and _is_telling(word) else []
    return [alias for alias in dict.fromkeys((*own, *_of_town(city))) if alias != name]


def _is_telling(word: str) -> bool:
    """Whether one word that an airport's name adds to its town's may stand for it: no "Memorial", no "Valley"."""
    lists = words()
    return word.isalpha() and len(word) >= _SHORTEST and word.casefold() not in lists.feature | lists.institution


def _of_town(city: str) -> list[str]:
    return [f"{city} Airport", f"{city} International Airport"] if city else []


def rows(airports: Iterable[Mapping[str, str]]) -> list[str]:
    """One line an airport or air base, in order of code."""
    lines = []
    for row in sorted(airports, key=lambda each: each["icao"]):
        base = bool(_BASE.search(row["name"]))
        if row["icao"] and (base or row["iata"]):
            # In the United States the second word is mostly a founder's name.
            named = not base and (row["country"] != "US" or "International" in row["name"])
            other = aliases(row["name"], row["city"]) if named else []
            cells = (row["icao"], row["name"], f"{float(row['lat']):.2f}", f"{float(row['lon']):.2f}", row["country"])
            lines.append("\t".join((*cells, "INSB" if base else "AIRP", row["subd"], "|".join(other))))
    return lines


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as stream:
        (DATA / "airports.tsv").write_text(_HEADER + "\n".join(rows(csv.DictReader(stream))) + "\n", "utf-8")
