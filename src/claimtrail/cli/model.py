"""`claimtrail model`: what the models in the package are."""

import typer

app = typer.Typer(rich_markup_mode=None, help="What the models in the package are.", no_args_is_help=True)


@app.callback()
def about() -> None:
    """What the models in the package are."""


@app.command()
def info() -> None:
    """Show the models' files and digests, corpora and licences, and scores.

    \b
    Examples:
      claimtrail model info
    """
    from rich.console import Console
    from rich.pretty import Pretty

    from claimtrail.reader import manifest

    parts = manifest.parts(manifest.FOLDER)
    for part in parts:
        manifest.verified(part)
    Console().print(Pretty(parts, expand_all=True))
