"""The speech head: phrases that are source, cue or content of an attribution, from the tagger's probabilities."""

from collections.abc import Iterable, Iterator

from claimtrail.model.reading import Said
from claimtrail.model.span import Span
from claimtrail.reader.claims_head_decode import Look, tagged
from claimtrail.reader.claims_head_input import SPEECH, SPEECH_LEVELS, Words

OFFERED = 0.3
"""The probability from which a phrase is offered."""


def said(words: Words, looks: Iterable[Look]) -> Iterator[Said]:
    """The phrases of all windows, each from the window that owns its first word."""
    for look in looks:
        for layer in range(len(SPEECH) * SPEECH_LEVELS):
            for found in tagged(look.speech, layer, OFFERED):
                first = found.first + look.window.first
                if look.window.own_first <= first < look.window.own_last:
                    end = int(words.end[found.last + look.window.first - 1])
                    yield Said(Span(int(words.start[first]), end), SPEECH[layer // SPEECH_LEVELS], found.score)
