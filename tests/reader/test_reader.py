"""Reading whole texts: blocks, offsets, length."""

import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrail.model import Block, BlockKind, Reading, Span
from claimtrail.reader import Reader

ARTICLE = (
    "Nine killed in Tarn\n\n"
    "Shells killed nine people in Tarn on Monday, Mayor Ilse Brandt said. Two U.S. medics were hurt.\n\n"
    "Share this page"
)
BLOCKS = (Block(Span(0, 19), BlockKind.HEADLINE), Block(Span(21, 117), BlockKind.BODY))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def body(text: str) -> tuple[Block, ...]:
    """One block over the whole text."""
    return (Block(Span(0, len(text)), BlockKind.BODY),)


def check(reading: Reading) -> None:
    """Everything that holds of every reading."""
    tokens, text = reading.tokens, reading.text
    columns = (tokens.end, tokens.sentence, tokens.upos, tokens.lemma, tokens.head, tokens.deprel)
    assert {len(column) for column in columns} == {len(tokens)}
    assert [sentence.first for sentence in reading.sentences] == [0, *(s.last for s in reading.sentences)][:-1]
    for number, sentence in enumerate(reading.sentences):
        inside = range(sentence.first, sentence.last)
        assert all(tokens.sentence[token] == number for token in inside)
        assert sum(tokens.head[token] == -1 for token in inside) == 1
        assert all(tokens.head[token] == -1 or tokens.head[token] in inside for token in inside)
        joined = "".join(text[tokens.start[token] : tokens.end[token]] for token in inside)
        assert joined == "".join(sentence.span.of(text).split())
    starts, ends = set(tokens.start), set(tokens.end)
    assert all(mention.span.start in starts and mention.span.end in ends for mention in reading.mentions)
    assert all(0.0 <= mention.score <= 1.0 for mention in reading.mentions)


def test_only_the_text_of_blocks_is_read(reader: Reader) -> None:
    reading = reader.read(ARTICLE, BLOCKS)
    check(reading)
    assert [sentence.span.of(ARTICLE) for sentence in reading.sentences] == [
        "Nine killed in Tarn",
        "Shells killed nine people in Tarn on Monday, Mayor Ilse Brandt said.",
        "Two U.S. medics were hurt.",
    ]
    assert reading.model is not None
    assert reading.model.split()[-1].startswith("syntax:")


def test_no_sentence_crosses_a_block(reader: Reader) -> None:
    text = "They left the town"
    reading = reader.read(text, (Block(Span(0, 9), BlockKind.BODY), Block(Span(9, 18), BlockKind.QUOTE)))
    assert [sentence.span for sentence in reading.sentences] == [Span(0, 9), Span(10, 18)]


def test_mentions_are_phrases_of_the_text(reader: Reader) -> None:
    found = {(mention.span.of(ARTICLE), mention.type) for mention in reader.read(ARTICLE, BLOCKS).mentions}
    assert any(kind == "location" and "Tarn" in words for words, kind in found)
    assert any(kind == "person" and "Ilse Brandt" in words for words, kind in found)


@pytest.mark.parametrize("text", ["", "  \n\n ", "\u200b", "!", "🙂 🙂"])
def test_texts_with_little_or_nothing_in_them(reader: Reader, text: str) -> None:
    check(reader.read(text, body(text)))
    assert reader.read(text, ()).sentences == ()


def test_a_block_beyond_the_text_is_refused(reader: Reader) -> None:
    with pytest.raises(ValueError, match="beyond"):
        reader.read("Short.", (Block(Span(0, 7), BlockKind.BODY),))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    check(reader.read(text, body(text)))


def test_a_text_of_many_sentences(reader: Reader) -> None:
    text = "They left.\n" * 3000
    reading = reader.read(text, body(text))
    assert len(reading.sentences) == 3000
    assert len(reading.tokens) == 9000


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, claimtrail.reader; print('onnxruntime' in sys.modules, 'tokenizers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_loading_and_the_first_sentence_take_little_time() -> None:
    begun = time.process_time()
    Reader.load().read("Shells fell.", body("Shells fell."))
    assert time.process_time() - begun < 3.0
