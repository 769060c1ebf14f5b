"""Adds articles one after another, to be killed at any moment: `python -m tests.ledger.adder LEDGER COUNT`."""

import sys

from claimtrail.ledger import Ledger
from tests.ledger.articles import RUN, result


def main(place: str, count: int) -> None:
    """Say when it begins; store every article that is not there yet."""
    ledger = Ledger.open(place)
    print("begun", flush=True)
    for number in range(count):
        if not ledger.knows(result(number).article, RUN):
            ledger.add([result(number)], RUN)
    ledger.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
