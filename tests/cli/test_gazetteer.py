"""`claimtrail gazetteer find`, on the gazetteer in the package."""

from typer.testing import CliRunner

from claimtrail.cli.main import app


def test_places_are_shown_whole_at_80_columns() -> None:
    done = CliRunner(env={"COLUMNS": "80"}).invoke(app, ["gazetteer", "find", "Deir Ezzor", "Tripoli", "--most", "2"])
    assert done.exit_code == 0, done.output
    lines = done.stdout.rstrip().split("\n")
    assert max(map(len, lines)) <= 80
    assert "…" not in done.stdout
    assert sum(line.startswith("Tripoli") for line in lines) == 2
    assert any("271,800" in line and "SY" in line for line in lines)


def test_a_name_that_no_place_has_is_told() -> None:
    done = CliRunner().invoke(app, ["gazetteer", "find", "Qwxzzq"])
    assert "Qwxzzq: is not in the gazetteer" in done.stderr
