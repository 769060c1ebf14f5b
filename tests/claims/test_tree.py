"""Helpers over dependency trees."""

from claimtrail.claims.tree import (
    agents,
    auxiliaries,
    completed,
    conjuncts,
    describes,
    first_conjunct,
    negated,
    objects,
    obliques,
    passive,
    patients,
    phrase,
    source_phrase,
    subject,
)
from tests.claims import sentences
from tests.claims.trees import at, token, tree


def test_children_by_relation_include_subtypes() -> None:
    made = tree(sentences.DEATHS)
    confirmed = token(made, "confirmed")
    assert [made.form[kid] for kid in made.kids(confirmed, "nsubj")] == ["deaths"]
    assert [made.form[kid] for kid in made.kids(confirmed, "obl")] == ["navy"]
    assert made.kid(confirmed, "obj") is None


def test_a_subtree_spans_its_descendants() -> None:
    made = tree(sentences.SAID)
    assert made.subtree(token(made, "shelled")).of(made.text) == "that rebels shelled the village on Monday"


def test_the_head_of_a_range_is_governed_from_outside() -> None:
    made = tree(sentences.SAID)
    assert made.head_of(at(made, "the village")) == token(made, "village")
    assert made.head_of(at(made, " ")) is None


def test_a_phrase_keeps_of_and_drops_determiner_and_relative_clause() -> None:
    made = tree(sentences.COMMANDER)
    assert phrase(made, token(made, "commander")).of(made.text) == "commander of the northern garrison"


def test_a_phrase_drops_the_number() -> None:
    made = tree(sentences.ACCORDING)
    assert phrase(made, token(made, "farmers")).of(made.text) == "farmers"


def test_a_source_phrase_keeps_the_determiner_and_drops_the_preposition() -> None:
    made = tree(sentences.ACCORDING)
    assert source_phrase(made, token(made, "ministry")).of(made.text) == "the ministry"


def test_conjuncts_lead_back_to_the_first() -> None:
    made = tree(sentences.KIDNAPPED)
    priest, nurses = token(made, "priest"), token(made, "nurses")
    assert conjuncts(made, priest) == [priest, nurses]
    assert first_conjunct(made, nurses) == priest
    assert objects(made, token(made, "kidnapped")) == [priest, nurses]


def test_a_passive_acts_on_its_subject() -> None:
    made = tree(sentences.DEATHS)
    confirmed = token(made, "confirmed")
    assert passive(made, confirmed)
    assert patients(made, confirmed) == [token(made, "deaths")]
    assert agents(made, confirmed) == [token(made, "navy")]


def test_an_active_acts_on_its_object() -> None:
    made = tree(sentences.SAID)
    shelled = token(made, "shelled")
    assert not passive(made, shelled)
    assert patients(made, shelled) == [token(made, "village")]
    assert agents(made, shelled) == [token(made, "rebels")]


def test_a_coordinated_verb_has_the_subject_of_the_first() -> None:
    made = tree(sentences.ACCORDING)
    assert subject(made, token(made, "wounded")) == token(made, "raid")


def test_an_infinitive_has_the_subject_of_its_governor() -> None:
    made = tree(sentences.THREATENED)
    assert subject(made, token(made, "attack")) == token(made, "rebels")


def test_obliques_name_their_preposition() -> None:
    made = tree(sentences.SAID)
    assert obliques(made, token(made, "shelled")) == [("on", token(made, "monday"))]


def test_negation_and_auxiliaries() -> None:
    made = tree(sentences.NOBODY, sentences.MAY)
    assert negated(made, token(made, "civilians"))
    assert not negated(made, token(made, "men"))
    assert auxiliaries(made, token(made, "arrest")) == ["may"]


def test_a_wrong_lemma_gives_way_to_a_known_word() -> None:
    made = tree("They|they|PRON|2|nsubj strafed|strafe|VERB|0|root it|it|PRON|2|obj".replace("|strafe|", "|straf|"))
    assert made.lemma[token(made, "strafed")] == "strafe"


def test_a_range_grows_to_the_noun_it_modifies_and_over_hyphens() -> None:
    made = tree(
        "Two|two|NUM|3|nummod fuel|fuel|NOUN|3|compound depots|depot|NOUN|8|nsubj and|and|CCONJ|7|cc "
        "the|the|DET|7|det same|same|ADJ|7|amod group|group|NOUN|3|conj burned|burn|VERB|0|root"
    )
    assert completed(made, at(made, "fuel")).of(made.text) == "fuel depots"
    assert completed(made, at(made, "same")).of(made.text) == "same group"
    assert completed(made, at(made, "group")).of(made.text) == "group"


def test_a_range_ends_before_the_clause_that_says_what_its_noun_does() -> None:
    made = tree(
        "Nine|nine|NUM|2|nummod trucks|truck|NOUN|6|nsubj:pass carrying|carry|VERB|2|acl guns|gun|NOUN|3|obj"
        " were|be|AUX|6|aux:pass burned|burn|VERB|0|root"
    )
    assert completed(made, at(made, "trucks carrying guns")).of(made.text) == "trucks"


def test_a_people_or_country_stays_apart_from_the_noun_it_modifies() -> None:
    made = tree("Harran|Harran|ADJ|2|amod raids|raid|NOUN|3|nsubj followed|follow|VERB|0|root")
    assert completed(made, at(made, "Harran")).of(made.text) == "Harran"


def test_what_follows_between_commas_without_and_describes_the_phrase_before() -> None:
    told = tree(
        "gunmen|gunman|NOUN|5|nsubj:pass ,|,|PUNCT|3|punct natives|native|NOUN|1|conj ,|,|PUNCT|1|punct"
        " died|die|VERB|0|root"
    )
    assert describes(told, at(told, "natives"), at(told, "gunmen"))
    assert not describes(told, at(told, "gunmen"), at(told, "natives"))


def test_members_of_a_list_do_not_describe_one_another() -> None:
    pair = tree("soldiers|soldier|NOUN|4|nsubj and|and|CCONJ|3|cc guards|guard|NOUN|1|conj died|die|VERB|0|root")
    assert not describes(pair, at(pair, "guards"), at(pair, "soldiers"))
    three = tree(
        "soldiers|soldier|NOUN|6|nsubj ,|,|PUNCT|3|punct guards|guard|NOUN|1|conj and|and|CCONJ|5|cc"
        " cooks|cook|NOUN|1|conj died|die|VERB|0|root"
    )
    assert not describes(three, at(three, "guards"), at(three, "soldiers"))
