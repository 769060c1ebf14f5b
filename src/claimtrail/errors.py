"""The error tree. Every error names its subject and the remedy; only the edge (`cli`, `serve`) renders it.

ClaimtrailError
├── InputError            an input cannot be read; the others still are
│   ├── FetchError        a URL was not fetched (refused, too large, private, no answer)
│   └── ArchiveError      a WARC, feed or JSONL is broken or ends early
├── ReadingError          the reader or a later stage failed on one article
├── WorkerError           a process that reads articles beside others died
├── ModelError            a model file is missing or its digest differs
├── GazetteerError        the gazetteer is missing or cannot be built
├── LedgerError           the ledger cannot be opened or written, or was altered
└── SettingsError         a setting or option cannot be used
"""

from dataclasses import dataclass


class ClaimtrailError(Exception):
    """Something went wrong with `subject` (a file, URL, record or setting); `remedy` says what to do.

    `concerns_all` is true where going on with other inputs would fail in the same way.
    """

    concerns_all = False

    def __init__(self, subject: str, problem: str, remedy: str = "") -> None:
        super().__init__(subject, problem, remedy)
        self.subject = subject
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{self.subject}: {self.problem}{tail}"


class InputError(ClaimtrailError):
    """An input cannot be read."""


class FetchError(InputError):
    """A URL was not fetched."""


class ArchiveError(InputError):
    """A WARC, feed or JSONL is broken or ends early."""


class ReadingError(ClaimtrailError):
    """One article could not be read for claims."""


class WorkerError(ClaimtrailError):
    """A process that reads articles beside others died, and with it what it was reading."""

    concerns_all = True


class ModelError(ClaimtrailError):
    """A model file is missing or is not the one its manifest names."""

    concerns_all = True


class GazetteerError(ClaimtrailError):
    """The gazetteer is missing or cannot be built."""

    concerns_all = True


class LedgerError(ClaimtrailError):
    """The ledger cannot be opened or written, or was altered."""

    concerns_all = True


class SettingsError(ClaimtrailError):
    """A setting cannot be used."""

    concerns_all = True


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or one record of it, that gave no result; the others still do."""

    error: ClaimtrailError

    @property
    def source(self) -> str:
        """The path, URL or record that failed."""
        return self.error.subject

    @property
    def problem(self) -> str:
        """What is wrong with it, in one line."""
        return self.error.problem

    @property
    def remedy(self) -> str:
        """What the reader can do about it; empty where nothing helps."""
        return self.error.remedy

    def __str__(self) -> str:
        return str(self.error)
