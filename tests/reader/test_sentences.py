"""Sentences of news: abbreviations, headlines, lists, capitals and hard-wrapped lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.model import Span
from claimtrail.reader.sentences import sentences, wrap_width


def split(text: str) -> list[str]:
    """The sentences of a text, line ends shown as spaces."""
    found = sentences(text, Span(0, len(text)), wrap_width(text))
    return [" ".join(span.of(text).split()) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lt. Gen. Amos Hale spoke. Nobody asked.", ["Lt. Gen. Amos Hale spoke.", "Nobody asked."]),
        ("On Nov. 3 it began. By Nov. It ended.", ["On Nov. 3 it began.", "By Nov.", "It ended."]),
        ("It lies approx. 5 km. north of Tarn. Troops left.", ["It lies approx. 5 km. north of Tarn.", "Troops left."]),
        ("Col. Ryan S. Moor denied it.", ["Col. Ryan S. Moor denied it."]),
        ("The U.S. Army left the U.S. On Monday it came.", ["The U.S. Army left the U.S.", "On Monday it came."]),
        ("Unit No. 4 fell. They said no. Others fled.", ["Unit No. 4 fell.", "They said no.", "Others fled."]),
        ("It began at 5 p.m. Tuesday and ended.", ["It began at 5 p.m. Tuesday and ended."]),
        ('"Leave!" he shouted. "Why?" They stayed.', ['"Leave!" he shouted.', '"Why?"', "They stayed."]),
        ("“We held it.” The post fell.", ["“We held it.”", "The post fell."]),
        ("They waited... Then the shells came.", ["They waited...", "Then the shells came."]),
        ("Losses rose to 3.5 percent. The bank closed.", ["Losses rose to 3.5 percent.", "The bank closed."]),
        ("TROOPS LEAVE TARN. LT. GEN. HALE RESIGNS.", ["TROOPS LEAVE TARN.", "LT. GEN. HALE RESIGNS."]),
        ("Seven died.Two were children of the mayor.", ["Seven died.", "Two were children of the mayor."]),
        ("i saw it myself. they lie.", ["i saw it myself.", "they lie."]),
        ("He named e.g. the mayor vs. the council.", ["He named e.g. the mayor vs. the council."]),
        ("He waited . . . and left.", ["He waited . . . and left."]),
        ("It fell.[1][2] It was retaken." + " " * 60 + "It fell.", ["It fell.[1][2]", "It was retaken.", "It fell."]),
    ],
)
def test_full_stops_end_sentences_only_where_a_reader_would_say_so(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_headline_without_a_full_stop_stands_alone() -> None:
    assert split("Nine killed in Tarn\n\nShells fell on Monday.") == ["Nine killed in Tarn", "Shells fell on Monday."]
    assert split("Nine killed in Tarn\nShells fell on Monday, the mayor said.") == [
        "Nine killed in Tarn",
        "Shells fell on Monday, the mayor said.",
    ]


def test_items_of_a_list_stand_alone() -> None:
    text = "Losses so far:\n• two tanks\n• one truck\n1. The first raid\n2. The second raid\n.  Near Tarn, one strike"
    assert split(text) == [
        "Losses so far:",
        "• two tanks",
        "• one truck",
        "1. The first raid",
        "2. The second raid",
        ". Near Tarn, one strike",
    ]


def test_lines_of_a_hard_wrapped_paragraph_are_joined() -> None:
    text = (
        "The mayor of Tarn said that at least nine people had been\n"
        "killed when shells struck the market in the old town on\n"
        "Monday morning. He asked Governor Ilse Brandt to send the\n"
        "ambulances that she had promised."
    )
    assert wrap_width(text) == 57
    assert [sentence[:12] for sentence in split(text)] == ["The mayor of", "He asked Gov"]


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert split("The shells struck\nthe market.") == ["The shells struck the market."]


def test_only_the_given_range_is_read() -> None:
    text = "One fell. Two fled. Three stayed."
    assert [span.of(text) for span in sentences(text, Span(10, 19))] == ["Two fled."]
    assert list(sentences(text, Span(9, 10))) == []


@given(st.text(alphabet=st.sampled_from("aB1 .!?\n\"”'U.S-•\u2029\t"), max_size=120))
def test_sentences_are_in_order_trimmed_and_leave_nothing_out(text: str) -> None:
    found = list(sentences(text, Span(0, len(text)), wrap_width(text)))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


def test_short_lines_of_a_head_and_a_signature_do_not_hide_that_a_text_is_wrapped() -> None:
    text = (
        "HEADQUARTERS\nBULLETIN NO. 3\n\n"
        "Troops of the second brigade, with local guards, threw back an attack by\n"
        "Harran fighters on the town at dawn.\n\n"
        "Guns of the third battery answered from the ridge until the evening, the\n"
        "Staff reports.\n\nSigned\nCol. Varga\nActing Director\n"
    )
    assert wrap_width(text) == max(map(len, text.split("\n")))
