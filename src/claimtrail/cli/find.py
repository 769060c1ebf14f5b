"""`claimtrail list`, `show`, `search`, `failures`, `forget`: what the ledger holds, and taking an article out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrail.cli.place import Place, opened

if TYPE_CHECKING:
    from claimtrail.ledger import Listed

_LIMIT = typer.Option("--limit", "-n", metavar="N", min=1, help="How many at most.")
_EVENT = typer.Option(metavar="EVENT", help="Only articles with a claim of such an event, as airstrike.")
_BEFORE = typer.Option(metavar="NUMBER", help="Go on before this article number.")
_JSON = typer.Option("--json", help="As one JSON object, as `claimtrail read --format jsonl` prints it.")


def list_(
    ledger: Place = "",
    limit: Annotated[int, _LIMIT] = 50,
    event: Annotated[str | None, _EVENT] = None,
    before: Annotated[int | None, _BEFORE] = None,
) -> None:
    """List the articles of the ledger, the last stored first.

    \b
    Examples:
      claimtrail list
      claimtrail list --event airstrike --limit 10
    """
    from claimtrail.ledger.views import list_articles

    _print(list_articles(opened(ledger), limit=limit, before=before, event=event))


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD", hidden=True)],
    ledger: Place = "",
    limit: Annotated[int, _LIMIT] = 50,
) -> None:
    """Search the articles of the ledger for those that hold all the WORDs.

    \b
    Examples:
      claimtrail search convoy ambush
      claimtrail search Kharkiv --limit 5
    """
    from claimtrail.ledger.views import search as find

    _print(find(opened(ledger), " ".join(words), limit=limit))


def show(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", hidden=True)],
    ledger: Place = "",
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Show an ARTICLE of the ledger, by number, id, URL or path, with its claims and findings.

    \b
    Examples:
      claimtrail show 12
      claimtrail show https://news.example/strike.html --json
    """
    from claimtrail.cli.writers import writer
    from claimtrail.ledger.views import show as find
    from claimtrail.model import Result

    found = find(opened(ledger), article)
    with writer("jsonl" if as_json else "table", None, append=False) as write:
        write(Result(found.article, tuple(claim for _, claim in found.claims), found.findings))


def failures(ledger: Place = "") -> None:
    """List what could not be read, and why; `claimtrail add --retry` tries it again.

    \b
    Examples:
      claimtrail failures
    """
    from claimtrail.ledger.views import failures as find

    for each in find(opened(ledger)):
        typer.echo(f"{each.at}  {each.source}: {each.problem}" + (f"; {each.remedy}" if each.remedy else ""))


def forget(
    address: Annotated[str, typer.Argument(metavar="URL", hidden=True)],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, as a court order or a person's request.")],
    ledger: Place = "",
    who: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")] = "",
) -> None:
    """Erase an article, by URL, path or id: its text, bytes, claims and findings.

    Hashes, the address, who, when and the reason stay, the chain still verifies, and the article is not read again.
    Copies and backups of the ledger made before still hold it.

    \b
    Examples:
      claimtrail forget https://news.example/1 --reason "request of the family"
    """
    from getpass import getuser

    from claimtrail.ledger.forget import forget as erase

    count = erase(opened(ledger), address, who or getuser(), reason)
    typer.echo(f"{count} article{'s' if count > 1 else ''} erased")


def _print(found: "Sequence[Listed]") -> None:
    from rich.console import Console
    from rich.table import Table

    from claimtrail.cli.table import plain

    table = Table(box=None, header_style="dim underline", pad_edge=False)
    for name in ("number", "published", "claims", "title", "source"):
        table.add_column(name, justify="right" if name in ("number", "claims") else "left", overflow="fold")
    for each in found:
        title = plain(each.title or "") + (f"\n{plain(each.excerpt)}" if each.excerpt else "")
        table.add_row(str(each.seq), (each.published or "")[:10], str(each.claims), title, plain(each.source))
    Console(highlight=False, markup=False).print(table)
