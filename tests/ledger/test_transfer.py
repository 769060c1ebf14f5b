"""A ledger in one file is the same ledger, on either database."""

import json
from collections.abc import Callable

import pytest

from claimtrail.errors import LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.forget import forget
from claimtrail.ledger.transfer import export_lines, import_lines
from claimtrail.ledger.verify import verify
from claimtrail.ledger.views import decisions, show
from tests.ledger.articles import RUN, result


@pytest.fixture
def lines(new_file: object, tmp_path: object) -> list[str]:
    """The lines of a ledger of three articles, one of them forgotten."""
    import shutil

    source = Ledger.open(str(shutil.copy(str(new_file), f"{tmp_path}/source.sqlite")))
    source.add([result(number) for number in (1, 2, 3)], RUN)
    forget(source, "a2", "ana", "asked")
    found = list(export_lines(source))
    source.close()
    return found


def test_every_row_comes_back(ledger: Ledger, lines: list[str]) -> None:
    assert import_lines(ledger, lines, "copy.jsonl") == len(lines) - 2
    assert verify(ledger) == (len(lines) - 2, json.loads(lines[-1])["hash"])
    assert show(ledger, "a3").article == result(3).article
    assert decisions(ledger, "a2")[0].reason == "asked"
    assert list(export_lines(ledger)) == lines


def test_what_comes_after_is_bound_to_it(ledger: Ledger, lines: list[str]) -> None:
    import_lines(ledger, lines, "copy.jsonl")
    ledger.add([result(4)], RUN)
    verify(ledger, json.loads(lines[-1])["hash"])


FAULTS: dict[str, Callable[[list[str]], list[str]]] = {
    "cut off": lambda lines: lines[:-1],
    "a row left out": lambda lines: [*lines[:4], *lines[5:]],
    "a word changed": lambda lines: [line.replace("Oradell", "Oradelt") for line in lines],
    "no JSON": lambda lines: [lines[0], "{", *lines[1:]],
    "another file": lambda lines: ['{"article": 1}', *lines[1:]],
    "a row after the end": lambda lines: [*lines, lines[1]],
    "a list": lambda lines: [lines[0], "[]", *lines[1:]],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_is_not_whole_leaves_nothing(ledger: Ledger, lines: list[str], fault: str) -> None:
    with pytest.raises(LedgerError):
        import_lines(ledger, FAULTS[fault](lines), "copy.jsonl")
    assert ledger.head()[0] == 0


def test_a_ledger_that_holds_something_is_not_written_over(ledger: Ledger, lines: list[str]) -> None:
    ledger.add([result(1)], RUN)
    with pytest.raises(LedgerError, match="not empty"):
        import_lines(ledger, lines, "copy.jsonl")
