"""Files of lines, plain or gzipped; written beside and renamed, so that a file is whole or not there."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from claimtrail.errors import InputError, SettingsError


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write lines to a file; gives how many. An old file is replaced only when the new one is whole."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with _open(beside, "wt", path.suffix) as file:
            count = sum(bool(file.write(line + "\n")) for line in lines)
        beside.replace(path)
    except OSError as error:
        raise SettingsError(str(path), f"cannot be written: {error.strerror}", "choose another file") from error
    finally:
        beside.unlink(missing_ok=True)
    return count


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a file, without line ends; `InputError` where it cannot be read or is cut off."""
    try:
        with _open(path, "rt", path.suffix) as file:
            for line in file:
                yield line.rstrip("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})", "give a whole file that an export wrote") from error


def _open(path: Path, mode: str, suffix: str) -> IO[str]:
    opener = gzip.open if suffix == ".gz" else open
    return cast(IO[str], opener(path, mode, encoding="utf-8", newline="\n"))
