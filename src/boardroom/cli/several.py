"""Commands that take several ids and change all of them or none: what is said where one refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from shlex import join

from boardroom.cli.call import Call
from boardroom.cli.records import id_of
from boardroom.errors import BoardroomError, NotFound, Refused
from boardroom.rules.ids import Kind, Ref, ids_in, looks_like_id
from boardroom.rules.text import join_words
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from boardroom.cli.printer import Reply

    Change: TypeAlias = Callable[[Work, Sequence[Ref]], object]


def several_ids_of(call: Call, texts: Sequence[str] | None, kind: Kind, verb: str) -> list[Ref]:
    """Parses ID arguments, parted by commas or blanks, as `id_of` does."""
    given: list[str | None] = [ref for text in texts or () for ref in ids_in(text)]
    numbers = dict.fromkeys(id_of(call, ref, kind, verb) for ref in given or [None])
    return [Ref(kind.letter, number) for number in numbers]


def change_all(
    call: Call, refs: Sequence[Ref], change: Change, action: Callable[[Work], Reply]
) -> None:
    """Runs `action`, which makes the `change` to all the records, and prints its reply.

    Raises:
        NotFound, Refused: one can't be changed, so none is. If others can, the hint is the command
            for those.
    """
    try:
        call.change(action)
    except (NotFound, Refused) as error:
        raise _without_refused(call, refs, change, error) if len(refs) > 1 else error from None


def _without_refused(
    call: Call, refs: Sequence[Ref], change: Change, error: BoardroomError
) -> BoardroomError:
    refused = [str(ref) for ref in refs if _is_refused(call, ref, change)]
    others = tuple(str(ref) for ref in refs if str(ref) not in refused)
    if not refused or not others:
        return error
    words = [_without(word, refused) for word in call.own_words]
    return type(error)(
        f"{error.message} Nothing was done.",
        f"Without {join_words(refused)}: boardroom {join(word for word in words if word)}",
        others,
    )


def _is_refused(call: Call, ref: Ref, change: Change) -> bool:
    """Whether the record by itself can't be changed."""
    try:
        call.rehearse(lambda work: change(work, [ref]))
    except (NotFound, Refused):
        return True
    return False


def _without(word: str, refused: Sequence[str]) -> str:
    """A word of the command line without the ids that were refused, if it is made of ids."""
    refs = ids_in(word)
    if not all(map(looks_like_id, refs)):
        return word
    return ",".join(ref for ref in refs if ref.lower() not in refused)
