"""Speech by rule and by the reader, as one."""

from claimtrail.claims.speech import Speech, find_speech
from claimtrail.model import Said
from tests.claims.trees import at, body, tree

ARMY = (
    "The|the|DET|2|det army|army|NOUN|3|nsubj said|say|VERB|0|root rebels|rebel|NOUN|5|nsubj shelled|shell|VERB|3|ccomp"
    " Ardo|Ardo|PROPN|5|obj .|.|PUNCT|3|punct"
)
CROWD = (
    "The|the|DET|2|det crowd|crowd|NOUN|3|nsubj roared|roar|VERB|0|root that|that|SCONJ|6|mark"
    " rebels|rebel|NOUN|6|nsubj fled|flee|VERB|3|ccomp .|.|PUNCT|3|punct"
)
TREE = tree(ARMY, CROWD)
SURE = [
    Said(at(TREE, "The crowd"), "source", 0.95),
    Said(at(TREE, "roared"), "cue", 0.95),
    Said(at(TREE, "that rebels fled"), "content", 0.95),
]
FAINT = Said(at(TREE, "said"), "cue", 0.35)


def speech(*said: Said) -> Speech:
    return find_speech(TREE, body(TREE.text), said)


def cues(found: Speech) -> list[str]:
    return [spoken.cue.of(TREE.text) for spoken in found.spoken]


def test_rules_stand_alone_where_the_reader_offers_nothing() -> None:
    assert cues(speech()) == ["said"]


def test_a_rule_stands_where_the_reader_is_of_its_mind_however_unsure() -> None:
    assert cues(speech(FAINT, *SURE)) == ["said", "roared"]


def test_a_rule_falls_where_the_reader_sees_no_attribution() -> None:
    assert cues(speech(*SURE)) == ["roared"]


def test_what_the_reader_is_sure_of_needs_no_rule() -> None:
    (roared,) = speech(*SURE).spoken
    assert roared.source is not None
    assert roared.speaker is not None
    assert (roared.source.of(TREE.text), roared.speaker.of(TREE.text)) == ("The crowd", "crowd")
    assert [piece.of(TREE.text) for piece in roared.content] == ["that rebels fled"]
    unsure = [Said(each.span, each.part, 0.6) for each in SURE]
    assert cues(speech(FAINT, *unsure)) == ["said"]


def test_a_sure_source_is_cut_as_the_reader_has_it() -> None:
    wide = Said(at(TREE, "The army"), "source", 0.95)
    (army,) = speech(FAINT, wide).spoken
    assert army.source == wide.span


def test_who_speaks_through_whom_is_kept_when_others_fall_or_are_added() -> None:
    through = tree(
        CROWD,
        "Witnesses|witness|NOUN|2|nsubj told|tell|VERB|0|root Reuters|Reuters|PROPN|2|obj that|that|SCONJ|6|mark"
        " rebels|rebel|NOUN|6|nsubj burned|burn|VERB|2|ccomp Ardo|Ardo|PROPN|6|obj .|.|PUNCT|2|punct",
    )
    said = [Said(at(through, words), part, 0.95) for words, part in (("roared", "cue"), ("The crowd", "source"))]
    found = find_speech(through, body(through.text), [*said, Said(at(through, "told"), "cue", 0.5)])
    told = [spoken for spoken in found.spoken if spoken.cue == at(through, "told")]
    assert [spoken.speaker.of(through.text) for spoken in told if spoken.speaker] == ["Reuters", "Witnesses"]
    assert told[1].parent == found.spoken.index(told[0])
