"""Many inputs: in this process, or over a pool of processes with a bounded number of articles in flight."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from claimtrail.errors import ClaimtrailError, Failure, ReadingError
from claimtrail.ingest import articles
from claimtrail.model import Article, Result
from claimtrail.pipeline.read import Stages, read_article
from claimtrail.settings import Settings

IN_FLIGHT_PER_JOB = 4


def run(inputs: Iterable[str], settings: Settings, done: Container[str] = frozenset()) -> Iterator[Result | Failure]:
    """Results and failures in the order of the inputs, each as soon as it and those before it are ready.

    Articles whose id is in `done` are passed over. One bad article never stops the others. Memory is bounded: no more
    articles are held than are in work.
    """
    found = (item for item in articles(inputs, settings.ingest) if isinstance(item, Failure) or item.id not in done)
    if settings.jobs == 1:
        yield from (_outcome(item, settings.min_confidence) for item in found)
        return
    with ProcessPoolExecutor(settings.jobs, mp_context=get_context("spawn")) as pool:
        yield from _in_order(pool, found, settings)


def _in_order(
    pool: ProcessPoolExecutor, found: Iterator[Article | Failure], settings: Settings
) -> Iterator[Result | Failure]:
    waiting: deque[Future[Result | Failure]] = deque()
    for item in found:
        waiting.append(pool.submit(_outcome, item, settings.min_confidence))
        if len(waiting) >= settings.jobs * IN_FLIGHT_PER_JOB:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _outcome(item: Article | Failure, least: float) -> Result | Failure:
    if isinstance(item, Failure):
        return item
    try:
        return read_article(item, _stages(), least)
    except ClaimtrailError as error:
        if error.concerns_all:
            raise
        return Failure(error)
    except Exception as error:  # noqa: BLE001 (a fault of ours on one article must not lose the others)
        problem = f"could not be read: {type(error).__name__}: {error}"
        return Failure(ReadingError(item.source, problem, "please report this page"))


@cache
def _stages() -> Stages:
    return Stages.load()
