"""One attribution: who is made to say what, by which word."""

from dataclasses import dataclass

from claimtrail.model import Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that a source is made to say.

    `source` is the whole phrase as it stands before the cue, `speaker` the phrase that names it, a pronoun replaced by
    what it stands for (None: nobody is named). `parent` is the index of the speech that this one is told in.
    """

    source: Span | None
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    direct: bool
    parent: int | None
