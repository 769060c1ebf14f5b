"""Many inputs: in this process, or over a pool of processes with a bounded number of articles in flight."""

import os
import signal
import threading
from collections import deque
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path

from claimtrail.errors import ClaimtrailError, Failure, ReadingError, WorkerError
from claimtrail.ingest import articles
from claimtrail.model import Article, Result
from claimtrail.pipeline.read import Stages, read_article
from claimtrail.settings import Settings

IN_FLIGHT_PER_JOB = 4

Outcome = Result | Failure


def run(inputs: Iterable[str], settings: Settings, done: Container[str] = frozenset()) -> Iterator[Outcome]:
    """Results and failures in the order of the inputs, each as soon as it and those before it are ready.

    Articles whose id is in `done` are passed over. One bad article never stops the others. Memory is bounded: no more
    articles are held than are in work. Raises `WorkerError` where a process of the pool dies.
    """
    found = articles(inputs, settings.ingest)
    return read_all((item for item in found if isinstance(item, Failure) or item.id not in done), settings)


def read_all(found: Iterable[Article | Failure], settings: Settings) -> Iterator[Outcome]:
    """What `run` gives, for articles at hand; failures among them are passed on in their place."""
    if settings.jobs == 1:
        yield from (_outcome(item, settings) for item in found)
        return
    pool = ProcessPoolExecutor(settings.jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield from _in_order(pool, found, settings)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, found: Iterable[Article | Failure], settings: Settings) -> Iterator[Outcome]:
    waiting: deque[tuple[str, Future[Outcome]]] = deque()
    for item in found:
        waiting.append((item.source, _submitted(pool, item, settings)))
        while waiting and (waiting[0][1].done() or len(waiting) >= settings.jobs * IN_FLIGHT_PER_JOB):
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _submitted(pool: ProcessPoolExecutor, item: Article | Failure, settings: Settings) -> Future[Outcome]:
    """The outcome to come; settled at once for a failure, or where the pool has died after earlier outcomes."""
    settled: Future[Outcome] = Future()
    if isinstance(item, Failure):
        settled.set_result(item)
        return settled
    try:
        with _interrupts_held():
            return pool.submit(_outcome, item, settings)
    except BrokenProcessPool as error:
        settled.set_exception(error)
        return settled


def _result(source: str, outcome: Future[Outcome]) -> Outcome:
    try:
        return outcome.result()
    except BrokenProcessPool as error:
        problem = "not read: the process reading it, or an article beside it, died (mostly for want of memory)"
        raise WorkerError(source, problem, "use fewer --jobs; --resume goes on from what --out holds") from error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Put Ctrl-C off. A process started meanwhile inherits that, until it can heed it without a traceback."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Have a process of the pool end at Ctrl-C without a traceback, and with the process that began it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _outcome(item: Article | Failure, settings: Settings) -> Outcome:
    if isinstance(item, Failure):
        return item
    try:
        return read_article(item, _stages(settings.gazetteer), settings.min_confidence)
    except ClaimtrailError as error:
        if error.concerns_all:
            raise
        return Failure(error)
    except Exception as error:  # noqa: BLE001 (a fault of ours on one article must not lose the others)
        problem = f"could not be read: {type(error).__name__}: {error}"
        return Failure(ReadingError(item.source, problem, "please report this page"))


@cache
def _stages(gazetteer: Path | None) -> Stages:
    return Stages.load(gazetteer=gazetteer)
