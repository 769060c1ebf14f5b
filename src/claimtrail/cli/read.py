"""`claimtrail read`: pages, feeds, archives and texts in, claims out."""

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimtrail.errors import Failure, SettingsError
from claimtrail.settings import FetchSettings, IngestSettings, Settings

EXAMPLES = """
Examples:

    claimtrail read page.html --published 2017-10-07

    claimtrail read feed.xml news.warc.gz --format jsonl --out claims.jsonl --jobs 2

    claimtrail read articles.jsonl --format jsonl --out claims.jsonl --resume

    cat article.txt | claimtrail read - --format csv
"""


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def read(
    inputs: Annotated[list[str], typer.Argument(help="Files (HTML, text, JSONL, RSS/Atom, WARC), URLs, or - .")],
    published: Annotated[
        str | None, typer.Option(help="The day to assume where an article states none, as 2017-10-07.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print the claims.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of the terminal.")] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Keep what --out already holds (jsonl) and read only what is missing.")
    ] = False,
    failures: Annotated[
        Path | None, typer.Option(help="Also write what could not be read to this file, one JSON object a line.")
    ] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out claims less sure than this.")] = 0.0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many articles to read at once.")] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch URLs on this machine's or a private network too.")
    ] = False,
) -> None:
    """Read articles and print their claims: event, who to whom, losses, place, time, and who says so.

    Exit status: 0 all was read, 1 some inputs could not be read, 2 none could.
    """
    ingest = IngestSettings(published=_day(published), fetch=FetchSettings(allow_private=allow_private))
    settings = Settings(ingest, jobs, min_confidence)
    done = _done(out, format) if resume else frozenset[str]()
    raise typer.Exit(_read(inputs, settings, format, out, failures, done))


read.__doc__ = f"{read.__doc__}\n{EXAMPLES}"


def _read(
    inputs: list[str], settings: Settings, format: Format, out: Path | None, failures: Path | None, done: frozenset[str]
) -> int:
    from claimtrail.cli.progress import progress
    from claimtrail.cli.writers import failure_log, writer
    from claimtrail.pipeline import run

    read, failed = len(done), 0
    with writer(format.value, out, append=bool(done)) as write, failure_log(failures) as fail:
        for item in progress(run(inputs, settings, done), to_terminal=out is None):
            if isinstance(item, Failure):
                failed += 1
                fail(item)
            else:
                read += 1
                write(item)
    return 0 if not failed else 1 if read else 2


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise SettingsError(f"--published {published}", "is not a day", "write it as 2017-10-07") from error


def _done(out: Path | None, format: Format) -> frozenset[str]:
    """The ids of the articles in an earlier output; a last line that was cut off is removed from the file."""
    if out is None or format is not Format.JSONL:
        raise SettingsError("--resume", "has nothing to go on from", "give --out FILE and --format jsonl")
    if not out.exists():
        return frozenset()
    whole, _, _ = out.read_bytes().rpartition(b"\n")
    out.write_bytes(whole + b"\n" if whole else b"")
    return frozenset(json.loads(line)["article"]["id"] for line in whole.split(b"\n") if line)
