"""`claimtrail read`: pages, feeds, archives and texts in, claims out."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimtrail.errors import Failure, SettingsError
from claimtrail.settings import FetchSettings, IngestSettings, Settings


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


_PUBLISHED = typer.Option(metavar="DAY", help="The day to assume where an article states none, as 2017-10-07.")
_FORMAT = typer.Option(metavar="FORMAT", help="How to print the claims: table, jsonl or csv.")
_OUT = typer.Option(metavar="FILE", help="Write to this file instead of standard output.")
_RESUME = typer.Option("--resume", help="Keep what --out already holds (jsonl) and read only what is missing.")
_FAILURES = typer.Option(metavar="FILE", help="Also write what could not be read to this file, one JSON object a line.")
_CONFIDENCE = typer.Option(metavar="P", min=0, max=1, help="Leave out claims that are right less often than this.")
_JOBS = typer.Option("--jobs", "-j", metavar="N", min=1, help="How many articles to read at once.")
_GAZETTEER = typer.Option(metavar="FILE", envvar="CLAIMTRAIL_GAZETTEER", help="Look places up in this gazetteer.")
_PRIVATE = typer.Option("--allow-private", help="Fetch URLs on this machine's or a private network too.")


def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", hidden=True)],
    published: Annotated[str | None, _PUBLISHED] = None,
    format: Annotated[Format, _FORMAT] = Format.TABLE,
    out: Annotated[Path | None, _OUT] = None,
    resume: Annotated[bool, _RESUME] = False,
    failures: Annotated[Path | None, _FAILURES] = None,
    min_confidence: Annotated[float, _CONFIDENCE] = 0.0,
    jobs: Annotated[int, _JOBS] = 1,
    gazetteer: Annotated[Path | None, _GAZETTEER] = None,
    allow_private: Annotated[bool, _PRIVATE] = False,
) -> None:
    """Read articles and print their claims: event, who to whom, losses, place, time, and who says so.

    An INPUT is a file (HTML, plain text, JSONL, RSS or Atom, WARC; also gzipped), an http(s) URL, or - for
    standard input. What it is, is told from its content.

    Exit status: 0 all was read, 1 some inputs could not be read, 2 none could.

    \b
    Examples:
      claimtrail read page.html --published 2017-10-07
      claimtrail read feed.xml news.warc.gz --format csv --out claims.csv
      claimtrail read news.jsonl --format jsonl --out claims.jsonl --jobs 2
      claimtrail read news.jsonl --format jsonl --out claims.jsonl --resume
      claimtrail read news.jsonl --format csv --min-confidence 0.7
      cat article.txt | claimtrail read - --format csv
    """
    ingest = IngestSettings(published=_day(published), fetch=FetchSettings(allow_private=allow_private))
    _refuse_overwriting(inputs, out, failures)
    done = _done(out, format) if resume else frozenset[str]()
    raise typer.Exit(_read(inputs, Settings(ingest, jobs, min_confidence, gazetteer), format, out, failures, done))


def _read(
    inputs: list[str], settings: Settings, format: Format, out: Path | None, failures: Path | None, done: frozenset[str]
) -> int:
    from claimtrail.cli.progress import progress
    from claimtrail.cli.writers import failure_log, writer
    from claimtrail.ingest import expected
    from claimtrail.pipeline import run

    read, failed = len(done), 0
    with writer(format.value, out, append=bool(done)) as write, failure_log(failures) as fail:
        outcomes = run(inputs, settings, done)
        for item in progress(outcomes, lambda: expected(inputs), len(done), to_terminal=out is None):
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
    from claimtrail.cli.resume import done_before

    if out is None or format is not Format.JSONL:
        raise SettingsError("--resume", "has nothing to go on from", "give --out FILE and --format jsonl")
    return done_before(out)


def _refuse_overwriting(inputs: list[str], *outputs: Path | None) -> None:
    """Refuse an output that is an input or the other output: it would be emptied before it is read."""
    taken = {Path(name).resolve() for name in inputs if Path(name).is_file()}
    for output in filter(None, outputs):
        if output.resolve() in taken:
            raise SettingsError(str(output), "is given twice, and would be overwritten", "choose another file")
        taken.add(output.resolve())
