"""The letter case of texts in capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.tables import split, table
from claimtrail.model import Block, BlockKind, Span
from claimtrail.reader import Reader
from claimtrail.reader.recase import Word, capitals, recased, shouted

WIRE = (
    "VALMERA, 4 MAR 88 (OSTPRESS) -- [TEXT] THREE PEASANTS WERE KILLED ON FRIDAY WHEN REBELS OF THE OSTLAND LIBERATION "
    "FRONT [OLF] ATTACKED THE TOWN OF SANTA BRANDA. GENERAL ILSE BRANDT SAID THAT PERUVIAN SOLDIERS AND POLICE OF THE "
    "UNITED NATIONS HAD FOUND 2 M-16 RIFLES."
)


def words(*read: tuple[str, str]) -> tuple[str, list[Word]]:
    """A text of words with a space between, each with its part of speech."""
    text, made = "", list[Word]()
    for form, upos in read:
        start = len(text)
        text += form + " "
        made.append(Word(Span(start, start + len(form)), upos, "", not made))
    return text, made


@pytest.fixture(scope="module")
def wire() -> str:
    """The text that the wire is parsed from."""
    return Reader.load().read(WIRE, (Block(Span(0, len(WIRE)), BlockKind.BODY),)).text


def test_the_characters_are_the_same_but_for_their_case(wire: str) -> None:
    assert wire.upper() == WIRE


@pytest.mark.parametrize("name", ["Ostland Liberation Front [OLF]", "Santa Branda", "Ilse Brandt", "Peruvian soldiers"])
def test_names_and_peoples_have_capitals(wire: str, name: str) -> None:
    assert name in wire


@pytest.mark.parametrize("plain", ["peasants were killed on Friday", "attacked the town of", "M-16 rifles"])
def test_other_words_have_none(wire: str, plain: str) -> None:
    assert plain in wire


def test_a_word_that_is_mostly_a_name_is_one_everywhere() -> None:
    text, read = words(("THE", "DET"), ("TARN", "PROPN"), ("AND", "CCONJ"), ("TARN", "NOUN"), ("TARN", "PROPN"))
    assert recased(text, read).split() == ["The", "Tarn", "and", "Tarn", "Tarn"]


def test_particles_are_small_inside_a_name_only() -> None:
    text, read = words(
        ("NEAR", "ADP"), ("LA", "PROPN"), ("BRANDA", "PROPN"), ("DE", "PROPN"), ("LA", "PROPN"), ("REY", "PROPN")
    )
    assert recased(text, read).split() == ["Near", "La", "Branda", "de", "la", "Rey"]


def test_a_headline_in_capitals_above_a_body_is_no_text_of_capitals() -> None:
    text = "REBELS TAKE TARN\n\nRebels took the town of Tarn on Monday, the mayor said, and left it on Tuesday."
    assert not shouted(text, [Span(0, 16), Span(18, len(text))])
    assert not shouted("NINE KILLED IN TARN", [Span(0, 19)])
    assert shouted(WIRE, [Span(0, len(WIRE))])


@given(st.text(max_size=60))
def test_no_text_changes_its_length(text: str) -> None:
    parts = [Word(Span(at, at + 1), "PROPN", "", True) for at in range(len(text))]
    assert len(recased(text, parts)) == len(text)


def test_the_list_has_the_peoples_of_the_gazetteer() -> None:
    peoples = {name.casefold() for row in table("countries") for name in split(row["demonyms"]) if name.isalpha()}
    left_out = {"polish", "pole", "kiwi", "philippine", "kosovo", "lao", "myanma"}
    assert peoples - capitals().always <= left_out
    assert demonym("Peruvian") == "PE"
