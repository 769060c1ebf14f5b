"""The words of names."""

from claimtrail.claims.words import reach, words_of


def test_articles_are_left_out_but_belong_to_the_characters_of_their_noun() -> None:
    text = "the Jabhat an-Nusra and Al Qaeda"
    words = words_of(text)
    assert [word.key for word in words] == ["jabhat", "nusra", "and", "qaeda"]
    assert [word.span.of(text) for word in words] == ["Jabhat", "an-Nusra", "and", "Al Qaeda"]


def test_possessives_and_accents_fold_away() -> None:
    words = words_of("Séléka’s men")
    assert (words[0].key, words[0].stem) == ("selekas", "seleka")


def test_a_word_that_a_hyphen_ties_to_another_is_bound() -> None:
    assert [word.bound for word in words_of("anti-Taliban raid")] == [False, True, False]


def test_a_run_ends_at_a_stop_but_not_at_a_letter_s_full_stop() -> None:
    assert reach(words_of("Syria. Army"), 0, 5) == 1
    assert reach(words_of("U.S. forces, and others"), 0, 9) == 3
    assert reach(words_of("U.S.-led\ncoalition"), 0, 9) == 4
