"""Hold every benchmark against its floor: `python -m benchmarks.gate [SHARED]`.

`floors.toml` names, for each benchmark, the folder below SHARED that it takes and the figures that may not fall. A
corpus that is not there is named and passed over; a figure below its floor ends the command with status 1.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def main() -> None:
    """Run what can be run; say what was not."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    fallen = [line for name, floor in floors().items() for line in _fallen(name, floor, shared)]
    print("\n".join(fallen) or "no figure is below its floor")
    raise SystemExit(bool(fallen))


def floors() -> Mapping[str, Mapping[str, object]]:
    """The table of floors: a benchmark's name to its `folder`, optional `part`, and `floor` figures.

    The folder is one below SHARED, or with `own` one of the project's.
    """
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(figures: Mapping[str, float], floor: Mapping[str, float]) -> list[str]:
    """The figures under their floor, in words."""
    return [
        f"{key} {figures.get(key)} is below {least}" for key, least in floor.items() if figures.get(key, -1.0) < least
    ]


def _fallen(name: str, entry: Mapping[str, object], shared: Path) -> Iterator[str]:
    folder = Path(str(entry["folder"])) if entry.get("own") else shared / str(entry["folder"])
    if not folder.is_dir():
        print(f"{name}: {folder} is not here; passed over")
        return
    part = ["--part", str(entry["part"])] if "part" in entry else []
    command = [sys.executable, "-m", f"benchmarks.{name}", str(folder), *part, "--json"]
    print(f"{name}: {' '.join(command[1:])}", flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"{name}: failed with status {done.returncode}: {done.stderr.strip()[-300:]}"
        return
    figures = json.loads(done.stdout.splitlines()[-1])
    floor = entry["floor"]
    assert isinstance(floor, dict)
    yield from (f"{name}: {line}" for line in below(figures, floor))


if __name__ == "__main__":
    main()
