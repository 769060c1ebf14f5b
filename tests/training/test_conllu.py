"""Reading CoNLL-U."""

from pathlib import Path

import pytest

from training.conllu import read

TREEBANK = """# newdoc id = one
# text = They didn't leave.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tleft\tleave\tVERB\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Why?
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "tarn.conllu"
    file.write_text(TREEBANK, encoding="utf-8")
    return file


def test_words_and_trees_are_read_without_empty_nodes(path: Path) -> None:
    first, second = read(path)
    assert first.form == ("They", "did", "n't", "leave", ".")
    assert first.head == (4, 4, 4, 0, 4)
    assert first.deprel == ("nsubj", "aux", "advmod", "root", "punct")
    assert (first.opens, second.opens) == (True, False)
    assert second.text == "Why?"


def test_words_of_a_contraction_share_their_surface(path: Path) -> None:
    first, _ = read(path)
    assert first.surface == ((1, "They"), (2, "didn't"), (2, "didn't"), (4, "leave"), (5, "."))
