"""Slips of typing, and the way back to the characters that are there."""

import pytest

from claimtrail.model import Block, BlockKind, Span
from claimtrail.pipeline.slips import mend, mended_word, moved

WORDS = frozenset("soldiers killed wounded village report shops silver sever stop".split())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sodliers", "soldiers"),
        ("solldiers", "soldiers"),
        ("soldirs", "soldiers"),
        ("wounedd", "wounded"),
        ("reported", None),
        ("stopped", None),
        ("militia", None),
    ],
)
def test_one_slip_of_an_unknown_word_is_mended(word: str, meant: str | None) -> None:
    assert mended_word(word, WORDS) == meant


def test_ranges_go_forth_and_back() -> None:
    text = "Two sodliers were kiilled; the vilage burned."
    mended = mend(text, WORDS)
    assert mended is not None
    assert mended.text == "Two soldiers were killed; the village burned."
    for was, now in (("sodliers", "soldiers"), ("kiilled", "killed"), ("vilage", "village"), ("burned", "burned")):
        before, after = Span(text.index(was), text.index(was) + len(was)), mended.text.index(now)
        assert mended.forth(before) == Span(after, after + len(now))
        assert mended.back(Span(after, after + len(now))) == before


def test_names_addresses_and_known_words_are_left_alone() -> None:
    assert mend("Sodliers of Vilage, kiilled-in, vilage.example.org and www/vilage were silver.", WORDS) is None


def test_every_range_of_a_value_is_moved() -> None:
    blocks = (Block(Span(0, 4), BlockKind.BODY), Block(Span(6, 9), BlockKind.CAPTION, author="M"))
    there = moved(blocks, lambda span: Span(span.start + 1, span.end + 1))
    assert there == (Block(Span(1, 5), BlockKind.BODY), Block(Span(7, 10), BlockKind.CAPTION, author="M"))
