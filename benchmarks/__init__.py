"""One command a corpus: `python -m benchmarks.NAME FOLDER [--part PART] [--json]`."""
