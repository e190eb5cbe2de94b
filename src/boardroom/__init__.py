"""boardroom: a personal board of advisors, kept in the terminal."""

__version__ = "0.1.0"
