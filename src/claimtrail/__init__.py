"""Claimtrail reads conflict news into source-attributed claims."""

__version__ = "0.1.0"
