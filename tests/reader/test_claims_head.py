"""The claims head: windows and decoding with made-up scores, and the shipped model on an article of ours."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.errors import ModelError
from claimtrail.model import Block, BlockKind, Span
from claimtrail.model.claim import Category, Event, Outcome, Status
from claimtrail.model.reading import Mention, Tokens
from claimtrail.reader import manifest
from claimtrail.reader.claims_head import ClaimsHead, Proposed, whole
from claimtrail.reader.claims_head_decode import tagged
from claimtrail.reader.claims_head_input import SHAPES, read_words, shape_of, windows
from claimtrail.reader.pieces import Vocabulary

ARTICLE = (
    "Shelling kills nine in Barda market\n\n"
    "BARDA, 4 March - Government artillery shelled the central market of Barda on Tuesday, killing nine civilians and "
    "wounding at least 20 others, the regional health office said.\n\n"
    "Rebels later shot down a helicopter near the village of Orto, a rebel spokesman told Reuters.\n"
)
TOKENIZER = Vocabulary.load(manifest.FOLDER / "tokenizer.json").tokenizer
NO_TOKENS = Tokens((), (), (), (), (), (), ())


@pytest.fixture(scope="module")
def head() -> ClaimsHead:
    return ClaimsHead.load(threads=1)


def blocks(text: str) -> list[Block]:
    return [Block(Span(0, len(text)), BlockKind.BODY)]


def test_finds_the_events_told_and_who_suffered(head: ClaimsHead) -> None:
    found = head.propose(ARTICLE, NO_TOKENS, (), blocks(ARTICLE))
    assert "shelling" in {p.event for p in found.proposals}
    killed = [a for a in found.arguments if a.role == "who" and a.outcome == "killed"]
    assert any("civilians" in a.span.of(ARTICLE) for a in killed)


def test_labels_are_those_of_the_codebook(head: ClaimsHead) -> None:
    labels = head.decoder.labels
    assert labels.events == tuple(e.value for e in Event)
    assert labels.statuses == tuple(s.value for s in Status)
    assert labels.outcomes == tuple(o.value for o in Outcome)
    assert labels.categories == tuple(c.value for c in Category)


def test_every_count_belongs_to_someone_lost(head: ClaimsHead) -> None:
    arguments = head.propose(ARTICLE, NO_TOKENS, (), blocks(ARTICLE)).arguments
    counts = [a for a in arguments if a.role == "count"]
    assert counts
    for count in counts:
        assert count.of is not None
        assert arguments[count.of].role == "who"
        assert arguments[count.of].proposal == count.proposal


def test_reads_only_inside_blocks(head: ClaimsHead) -> None:
    start = ARTICLE.index("Rebels")
    found = head.propose(ARTICLE, NO_TOKENS, (), [Block(Span(start, len(ARTICLE)), BlockKind.BODY)])
    spans = [each.span for part in (found.proposals, found.said, found.links) for each in part]
    assert all(span.start >= start for span in spans)


@pytest.mark.parametrize("text", ["", "\n\n", "…", "\u2028", "x" * 5000])
def test_text_without_words_of_war_proposes_nothing(head: ClaimsHead, text: str) -> None:
    assert head.propose(text, NO_TOKENS, (), blocks(text)) == Proposed()


def test_long_text_is_read_to_its_end_and_alike_each_time(head: ClaimsHead) -> None:
    text = ARTICLE * 12
    first = head.propose(text, NO_TOKENS, (), blocks(text))
    assert max(p.span.start for p in first.proposals) > len(ARTICLE) * 11
    assert first == head.propose(text, NO_TOKENS, (), blocks(text))


def test_hears_who_says_what(head: ClaimsHead) -> None:
    said = head.propose(ARTICLE, NO_TOKENS, (), blocks(ARTICLE)).said
    parts = {(each.part, each.span.of(ARTICLE)) for each in said if each.score >= 0.5}
    assert ("source", "the regional health office") in parts
    assert ("cue", "said") in parts
    assert ("source", "a rebel spokesman") in parts


def test_ties_a_pronoun_to_whom_it_stands_for(head: ClaimsHead) -> None:
    text = "Captain Ilva Doren addressed reporters at the port. She said the garrison had surrendered."
    links = head.propose(text, NO_TOKENS, [Mention(Span(0, 18), "person", 0.9)], blocks(text)).links
    assert [(x.span.of(text), x.antecedent.of(text)) for x in links if x.span.of(text) == "She"] == [
        ("She", "Captain Ilva Doren")
    ]


def test_refuses_a_folder_without_the_model() -> None:
    with pytest.raises(ModelError):
        ClaimsHead.load(folder=manifest.FOLDER / "absent")


@given(st.text(alphabet="ab .!\nABé7-", max_size=400), st.integers(8, 60))
def test_windows_own_each_word_once(text: str, limit: int) -> None:
    words = read_words(TOKENIZER, {}, text, [Span(0, len(text))])
    found = windows(words, limit)
    assert [w.own_first for w in found][:1] == [0] * bool(len(words))
    assert all(a.own_last == b.own_first for a, b in pairwise(found))
    for w in found:
        assert w.first <= w.own_first <= w.own_last <= w.last
        assert sum(len(words.pieces[i]) for i in range(w.first, w.last)) <= limit
    if found:
        assert found[-1].own_last == len(words)


def test_words_keep_offsets_line_breaks_and_case() -> None:
    text = "Überfälle in KABUL\n\nA T-72 burned."
    words = read_words(TOKENIZER, {}, text, [Span(0, len(text))])
    spoken = [text[a:b] for a, b in zip(words.start, words.end, strict=True)]
    assert spoken == ["Überfälle", "in", "KABUL", "A", "T", "-", "72", "burned", "."]
    assert words.gap.tolist() == [2, 0, 0, 2, 0, 0, 0, 0, 0]
    assert [SHAPES[i] for i in words.shape[:4]] == ["title", "lower", "upper", "initial"]


@pytest.mark.parametrize(
    ("word", "name"), [("McKay", "mixed"), ("72", "digit"), ("T72", "alphanumeric"), ("%", "mark")]
)
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape_of(word)] == name


def test_ranges_begin_anew_at_each_beginning() -> None:
    scores = np.zeros((5, 8, 3), np.float32)
    scores[:, 0] = [[0.1, 0.8, 0.1], [0.1, 0.7, 0.2], [0.2, 0.1, 0.7], [0.9, 0.05, 0.05], [0.7, 0.3, 0.0]]
    assert [(x.first, x.last) for x in tagged(scores, 0, 0.5)] == [(0, 1), (1, 3)]
    assert [(x.first, x.last) for x in tagged(scores, 0, 0.25)] == [(0, 1), (1, 3), (4, 5)]


def test_spans_are_widened_to_whole_tokens() -> None:
    tokens = Tokens((0, 5), (4, 12), (0, 0), ("X", "X"), ("", ""), (-1, 0), ("root", "dep"))
    assert whole(tokens, Span(6, 9)) == Span(5, 12)
    assert whole(tokens, Span(0, 4)) == Span(0, 4)
    assert whole(tokens, Span(2, 7)) == Span(0, 12)
    assert whole(NO_TOKENS, Span(2, 7)) == Span(2, 7)
