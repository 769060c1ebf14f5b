"""Going on from an earlier output."""

import json
from pathlib import Path

from claimtrail.errors import SettingsError

_START = b'{"article": '


def done_before(out: Path) -> frozenset[str]:
    """The ids of the articles in an earlier output; a last line that was cut off is removed from the file.

    Raises `SettingsError`, the file untouched, where it is anything but JSON Lines that `claimtrail read` wrote.
    """
    if not out.exists():
        return frozenset()
    ids, whole = set(), 0
    try:
        with out.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.endswith(b"\n"):
                    ids.add(_id(line, out, number))
                    whole += len(line)
                elif line[: len(_START)] != _START[: len(line)]:
                    raise _foreign(out, number)
        with out.open("r+b") as file:
            file.truncate(whole)
    except OSError as error:
        raise SettingsError(str(out), f"cannot be gone on from: {error.strerror}", "choose another file") from error
    return frozenset(ids)


def _id(line: bytes, out: Path, number: int) -> str:
    try:
        return str(json.loads(line)["article"]["id"])
    except (ValueError, KeyError, TypeError) as error:
        raise _foreign(out, number) from error


def _foreign(out: Path, number: int) -> SettingsError:
    problem = "is not what claimtrail read --format jsonl writes"
    return SettingsError(f"{out}:{number}", problem, "choose another --out, or leave out --resume to write it anew")
