"""Corpora to weights: `python -m training.train --config training/reader.toml`. Needs torch; never in the wheel."""
