"""The help of every command, as it is shown."""

import subprocess
import sys

import pytest

GROUPS = [("gazetteer",), ("ledger",), ("model",)]
PLAIN = ["read", "add", "watch", "list", "show", "search", "failures", "forget"]
LEDGER = ["verify", "runs", "diff", "export", "import", "migrate"]
COMMANDS = [
    (),
    *GROUPS,
    *((name,) for name in PLAIN),
    *(("ledger", name) for name in LEDGER),
    ("gazetteer", "build"),
    ("gazetteer", "find"),
    ("model", "info"),
]


def shown(*arguments: str) -> str:
    command = [sys.executable, "-m", "claimtrail", *arguments, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"COLUMNS": "80"}).stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_names_the_command_and_no_types_of_the_program(command: tuple[str, ...]) -> None:
    output = shown(*command)
    assert output.startswith(f"Usage: {' '.join(('claimtrail', *command))} ")
    assert not [odd for odd in (" <", "python -m", "...\n  ", "list[") if odd in output]
    assert max(map(len, output.split("\n"))) <= 80


@pytest.mark.parametrize("command", [c for c in COMMANDS if c and c not in GROUPS], ids=" ".join)
def test_examples_stand_one_a_line(command: tuple[str, ...]) -> None:
    examples = shown(*command).split("Examples:\n")[1].split("\n\n")[0].split("\n")
    assert examples
    assert all("claimtrail " in line and line.startswith("    ") for line in examples)
