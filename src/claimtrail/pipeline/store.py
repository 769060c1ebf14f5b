"""Articles read and stored in a ledger: each whole or not at all, none read twice, none lost at a kill."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimtrail import __version__
from claimtrail.errors import Failure
from claimtrail.ingest import articles
from claimtrail.ledger import Ledger, Run
from claimtrail.model import Article, Result
from claimtrail.pipeline.run import read_all
from claimtrail.reader import manifest
from claimtrail.settings import Settings


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the ledger holds as this program reads it, or that was forgotten; not read again."""

    source: str


def this_run(settings: Settings) -> Run:
    """What reads here: this version, the digests of its model files, and what leaves claims out."""
    parts = manifest.parts(manifest.FOLDER)
    models = {name: str(facts["sha256"]) for part in parts.values() for name, facts in part["files"].items()}
    return Run(__version__, tuple(sorted(models.items())), (("min_confidence", str(settings.min_confidence)),))


def add(inputs: Iterable[str], settings: Settings, ledger: Ledger) -> Iterator[Result | Known | Failure]:
    """Read inputs and store each article as soon as it is read; what failed is stored with its reason, and goes on.

    After a kill the same call goes on with what is missing.
    """
    made_by = this_run(settings)
    known: list[Known] = []
    for item in read_all(_unread(articles(inputs, settings.ingest), ledger, made_by, known), settings):
        yield from _drained(known)
        if isinstance(item, Failure):
            ledger.fail([item], made_by)
        else:
            ledger.add([item], made_by)
        yield item
    yield from _drained(known)


def _unread(
    found: Iterable[Article | Failure], ledger: Ledger, made_by: Run, known: list[Known]
) -> Iterator[Article | Failure]:
    for item in found:
        if isinstance(item, Article) and ledger.knows(item, made_by):
            known.append(Known(item.source))
        else:
            yield item


def _drained(known: list[Known]) -> Iterator[Known]:
    while known:
        yield known.pop(0)
