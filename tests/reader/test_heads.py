"""The shipped syntax model: parses, batches, windows over long sentences."""

import pytest

from claimtrail.reader.encoder import MOST_PAIRS, MOST_PIECES, groups
from claimtrail.reader.heads import LONGEST_WINDOW, Parser
from claimtrail.reader.pieces import Pieces, length


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def test_a_plain_sentence_is_parsed(parser: Parser) -> None:
    (parse,) = parser.parse(["Shells killed nine villagers near Tarn .".split()])
    assert parse.upos == ("NOUN", "VERB", "NUM", "NOUN", "ADP", "PROPN", "PUNCT")
    assert parse.head[:4] == (1, -1, 3, 1)
    assert parse.deprel[:4] == ("nsubj", "root", "nummod", "obj")
    assert parse.lemma[:4] == ("shell", "kill", "nine", "villager")


def test_parses_come_in_the_order_of_their_sentences(parser: Parser) -> None:
    sentences = [text.split() for text in ("They left .", "The old bridge over the river was hit on Monday .", "Why ?")]
    assert [len(parse.head) for parse in parser.parse(sentences)] == [3, 11, 2]
    assert parser.parse([]) == []


def test_every_parse_has_one_root_and_no_cycle(parser: Parser) -> None:
    sentence = "Who , if anyone , had ordered whom to shell what remained unclear , said he and she and they .".split()
    (parse,) = parser.parse([sentence])
    assert parse.head.count(-1) == 1
    assert parse.deprel.count("root") == 1
    for word in range(len(sentence)):
        steps = 0
        while word >= 0:
            word, steps = parse.head[word], steps + 1
            assert steps <= len(sentence)


def test_a_sentence_of_five_thousand_words_is_read_in_windows(parser: Parser) -> None:
    (parse,) = parser.parse([["shells", "fell", "on", "Tarn", ","] * 1000])
    assert len(parse.head) == len(parse.lemma) == 5000
    assert parse.head.count(-1) == 1
    root = parse.head.index(-1)
    assert root < LONGEST_WINDOW
    assert any(head == root and name == "parataxis" for head, name in zip(parse.head, parse.deprel, strict=True))


def test_reading_twice_gives_the_same(parser: Parser) -> None:
    sentences = ["Rebels seized the town .".split(), "The army denied that it had lost any tank .".split()]
    assert parser.parse(sentences) == parser.parse(sentences)


@pytest.mark.parametrize(("rows", "words"), [(3000, 4), (40, 240), (1, 300)])
def test_batches_are_bounded_and_hold_every_sentence_once(rows: int, words: int) -> None:
    sentences = [[Pieces((5,), 0, ())] * (1 + (row % words)) for row in range(rows)]
    made = list(groups(sentences))
    assert sorted(index for group in made for index in group) == list(range(rows))
    for group in made:
        longest = max(length(sentences[index]) for index in group)
        assert len(group) == 1 or len(group) * longest <= MOST_PIECES
        assert len(group) == 1 or len(group) * (longest - 2) ** 2 <= MOST_PAIRS
