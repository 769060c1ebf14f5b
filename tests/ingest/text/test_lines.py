"""Lines of plain text: offsets, and hard-wrapped paragraphs put together."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrail.ingest.text.lines import lines

WRAPPED = """The garrison at Tikrar held out until the relief column
came up from the river, the ministry said, and only then
withdrew its guns.

Nineteen men were killed. The wounded were carried to the
school, which has no roof."""


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\u00a0é"), max_size=200))
def test_every_visible_character_lies_in_one_line(text: str) -> None:
    found = lines(text)
    covered = [i for line in found for i in range(line.span.start, line.span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(line.span.of(text) == line.text == line.text.strip() for line in found)


def test_wrapped_lines_become_paragraphs_with_their_offsets() -> None:
    found = lines(WRAPPED)
    assert [line.text.split()[0] for line in found] == ["The", "Nineteen"]
    assert found[0].span.of(WRAPPED) == WRAPPED[: WRAPPED.index("\n\n")]


def test_paragraphs_on_one_line_each_stay_apart() -> None:
    text = "Two bridges fell on Sunday near the town of Orsk, police say.\nThe third was mined and shut."
    assert len(lines(text)) == 2


def test_line_separators_part_lines_and_carriage_returns_are_no_words() -> None:
    assert [line.text for line in lines("FIRST\u2028second\r\nthird")] == ["FIRST", "second", "third"]


def test_indent_counts_the_blanks_before_a_line() -> None:
    assert [(line.indent, line.gap) for line in lines("one\n    two\n\nthree")] == [(0, True), (4, False), (0, True)]
