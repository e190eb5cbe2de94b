"""A form of `log`, and what logging it says."""

from __future__ import annotations

from boardroom.formats.markup import note

CLOSING = "Save and close to log it; empty the file to cancel."
FORM_ID = "7f3a9c2e"
HINT = (
    '<!-- x: covered. A "- " line without an id is new. "> " under an item: the\n'
    'answer. A promise begins with "me:" or "them:" and may end with "by DATE";\n'
    'an exchange begins with "gave:" or "got:". -->\n'
)
WRITTEN = f"written Sat 21 Nov 2026 · form {FORM_ID}"
HEADER = note(f"Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min · {WRITTEN}. {CLOSING}") + HINT
EMPTY = "## Agenda\n## Notes\n## Advice\n## Promises\n## Exchange\n"
FORM = f"""\
{HEADER}## Agenda
- [x] a1 Budget?
  In autumn
- [ ] a2 Deck
  > Half an answer
- And this
## Notes
Free text.
## Advice
- Ask to shadow the budget round
## Promises
- me: send the revised deck by 1 Dec
- them: introduce Dana Reyes
## Exchange
- got: introduction to Dana Reyes (head of FP&A)
"""
NEXT = "; the next is due from Sat 19 Dec (4-6w), say Fri 25 Dec: boardroom plan marcus next"
LOGGED = (
    "Logged m1: coffee with Marcus Ojo, Sat 21 Nov 2026 (today), 1 agenda item covered, 1 new on"
    " the agenda, 1 piece of advice (v1),"
    " 1 exchange (x1), p1: send the revised deck by Tue 1 Dec, p2, theirs: introduce Dana Reyes"
    " (no day: boardroom promise edit p2 --by DATE),"
    " p3: Contact Dana Reyes by Sat 28 Nov, p4: Thank Marcus Ojo by Sun 22 Nov"
    f"; a1: answered “In autumn”{NEXT}"
)
ALREADY = (
    "Nothing changed: m1, coffee with Marcus Ojo on Sat 21 Nov 2026, holds just that already.\n"
)
