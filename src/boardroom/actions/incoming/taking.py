"""Takes what another program's file holds into the board, in one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from boardroom.actions.incoming.matching import Match
from boardroom.actions.incoming.merging import add_paragraphs, merge, raw
from boardroom.actions.incoming.origins import Origins
from boardroom.actions.incoming.records import RecordTaker
from boardroom.actions.incoming.seating import seated
from boardroom.formats.incoming.records import Fault, Incoming, Person
from boardroom.record import Record
from boardroom.rules.board_file import KEYS
from boardroom.rules.handles import handle_for
from boardroom.rules.ids import new_uid
from boardroom.rules.imports import Imported
from boardroom.rules.names import same_name, Named
from boardroom.store.bulk import add_all
from boardroom.store.rows import Advisor, Transition
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.actions.incoming.merging import Check
