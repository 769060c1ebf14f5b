"""Who says what, and the chain of speakers."""

from dataclasses import replace

import pytest

from claimtrail.claims.speech import Speech, chain_for, find_speech
from claimtrail.claims.speech_quotes import quotations
from claimtrail.claims.speech_sources import is_medium, kind_of_speaker
from claimtrail.claims.tree import Tree
from claimtrail.model import Block, BlockKind, Span, SpeakerKind
from tests.claims import sentences
from tests.claims.trees import at, body, tree


def speech_of(made: Tree) -> Speech:
    return find_speech(made, body(made.text))


def chain(made: Tree, trigger: str) -> list[str]:
    """The names in the chain over a trigger."""
    return [speaker.span.of(made.text) for speaker in chain_for(at(made, trigger), speech_of(made), made)]


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        (sentences.SAID, "shelled", ["army"]),
        (sentences.TOLD, "bombed", ["Reuters", "doctor"]),
        (sentences.ACCORDING, "killed", ["ministry"]),
        (sentences.ACCORDING, "wounded", ["ministry"]),
        (sentences.DENIED, "burned", ["general"]),
        (sentences.DISMISSED, "massacre", ["minister"]),
        (sentences.QUOTING, "destroyed", ["agency", "general"]),
        (sentences.QUOTED, "burned", ["Mara Venn"]),
        (sentences.REPORTEDLY, "seized", []),
    ],
)
def test_chain_within_a_sentence(sentence: str, trigger: str, expected: list[str]) -> None:
    assert chain(tree(sentence), trigger) == expected


def test_labels_of_headlines() -> None:
    assert chain(tree(sentences.LABEL), "died") == ["Ministry"]
    assert chain(tree(sentences.TAIL), "collapses") == ["governor"]


def test_a_statement_without_marks_fills_the_blocks_after_its_introduction() -> None:
    made = tree(sentences.INTRODUCED, sentences.PLAIN)
    cut = made.text.index("Raiders")
    blocks = [Block(Span(0, cut - 1), BlockKind.BODY), Block(Span(cut, len(made.text)), BlockKind.BODY)]
    speech = find_speech(made, blocks)
    assert [speaker.span.of(made.text) for speaker in chain_for(at(made, "burned"), speech, made)] == ["Mayor Lund"]


def test_the_house_is_no_attribution() -> None:
    made = tree(sentences.SAID)
    assert chain_for(at(made, "shelled"), speech_of(made), made, house=("the army",)) == ()


def test_a_pronoun_stands_for_the_speaker_before() -> None:
    assert chain(tree(sentences.SAID, sentences.ADDED), "hit") == ["army"]


def test_a_free_quotation_belongs_to_the_speaker_before() -> None:
    assert chain(tree(sentences.QUOTED, sentences.FREE_QUOTE), "warned") == ["Mara Venn"]


def test_speech_within_speech_is_nested() -> None:
    inner = sentences.SAID.replace("said|say|VERB|0|root", "said|say|VERB|4|ccomp")
    shifted = " ".join(
        "|".join((*word.split("|")[:3], str(int(word.split("|")[3]) + 3), word.split("|")[4])) for word in inner.split()
    ).replace("said|say|VERB|7", "said|say|VERB|2")
    made = tree("Kestrel|Kestrel|PROPN|2|nsubj reported|report|VERB|0|root that|that|SCONJ|6|mark " + shifted)
    assert chain(made, "shelled") == ["Kestrel", "army"]


def test_what_a_speech_is_made_of() -> None:
    made = tree(sentences.QUOTED)
    (spoken,) = speech_of(made).spoken
    assert spoken.source is not None
    assert spoken.source.of(made.text) == "Mara Venn"
    assert spoken.cue.of(made.text) == "said"
    assert spoken.direct
    assert spoken.parent is None


def test_a_source_is_not_in_its_own_words() -> None:
    made = tree(sentences.TOLD)
    assert chain(made, "doctor") == []


def test_the_kind_and_the_cue_of_a_speaker() -> None:
    made = tree(sentences.TOLD)
    medium, witness = chain_for(at(made, "bombed"), speech_of(made), made)
    assert (medium.kind, witness.kind) == (SpeakerKind.AGENCY, SpeakerKind.WITNESS)
    assert witness.cue is not None
    assert witness.cue.of(made.text) == "told"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Reuters", SpeakerKind.AGENCY),
        ("Col. Ana Brandt", SpeakerKind.MILITARY),
        ("defence ministry", SpeakerKind.MILITARY),
        ("spokeswoman for the interior ministry", SpeakerKind.OFFICIAL),
        ("residents of Oshava", SpeakerKind.WITNESS),
        ("Human Rights Watch", SpeakerKind.MONITOR),
        ("audio message", SpeakerKind.DOCUMENT),
        ("two sources", SpeakerKind.UNNAMED),
        ("local newspaper", SpeakerKind.OUTLET),
        ("Ilya Brandt", None),
    ],
)
def test_kind_of_a_speaker(words: str, kind: SpeakerKind | None) -> None:
    assert kind_of_speaker(words) is kind


def test_reporters_pass_nothing_on() -> None:
    assert is_medium("the BBC")
    assert not is_medium("reporters")


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“They came at night.\n“Then they left,” she said."
    cut = text.index("\n")
    blocks = (Block(Span(0, cut), BlockKind.BODY), Block(Span(cut + 1, len(text)), BlockKind.BODY))
    assert [span.of(text) for span in quotations(text, blocks)] == ["“They came at night.", "“Then they left,”"]


def test_inches_open_no_quotation() -> None:
    text = 'a 6" gun fired "at will" twice'
    assert [span.of(text) for span in quotations(text, body(text))] == ['"at will"']


def test_a_bare_statement_is_the_word_of_whoever_spoke_before_over_the_whole_quotation() -> None:
    made = tree(sentences.SAID, sentences.QUOTE_BEGINS, sentences.QUOTE_ENDS)
    made = replace(made, text=made.text.replace(", ”", ",” "))
    assert chain(made, "died") == ["army"]
    assert chain(made, "burned") == ["army"]


def test_a_bare_statement_without_an_earlier_speaker_speaks_itself() -> None:
    made = tree(sentences.QUOTE_BEGINS, sentences.QUOTE_ENDS)
    made = replace(made, text=made.text.replace(", ”", ",” "))
    assert chain(made, "died") == ["statement"]


def test_who_does_not_mention_a_thing_says_nothing_of_it() -> None:
    assert chain(tree(sentences.UNMENTIONED), "raid") == []
