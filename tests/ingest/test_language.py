"""English is told from other languages, and never refused for being terse, shouted or full of names."""

import pytest

from claimtrail.ingest.language import english, has_words
from claimtrail.model import Block, BlockKind, Span

FOREIGN = {
    "French": "Une explosion a fait quatre morts dans un marché de la ville lundi, selon le gouverneur. Les blessés "
    "ont été conduits à l'hôpital et la police est sur les lieux.",
    "Russian": "В понедельник взрыв на рынке убил четырёх полицейских, сообщил представитель губернатора.",
    "Spanish": "Una bomba mató el lunes a cuatro policías en el mercado, dijo un portavoz del gobernador. Los heridos "
    "fueron llevados al hospital, según la policía, que no dio más detalles.",
    "German": "Bei einer Explosion auf dem Markt wurden am Montag vier Polizisten getötet, sagte ein Sprecher. Die "
    "Verletzten wurden in das Krankenhaus gebracht, und die Polizei ist vor Ort.",
    "Arabic": "أدى انفجار قنبلة في السوق يوم الاثنين إلى مقتل أربعة من رجال الشرطة، وفق المتحدث باسم المحافظ.",
    "Ukrainian": "У понеділок вибух на ринку вбив чотирьох поліцейських, повідомив речник губернатора.",
    "Chinese": "省长发言人说，星期一市场发生爆炸，四名警察丧生，另有多人受伤。",
    "Portuguese": "Uma bomba matou quatro policiais no mercado na segunda-feira, disse um porta-voz. Os feridos foram "
    "levados para o hospital e a polícia não deu mais detalhes.",
    "Italian": "Una bomba ha ucciso quattro poliziotti nel mercato lunedì, ha detto il portavoce. I feriti sono stati "
    "portati in ospedale e la polizia non ha dato altri dettagli, ma il mercato è chiuso.",
    "Dutch": "Bij een explosie op de markt zijn maandag vier agenten gedood, zei een woordvoerder. De gewonden werden "
    "naar het ziekenhuis gebracht en de politie is niet meer op de markt.",
    "Turkish": "Pazartesi günü pazarda bir bomba patladı ve dört polis öldü. Yaralılar bir hastaneye kaldırıldı, vali "
    "sözcüsü bu saldırı için çok üzgün olduğunu söyledi.",
}
ENGLISH = {
    "prose": "A roadside bomb killed four policemen near Kandahar on Monday, the governor's spokesman said.",
    "cable": "UNCLAS SECTION 01. FOUR (4) POLICEMEN KILLED IN IED STRIKE VIC KANDAHAR. NO CLAIM. POST COMMENT: NONE.",
    "strikes": "Near Al Hasakah, one strike struck an ISIL tactical unit.\nNear Raqqa, two strikes.\nNear Mar'a, one.",
    "names": "Juan de la Cruz, San José de los Llanos\nMaría del Carmen Díaz, Santa Cruz de la Sierra\nAli bin Said",
    "table": "Killed: 4\nWounded: 6\nLocation: Deir ez-Zor",
    "headline": "Child's mother, driver's sister die",
    "names of groups": "Leaders of the Front de Libération Nationale and of the Ejército de Liberación Nacional met "
    "with envoys of Les Amis du Peuple, Une Nation Pour Tous and Para La Paz Con Justicia in Geneva.",
    "quotation in another script": "He shouted to the crowd: الله أكبر الله أكبر الله أكبر, and the men who were with "
    "him fled from the market.",
    "empty": "…",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages_are_told(name: str) -> None:
    assert not english(FOREIGN[name])


@pytest.mark.parametrize("name", ENGLISH)
@pytest.mark.parametrize("form", [str, str.upper])
def test_english_of_every_register_is_english(name: str, form: type[str]) -> None:
    assert english(form(ENGLISH[name]))


def test_readers_comments_do_not_decide() -> None:
    article, comments = ENGLISH["prose"], " ".join(FOREIGN.values())
    text = f"{article}\n{comments}"
    cut = len(article)
    blocks = (Block(Span(0, cut), BlockKind.BODY), Block(Span(cut + 1, len(text)), BlockKind.COMMENT))
    assert english(text, blocks)
    assert not english(text)


def test_a_text_has_words_where_any_script_has_a_letter() -> None:
    assert has_words("1) é")
    assert not has_words("... --- !!! 1234_")
