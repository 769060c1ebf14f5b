"""Sentences with their trees, written for these tests."""

SAID = (
    "The|the|DET|2|det army|army|NOUN|3|nsubj said|say|VERB|0|root that|that|SCONJ|6|mark "
    "rebels|rebel|NOUN|6|nsubj shelled|shell|VERB|3|ccomp the|the|DET|8|det village|village|NOUN|6|obj "
    "on|on|ADP|10|case Monday|Monday|PROPN|6|obl .|.|PUNCT|3|punct"
)
TOLD = (
    "Two|two|NUM|2|nummod convoys|convoy|NOUN|4|nsubj:pass were|be|AUX|4|aux:pass bombed|bomb|VERB|10|ccomp "
    "near|near|ADP|6|case Oshava|Oshava|PROPN|4|obl ,|,|PUNCT|4|punct a|a|DET|9|det doctor|doctor|NOUN|10|nsubj "
    "told|tell|VERB|0|root Reuters|Reuters|PROPN|10|iobj .|.|PUNCT|10|punct"
)
ACCORDING = (
    "According|accord|VERB|4|case to|to|ADP|1|fixed the|the|DET|4|det ministry|ministry|NOUN|8|obl "
    ",|,|PUNCT|4|punct the|the|DET|7|det raid|raid|NOUN|8|nsubj killed|kill|VERB|0|root 12|12|NUM|10|nummod "
    "farmers|farmer|NOUN|8|obj and|and|CCONJ|12|cc wounded|wound|VERB|8|conj three|three|NUM|14|nummod "
    "soldiers|soldier|NOUN|12|obj .|.|PUNCT|8|punct"
)
ADDED = (
    "It|it|PRON|2|nsubj added|add|VERB|0|root that|that|SCONJ|7|mark a|a|DET|5|det "
    "clinic|clinic|NOUN|7|nsubj:pass was|be|AUX|7|aux:pass hit|hit|VERB|2|ccomp .|.|PUNCT|2|punct"
)
DENIED = (
    "The|the|DET|2|det general|general|NOUN|3|nsubj denied|deny|VERB|0|root that|that|SCONJ|8|mark "
    "his|his|PRON|6|nmod:poss troops|troop|NOUN|8|nsubj had|have|AUX|8|aux burned|burn|VERB|3|ccomp "
    "the|the|DET|10|det mill|mill|NOUN|8|obj .|.|PUNCT|3|punct"
)
MAY = (
    "Police|police|NOUN|3|nsubj may|may|AUX|3|aux arrest|arrest|VERB|0|root the|the|DET|5|det men|man|NOUN|3|obj "
    ".|.|PUNCT|3|punct"
)
REPORTEDLY = (
    "The|the|DET|2|det militia|militia|NOUN|4|nsubj reportedly|reportedly|ADV|4|advmod seized|seize|VERB|0|root "
    "five|five|NUM|6|nummod trucks|truck|NOUN|4|obj .|.|PUNCT|4|punct"
)
THREATENED = (
    "The|the|DET|2|det rebels|rebel|NOUN|3|nsubj threatened|threaten|VERB|0|root to|to|PART|5|mark "
    "attack|attack|VERB|3|xcomp the|the|DET|7|det port|port|NOUN|5|obj .|.|PUNCT|3|punct"
)
DEATHS = (
    "The|the|DET|2|det deaths|death|NOUN|7|nsubj:pass of|of|ADP|5|case seven|seven|NUM|5|nummod "
    "sailors|sailor|NOUN|2|nmod were|be|AUX|7|aux:pass confirmed|confirm|VERB|0|root by|by|ADP|10|case "
    "the|the|DET|10|det navy|navy|NOUN|7|obl:agent .|.|PUNCT|7|punct"
)
KIDNAPPED = (
    "Gunmen|gunman|NOUN|2|nsubj kidnapped|kidnap|VERB|0|root a|a|DET|4|det priest|priest|NOUN|2|obj "
    "and|and|CCONJ|7|cc two|two|NUM|7|nummod nurses|nurse|NOUN|4|conj .|.|PUNCT|2|punct"
)
NOBODY = (
    "No|no|DET|2|det civilians|civilian|NOUN|4|nsubj:pass were|be|AUX|4|aux:pass killed|kill|VERB|0|root "
    ".|.|PUNCT|4|punct"
)
NOT_ONE = (
    "Nobody|nobody|PRON|3|nsubj:pass was|be|AUX|3|aux:pass killed|kill|VERB|0|root and|and|CCONJ|7|cc "
    "they|they|PRON|7|nsubj:pass were|be|AUX|7|aux:pass wounded|wound|VERB|3|conj .|.|PUNCT|3|punct"
)
COMMANDER = (
    "The|the|DET|2|det commander|commander|NOUN|10|nsubj of|of|ADP|6|case the|the|DET|6|det "
    "northern|northern|ADJ|6|amod garrison|garrison|NOUN|2|nmod who|who|PRON|8|nsubj fled|flee|VERB|2|acl:relcl "
    "has|have|AUX|10|aux died|die|VERB|0|root .|.|PUNCT|10|punct"
)
DISMISSED = (
    "The|the|DET|2|det minister|minister|NOUN|3|nsubj dismissed|dismiss|VERB|0|root reports|report|NOUN|3|obj "
    "of|of|ADP|7|case a|a|DET|7|det massacre|massacre|NOUN|4|nmod .|.|PUNCT|3|punct"
)
DRONE = (
    "A|a|DET|2|det drone|drone|NOUN|3|nsubj hit|hit|VERB|0|root the|the|DET|5|det depot|depot|NOUN|3|obj "
    ".|.|PUNCT|3|punct"
)
TOWN = (
    "Insurgents|insurgent|NOUN|2|nsubj captured|capture|VERB|0|root the|the|DET|4|det town|town|NOUN|2|obj "
    "of|of|ADP|6|case Marel|Marel|PROPN|4|nmod .|.|PUNCT|2|punct"
)
PRISONERS = (
    "Soldiers|soldier|NOUN|2|nsubj captured|capture|VERB|0|root two|two|NUM|4|nummod "
    "insurgents|insurgent|NOUN|2|obj .|.|PUNCT|2|punct"
)
QUOTING = (
    "The|the|DET|2|det agency|agency|NOUN|8|nsubj ,|,|PUNCT|4|punct quoting|quote|VERB|2|acl a|a|DET|6|det "
    "general|general|NOUN|4|obj ,|,|PUNCT|4|punct said|say|VERB|0|root that|that|SCONJ|13|mark the|the|DET|11|det "
    "bridge|bridge|NOUN|13|nsubj:pass was|be|AUX|13|aux:pass destroyed|destroy|VERB|8|ccomp .|.|PUNCT|8|punct"
)
QUOTED = (
    "“|“|PUNCT|3|punct They|they|PRON|3|nsubj burned|burn|VERB|7|ccomp us|we|PRON|3|obj ,|,|PUNCT|3|punct "
    "”|”|PUNCT|3|punct said|say|VERB|0|root Mara|Mara|PROPN|7|nsubj Venn|Venn|PROPN|8|flat .|.|PUNCT|7|punct"
)
FREE_QUOTE = (
    "“|“|PUNCT|4|punct Nobody|nobody|PRON|4|nsubj even|even|ADV|4|advmod warned|warn|VERB|0|root us|we|PRON|4|obj "
    ".|.|PUNCT|4|punct ”|”|PUNCT|4|punct"
)
LABEL = (
    "Ministry|ministry|NOUN|0|root :|:|PUNCT|1|punct nine|nine|NUM|4|nummod guards|guard|NOUN|5|nsubj "
    "died|die|VERB|1|parataxis there|there|ADV|5|advmod"
)
TAIL = (
    "Old|old|ADJ|2|amod bridge|bridge|NOUN|3|nsubj collapses|collapse|VERB|0|root overnight|overnight|ADV|3|advmod "
    "–|–|PUNCT|6|punct governor|governor|NOUN|3|parataxis"
)
INTRODUCED = "Mayor|mayor|NOUN|3|nsubj Lund|Lund|PROPN|1|flat said|say|VERB|0|root :|:|PUNCT|3|punct"
PLAIN = "Raiders|raider|NOUN|2|nsubj burned|burn|VERB|0|root our|our|PRON|4|nmod:poss mill|mill|NOUN|2|obj"
QUOTE_BEGINS = "“|“|PUNCT|4|punct A|a|DET|3|det camp|camp|NOUN|4|nsubj burned|burn|VERB|0|root .|.|PUNCT|4|punct"
QUOTE_ENDS = (
    "Six|six|NUM|2|nummod men|man|NOUN|3|nsubj died|die|VERB|8|parataxis ,|,|PUNCT|3|punct ”|”|PUNCT|3|punct "
    "the|the|DET|7|det statement|statement|NOUN|8|nsubj went|go|VERB|0|root on|on|ADP|8|compound:prt .|.|PUNCT|8|punct"
)
UNMENTIONED = (
    "The|the|DET|2|det report|report|NOUN|5|nsubj did|do|AUX|5|aux not|not|PART|5|advmod mention|mention|VERB|0|root "
    "the|the|DET|7|det raid|raid|NOUN|5|obj .|.|PUNCT|5|punct"
)
