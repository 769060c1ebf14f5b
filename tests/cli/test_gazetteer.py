"""`claimtrail gazetteer find`, on the gazetteer in the package."""

from pathlib import Path

from typer.testing import CliRunner

from claimtrail.cli.main import app
from claimtrail.errors import GazetteerError, SettingsError
from tests.gazetteer import dumps


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


def test_a_full_dump_is_built_and_asked(tmp_path: Path) -> None:
    out = tmp_path / "world.sqlite"
    dump, names = dumps.world(tmp_path), dumps.names(tmp_path)
    build = ["gazetteer", "build", "--dump", str(dump), "--alt", str(names), "--out", str(out)]
    done = CliRunner().invoke(app, build)
    assert done.exit_code == 0, done.output
    assert f"claimtrail read --gazetteer {out}" in done.stdout
    asked = CliRunner(env={"CLAIMTRAIL_GAZETTEER": str(out), "COLUMNS": "100"}).invoke(
        app, ["gazetteer", "find", "Qxarat"]
    )
    assert "Qxarat District, Deir ez-Zor, SY" in asked.stdout


def test_other_names_alone_are_refused() -> None:
    done = CliRunner().invoke(app, ["gazetteer", "build", "--alt", "alternateNamesV2.zip"])
    assert isinstance(done.exception, SettingsError)
    assert "--alt" in str(done.exception)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "world.sqlite"
    done = CliRunner().invoke(app, ["gazetteer", "build", "--dump", str(dumps.world(tmp_path)), "--out", str(out)])
    assert isinstance(done.exception, GazetteerError)
    assert str(out) in str(done.exception)


def test_reading_asks_the_gazetteer_it_is_told(tmp_path: Path) -> None:
    article, missing = tmp_path / "article.txt", tmp_path / "missing.sqlite"
    article.write_text("Shells killed two men in Qxarat on Monday.")
    done = CliRunner().invoke(app, ["read", str(article), "--gazetteer", str(missing)])
    assert isinstance(done.exception, GazetteerError)
    assert f"{missing}: there is no gazetteer" in str(done.exception)
