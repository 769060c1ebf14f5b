"""A text as words."""

from claimtrail.gazetteer.page import Page


def test_words_keep_apostrophes_and_lose_possessives() -> None:
    assert [word.text for word in Page("Qa'im's edge, U.S. troops").words] == ["Qa'im", "s", "edge", "U.S.", "troops"]


def test_hyphens_link_and_spaces_join() -> None:
    page = Page("Deir ez-Zor fell")
    assert page.joined(0)
    assert not page.joined(1)
    assert page.linked(1)


def test_a_name_may_open_with_a_small_article() -> None:
    page = Page("near al-Bab and el sol")
    assert page.opens(1)
    assert not page.opens(4)


def test_sentences_lines_and_quotations_begin() -> None:
    page = Page("Troops left. Residents of St. Louis\nHoms “Hama”")
    begins = [word.text for i, word in enumerate(page.words) if page.begins(i)]
    assert begins == ["Troops", "Residents", "Homs", "Hama"]


def test_surnames_come_from_full_names_and_titles() -> None:
    page = Page("Mary Houston met Gen. Karim Basra in Erbil.")
    assert page.surnames == {"houston", "basra"}
