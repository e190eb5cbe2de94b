"""The letter that tests of letters write."""

from __future__ import annotations

NUDGE = """\
To: Ana Lima <ana@example.org>
Subject: A small reminder

Dear Ana,

On Sunday 1 November you kindly said you would:
- Introduce me

Is there anything that I can do to make it easier? And if it does not
suit you any more, that is fine too.
"""
SENT = "Once it is sent: boardroom letter nudge ana --sent\n"
UNDO = " · boardroom undo takes it back\n"
