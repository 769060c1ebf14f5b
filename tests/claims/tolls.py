"""Sentences that tell of tolls, with their trees, written for these tests."""

INCLUDING = (
    "A|a|DET|2|det strike|strike|NOUN|3|nsubj killed|kill|VERB|0|root 24|24|NUM|5|nummod people|people|NOUN|3|obj "
    ",|,|PUNCT|9|punct including|include|VERB|9|case seven|seven|NUM|9|nummod children|child|NOUN|5|nmod "
    "and|and|CCONJ|12|cc two|two|NUM|12|nummod nurses|nurse|NOUN|9|conj .|.|PUNCT|3|punct"
)
INCLUDING_DEAD = (
    "A|a|DET|2|det strike|strike|NOUN|3|nsubj wounded|wound|VERB|0|root 24|24|NUM|5|nummod people|people|NOUN|3|obj "
    ",|,|PUNCT|9|punct including|include|VERB|9|case seven|seven|NUM|9|nummod children|child|NOUN|5|nmod "
    "who|who|PRON|11|nsubj died|die|VERB|9|acl:relcl .|.|PUNCT|3|punct"
)
OF_THEM = (
    "Gunmen|gunman|NOUN|2|nsubj shot|shoot|VERB|0|root 12|12|NUM|4|nummod villagers|villager|NOUN|2|obj "
    ",|,|PUNCT|9|punct five|five|NUM|4|appos of|of|ADP|8|case them|they|PRON|6|nmod women|woman|NOUN|4|appos "
    ".|.|PUNCT|2|punct"
)
AMONG = (
    "A|a|DET|2|det bomb|bomb|NOUN|3|nsubj killed|kill|VERB|0|root 18|18|NUM|5|nummod sailors|sailor|NOUN|3|obj "
    ".|.|PUNCT|3|punct",
    "Among|among|ADP|3|case the|the|DET|3|det dead|dead|ADJ|0|root were|be|AUX|3|cop four|four|NUM|6|nummod "
    "officers|officer|NOUN|3|nsubj .|.|PUNCT|3|punct",
)
TRAILING = (
    "Rockets|rocket|NOUN|2|nsubj killed|kill|VERB|0|root 9|9|NUM|4|nummod people|people|NOUN|2|obj ,|,|PUNCT|7|punct "
    "three|three|NUM|7|nummod children|child|NOUN|4|appos among|among|ADP|9|case them|they|PRON|7|nmod "
    ".|.|PUNCT|2|punct"
)
MEMBERS = (
    "The|the|DET|2|det raid|raid|NOUN|3|nsubj killed|kill|VERB|0|root 12|12|NUM|5|nummod people|people|NOUN|3|obj "
    ":|:|PUNCT|8|punct seven|seven|NUM|8|nummod women|woman|NOUN|5|appos and|and|CCONJ|11|cc five|five|NUM|11|nummod "
    "boys|boy|NOUN|8|conj .|.|PUNCT|3|punct"
)
LIST = (
    "The|the|DET|2|det raid|raid|NOUN|3|nsubj killed|kill|VERB|0|root two|two|NUM|5|nummod "
    "soldiers|soldier|NOUN|3|obj ,|,|PUNCT|8|punct a|a|DET|8|det policeman|policeman|NOUN|5|conj and|and|CCONJ|11|cc "
    "a|a|DET|11|det guard|guard|NOUN|5|conj .|.|PUNCT|3|punct"
)
ANEW = (
    "The|the|DET|2|det raid|raid|NOUN|3|nsubj killed|kill|VERB|0|root 24|24|NUM|5|nummod "
    "villagers|villager|NOUN|3|obj ,|,|PUNCT|9|punct including|include|VERB|9|case five|five|NUM|9|nummod "
    "women|woman|NOUN|5|nmod ,|,|PUNCT|13|punct and|and|CCONJ|13|cc 12|12|NUM|13|nummod soldiers|soldier|NOUN|9|conj "
    ".|.|PUNCT|3|punct"
)
RISEN = (
    "Doctors|doctor|NOUN|2|nsubj raised|raise|VERB|0|root the|the|DET|4|det toll|toll|NOUN|2|obj to|to|ADP|6|case "
    "38|38|NUM|2|obl from|from|ADP|8|case 35|35|NUM|2|obl .|.|PUNCT|2|punct"
)
OFFICERS = (
    "A|a|DET|2|det mine|mine|NOUN|3|nsubj killed|kill|VERB|0|root 3|3|NUM|5|nummod guards|guard|NOUN|3|obj "
    ".|.|PUNCT|3|punct",
    "Seven|seven|NUM|2|nummod miners|miner|NOUN|4|nsubj:pass were|be|AUX|4|aux:pass killed|kill|VERB|0|root "
    "elsewhere|elsewhere|ADV|4|advmod .|.|PUNCT|4|punct",
)
TWELVE = (
    "Twelve|twelve|NUM|2|nummod people|people|NOUN|3|nsubj died|die|VERB|0|root when|when|ADV|8|advmod a|a|DET|7|det "
    "car|car|NOUN|7|compound bomb|bomb|NOUN|8|nsubj exploded|explode|VERB|3|advcl .|.|PUNCT|3|punct"
)
DAY = (
    "Shelling|Shelling|PROPN|2|nsubj killed|kill|VERB|0|root 17|17|NUM|4|nummod people|people|NOUN|2|obj "
    "in|in|ADP|9|case the|the|DET|9|det past|past|ADJ|9|amod 24|24|NUM|9|nummod hours|hour|NOUN|2|obl "
    ".|.|PUNCT|2|punct"
)
SINCE = (
    "Some|some|DET|3|det 400|400|NUM|3|nummod people|people|NOUN|6|nsubj:pass have|have|AUX|6|aux "
    "been|be|AUX|6|aux:pass killed|kill|VERB|0|root since|since|SCONJ|10|mark the|the|DET|9|det war|war|NOUN|10|nsubj "
    "began|begin|VERB|6|advcl .|.|PUNCT|6|punct"
)
SIEGE = (
    "The|the|DET|2|det siege|siege|NOUN|3|nsubj killed|kill|VERB|0|root 200|200|NUM|5|nummod people|people|NOUN|3|obj "
    ".|.|PUNCT|3|punct"
)
TALLY = (
    "A|a|DET|2|det blast|blast|NOUN|3|nsubj killed|kill|VERB|0|root 12|12|NUM|5|nummod men|man|NOUN|3|obj "
    ",|,|PUNCT|7|punct bringing|bring|VERB|3|advcl the|the|DET|9|det total|total|NOUN|7|obj to|to|ADP|11|case "
    "300|300|NUM|7|obl .|.|PUNCT|3|punct"
)
CLASHES = (
    "Clashes|clash|NOUN|2|nsubj left|leave|VERB|0|root 60|60|NUM|4|nummod men|man|NOUN|2|obj dead|dead|ADJ|2|xcomp "
    ".|.|PUNCT|2|punct"
)
MONDAY = (
    "Gunmen|gunman|NOUN|2|nsubj killed|kill|VERB|0|root 12|12|NUM|4|nummod villagers|villager|NOUN|2|obj "
    "on|on|ADP|6|case Monday|Monday|PROPN|2|obl .|.|PUNCT|2|punct"
)
BLASTTOLL = (
    "The|the|DET|2|det toll|toll|NOUN|6|nsubj from|from|ADP|5|case the|the|DET|5|det blast|blast|NOUN|2|nmod "
    "rose|rise|VERB|0|root to|to|ADP|8|case 41|41|NUM|6|obl .|.|PUNCT|6|punct"
)
