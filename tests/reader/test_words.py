"""Words after the habits of the English Web Treebank."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.model import Span
from claimtrail.reader.words import words


def cut(text: str) -> list[str]:
    """The words of a text."""
    return [span.of(text) for span in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels didn't leave Tarn's market.", "Rebels did n't leave Tarn 's market ."),
        ("They’re sure it cannot hold.", "They ’re sure it can not hold ."),
        ("Da'esh's workers' camp", "Da'esh 's workers ' camp"),
        ("a long-term anti-tank plan", "a long - term anti-tank plan"),
        ("T-72s, a ZU-23-2 and the AK-47's stock", "T-72s , a ZU-23-2 and the AK-47 's stock"),
        ("al-Hadi is a 16-year-old", "al - Hadi is a 16 - year - old"),
        ("$5.3bn, US$20 or £2.10 (50%)", "$ 5.3 bn , US$ 20 or £ 2.10 ( 50 % )"),
        ("7km at 10:30pm on the 3rd", "7 km at 10:30 pm on the 3rd"),
        ("from 10-15 on 2017-10-07", "from 10 - 15 on 2017-10-07"),
        ("the U.S. and Lt. Gen. Hale, etc.", "the U.S. and Lt. Gen. Hale , etc ."),
        ("No. 4 said no.", "No. 4 said no ."),
        ("See https://tarn.example/a?b=1, b@tarn.example.", "See https://tarn.example/a?b=1 , b@tarn.example ."),
        ("“Wait...” -- ‘go’!!", "“ Wait ... ” -- ‘ go ’ !!"),
        ("33°47′N and/or A&B", "33°47′N and / or A&B"),
    ],
)
def test_words_are_cut_as_in_the_treebank(text: str, expected: str) -> None:
    assert cut(text) == expected.split()


@given(st.text(max_size=80))
def test_words_cover_every_character_that_is_no_white_space_once(text: str) -> None:
    found = list(words(text, Span(0, len(text))))
    assert all(len(span) > 0 and not any(character.isspace() for character in span.of(text)) for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join(span.of(text) for span in found) == "".join(text.split())


def test_words_keep_inside_their_range() -> None:
    assert [span.of("Tarn's 7km") for span in words("Tarn's 7km", Span(1, 8))] == ["arn", "'s", "7"]
