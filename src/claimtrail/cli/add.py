"""`claimtrail add` and `claimtrail watch`: articles into the ledger, once or again and again."""

import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrail.cli.place import Place, opened
from claimtrail.cli.read import _CONFIDENCE, _JOBS, _PRIVATE, _PUBLISHED, _day
from claimtrail.errors import Failure, InputError, SettingsError
from claimtrail.settings import FetchSettings, IngestSettings, Settings

if TYPE_CHECKING:
    from claimtrail.ledger import Ledger

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_RETRY = typer.Option("--retry", help="Also try again what could not be read before.")
_EVERY = typer.Option(metavar="TIME", help="How long to wait between rounds: 90s, 15m, 2h, 1d.")
_ONCE = typer.Option("--once", help="One round only (for cron).")


def add(
    inputs: Annotated[list[str] | None, typer.Argument(metavar="INPUT", hidden=True)] = None,
    ledger: Place = "",
    published: Annotated[str | None, _PUBLISHED] = None,
    retry: Annotated[bool, _RETRY] = False,
    min_confidence: Annotated[float, _CONFIDENCE] = 0.0,
    jobs: Annotated[int, _JOBS] = 1,
    allow_private: Annotated[bool, _PRIVATE] = False,
) -> None:
    """Read articles and store them with their claims; the ledger is made where there is none.

    Each article is stored whole as soon as it is read. What is stored already is not read again, so that the same
    command goes on after an interruption. What cannot be read is kept with its reason: see `claimtrail failures`.

    Exit status: 0 all was read, 1 some inputs could not be read, 2 none could.

    \b
    Examples:
      claimtrail add page.html feed.xml
      claimtrail --ledger postgresql://me@host/claims add news.warc.gz --jobs 2
      claimtrail add --retry
    """
    settings = Settings(_ingest(published, allow_private), jobs, min_confidence)
    if not inputs and not retry:
        raise SettingsError("add", "is given no input", "give files or URLs, or --retry")
    store = opened(ledger, create=True)
    raise typer.Exit(_status(_round([*(inputs or ()), *(_failed(store) if retry else ())], settings, store)))


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEEDS", hidden=True)],
    ledger: Place = "",
    every: Annotated[str, _EVERY] = "15m",
    once: Annotated[bool, _ONCE] = False,
    jobs: Annotated[int, _JOBS] = 1,
    allow_private: Annotated[bool, _PRIVATE] = False,
) -> None:
    """Read feeds again and again and store what is new. FEEDS are OPML files, or the feeds' own URLs or files.

    Ends at Ctrl-C; whatever was read by then is stored.

    \b
    Examples:
      claimtrail watch feeds.opml --every 15m
      claimtrail watch https://news.example/rss --once
    """
    wait = seconds(every)
    settings = Settings(_ingest(None, allow_private), jobs)
    names = [name for given in feeds for name in feeds_of(given)]
    store = opened(ledger, create=True)
    while True:
        tally = _round(names, settings, store)
        if once:
            raise typer.Exit(_status(tally))
        time.sleep(wait)


def seconds(told: str) -> int:
    """The length of "90s", "15m", "2h" or "1d"; `SettingsError` for anything else."""
    found = re.fullmatch(r"(\d+)([smhd])", told.strip())
    if found is None or int(found[1]) == 0:
        raise SettingsError(f"--every {told}", "is no length of time", "write it as 90s, 15m, 2h or 1d")
    return int(found[1]) * UNITS[found[2]]


def feeds_of(given: str) -> list[str]:
    """The feeds of an OPML file; anything else is a feed itself. `InputError` where the file has none."""
    path = Path(given)
    if path.suffix.lower() != ".opml":
        return [given]
    from xml.etree import ElementTree

    try:
        tree = ElementTree.parse(path)
    except (OSError, ElementTree.ParseError) as error:
        raise InputError(
            given, f"cannot be read as OPML ({error})", "give a list of feeds as a reader exports it"
        ) from error
    found = [each.get("xmlUrl", "") for each in tree.iter("outline") if each.get("xmlUrl")]
    if not found:
        raise InputError(given, "names no feed", "its outlines need an xmlUrl")
    return found


def _round(inputs: Sequence[str], settings: Settings, store: "Ledger") -> Counter[str]:
    from claimtrail.cli.progress import progress
    from claimtrail.cli.writers import failure_log
    from claimtrail.ingest import expected
    from claimtrail.pipeline.store import Known, add

    tally = Counter[str]()
    with failure_log(None) as complain:
        for item in progress(add(inputs, settings, store), lambda: expected(inputs), to_terminal=False):
            if isinstance(item, Failure):
                complain(item)
                tally["failed"] += 1
            elif isinstance(item, Known):
                tally["known"] += 1
            else:
                tally["added"] += 1
                tally["claims"] += len(item.claims)
    typer.echo(
        f"{tally['added']:,} articles added with {tally['claims']:,} claims, {tally['known']:,} known before, "
        f"{tally['failed']:,} failed"
    )
    return tally


def _status(tally: Counter[str]) -> int:
    return 0 if not tally["failed"] else 1 if tally["added"] + tally["known"] else 2


def _failed(store: "Ledger") -> list[str]:
    from claimtrail.ledger.views import failures

    return [each.source for each in failures(store)]


def _ingest(published: str | None, allow_private: bool) -> IngestSettings:
    return IngestSettings(published=_day(published), fetch=FetchSettings(allow_private=allow_private))
