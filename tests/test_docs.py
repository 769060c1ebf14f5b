"""Documentation is tested: no command, option or public name may be undocumented."""

import importlib
import inspect
from pathlib import Path
from typing import Any

import pytest
import typer

from claimtrail.cli.main import app
from claimtrail.model import FindingKind

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs/commands.md").read_text()
API = (ROOT / "docs/api.md").read_text()
FINDINGS = (ROOT / "docs/findings.md").read_text()
CONTRACT = (ROOT / "docs/json-contract.md").read_text()
PACKAGES = ("model", "ingest", "reader", "gazetteer", "claims", "ledger", "export", "pipeline")


def walk(command: Any, path: str) -> list[tuple[str, Any]]:
    """Every command below one, with the words that call it."""
    below = getattr(command, "commands", None)
    if below is None:
        return [(path, command)]
    return [found for name, sub in below.items() for found in walk(sub, f"{path} {name}")]


EVERY = walk(typer.main.get_command(app), "claimtrail")


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[path for path, _ in EVERY])
def test_every_command_and_option_is_documented(path: str, command: Any) -> None:
    assert f"## `{path}`" in COMMANDS
    section = COMMANDS.split(f"## `{path}`", 1)[1].split("\n## ", 1)[0]
    options = [param.opts[0] for param in command.params if param.param_type_name == "option"]
    assert [option for option in options if f"`{option}" not in section] == []


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[path for path, _ in EVERY])
def test_every_command_shows_examples(path: str, command: Any) -> None:
    assert "Examples:" in (command.help or "")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_documented(package: str) -> None:
    module = importlib.import_module(f"claimtrail.{package}")
    section = API.split(f"## `claimtrail.{package}`", 1)[1].split("\n## ", 1)[0]
    assert [name for name in module.__all__ if f"`{name}" not in section] == []
    undocumented = [name for name in module.__all__ if not inspect.getdoc(getattr(module, name))]
    assert undocumented == []


def test_every_kind_of_finding_is_documented_and_no_other() -> None:
    kinds = [kind.value for kind in FindingKind]
    assert [line[4:-1] for line in FINDINGS.split("\n") if line.startswith("## `")] == kinds
    table = CONTRACT.split("## Findings", 1)[1].split("\n## ", 1)[0]
    assert [line.split("`")[1] for line in table.split("\n") if line.startswith("| `")] == kinds
