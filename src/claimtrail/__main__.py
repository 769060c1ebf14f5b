"""`python -m claimtrail`."""

from claimtrail.cli.main import main

main()
