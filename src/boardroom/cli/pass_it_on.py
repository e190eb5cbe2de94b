"""The question at a goal achieved and at a parting: who could use what the user has learnt?

Source: be a mentor yourself (article 000).
"""

from __future__ import annotations

import sqlite3

from boardroom.queries.people import has_mentee


def pass_it_on(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The question and the command that adds a mentee, while there is none."""
    if has_mentee(connection):
        return ()
    return ("Who could use what you learnt here? boardroom mentee add NAME",)
