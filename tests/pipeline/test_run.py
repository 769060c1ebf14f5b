"""Many articles through the stages, by the real models: order, failures, look-ahead, processes that die."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from claimtrail.errors import Failure, InputError, ReadingError, WorkerError
from claimtrail.model import Article, Result, Span
from claimtrail.pipeline.run import IN_FLIGHT_PER_JOB, read_all, run
from claimtrail.settings import Settings
from tests.builders import article

LOST = Failure(InputError("lost.txt", "no such file", "check the path"))


def numbered(number: int) -> Article:
    text = f"A bomb killed {number + 2} policemen near Kandahar on Monday, a spokesman said."
    return replace(article(text), id=str(number), source=f"{number}.txt")


def broken() -> Article:
    """An article as no part of ingest makes it: its block is not a block."""
    return replace(numbered(0), source="broken.txt", blocks=(Span(0, 5),))  # type: ignore[arg-type]


class Pulled:
    """Articles and a failure, and how many of them have been asked for."""

    def __init__(self, *items: Article | Failure) -> None:
        self.items = items
        self.count = 0

    def __iter__(self) -> Iterator[Article | Failure]:
        for item in self.items:
            self.count += 1
            yield item


def names(outcomes: list[Result | Failure]) -> list[str]:
    return [one.source if isinstance(one, Failure) else one.article.source for one in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_and_failures_come_in_the_order_of_the_inputs(jobs: int) -> None:
    long = replace(numbered(0), text=" ".join(numbered(n).text for n in range(40)))
    found: list[Article | Failure] = [long, numbered(1), LOST, broken(), numbered(2)]
    outcomes = list(read_all(found, Settings(jobs=jobs)))
    assert names(outcomes) == ["0.txt", "1.txt", "lost.txt", "broken.txt", "2.txt"]
    assert str(outcomes[2]) == str(LOST)
    assert [isinstance(one, Result) for one in outcomes] == [True, True, False, False, True]
    assert isinstance(outcomes[4], Result)
    assert any(loss.count.low == 4 for claim in outcomes[4].claims for loss in claim.losses)


def test_a_fault_in_reading_one_article_is_a_failure_that_names_it() -> None:
    [failure] = read_all([broken()], Settings())
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ReadingError)
    assert failure.source == "broken.txt"
    assert failure.problem.startswith("could not be read: AttributeError: ")
    assert failure.remedy


def test_with_one_job_nothing_is_read_ahead() -> None:
    found = Pulled(LOST, numbered(0), numbered(1))
    outcomes = read_all(found, Settings())
    assert found.count == 0
    for count, name in enumerate(["lost.txt", "0.txt", "1.txt"], 1):
        assert names([next(outcomes)]) == [name]
        assert found.count == count


def test_with_more_jobs_the_look_ahead_is_bounded() -> None:
    found = Pulled(*(numbered(n) for n in range(4 * IN_FLIGHT_PER_JOB)))
    outcomes = read_all(found, Settings(jobs=2))
    for given, outcome in enumerate(outcomes):
        assert names([outcome]) == [f"{given}.txt"]
        assert found.count <= given + 2 * IN_FLIGHT_PER_JOB
    assert found.count == 4 * IN_FLIGHT_PER_JOB


def test_a_result_that_is_ready_does_not_wait_for_the_inputs_behind_it() -> None:
    def one_after_another() -> Iterator[Article | Failure]:
        yield LOST
        asked.append("more")
        yield numbered(1)

    asked: list[str] = []
    assert next(read_all(one_after_another(), Settings(jobs=2))) is LOST
    assert asked == []


def test_a_process_that_dies_ends_the_run_with_a_clear_error() -> None:
    outcomes = read_all((numbered(n) for n in range(100)), Settings(jobs=2))
    assert names([next(outcomes)]) == ["0.txt"]
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    with pytest.raises(WorkerError, match=r"^\d+\.txt: not read: the process .* died .*; use fewer --jobs"):
        list(outcomes)


def test_leaving_off_ends_the_processes() -> None:
    outcomes = read_all((numbered(n) for n in range(100)), Settings(jobs=2))
    next(outcomes)
    assert active_children()
    outcomes.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_articles_done_before_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "text": "A mine killed two men."}\n{"id": "b", "text": "A mine killed a man."}\n')
    [outcome, failure] = run([str(path), str(tmp_path / "none.txt")], Settings(), {"a"})
    assert isinstance(outcome, Result)
    assert outcome.article.id == "b"
    assert isinstance(failure, Failure)
