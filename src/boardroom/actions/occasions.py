"""Occasions: dated things in other people's lives, and asking how they went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.privacy import edited_fields, new_privacy, set_private
from boardroom.queries.private import is_private
from boardroom.rules import occasions as rule
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import format_edit
from boardroom.rules.ids import OCCASION
from boardroom.rules.repetition import OnFile, check_nothing_new, same_words
from boardroom.rules.text import brief, clean, join_sentences, optional
from boardroom.store.rows import Advisor, Occasion
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


def add_occasion(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    on: date,
    yearly: bool = False,
    private: bool | None = None,
) -> Done:
    """Adds an occasion of somebody, unless one to come has the same words.

    Raises:
        NotFound: there is no such person.
        BadInput: the text is not valid.
        Refused: the one on file has another day or privacy.
    """
    advisor = work.get(Advisor, advisor_id)
    text = clean(text, what=OCCASION.noun)
    known = _on_file(work, advisor, text, on=on, yearly=yearly, private=private)
    if known is not None:
        return work.did(f"Added {known.ref} for {advisor.name} before", known.id)
    occasion = work.add(
        Occasion(advisor_id=advisor_id, text=text, occurs_on=on, yearly=yearly, added_on=work.today)
    )
    set_private(work, occasion, private=private)
    when = f"yearly since {format_day(on)}" if yearly and on < work.today else format_day(on)
    every = ", yearly" if yearly and on >= work.today else ""
    return work.did(
        f"Added {occasion.ref} for {advisor.name}: {brief(text)}, {when}{every}", occasion.id
    )


def edit_occasion(
    work: Work,
    occasion_id: int,
    *,
    text: str | None = None,
    occurs_on: date | None = None,
    yearly: bool | None = None,
    done_on: date | Literal[""] | None = None,
    note: str | None = None,
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty `done_on` or note clears the field.

    Raises:
        NotFound: there is no such occasion.
        BadInput: a text is not valid, or `done_on` is in the future.
        Refused: `done_on` is too early to ask how it went.
    """
    occasion = work.get(Occasion, occasion_id)
    was_private = is_private(work.connection, Occasion.TABLE, occasion_id)
    if text is not None:
        occasion.text = clean(text, what=OCCASION.noun)
    if occurs_on is not None:
        occasion.occurs_on = occurs_on
    if yearly is not None:
        occasion.yearly = yearly
    if isinstance(done_on, date):
        _check_time_to_ask(work, occasion, done_on)
    if done_on is not None:
        occasion.done_on = done_on or None
    if note is not None:
        occasion.note = optional(note, "note")
    set_private(work, occasion, private=private)
    changes = edited_fields(work, occasion, rule.FIELDS, was_private=was_private)
    return work.did(
        format_edit(occasion.ref, occasion.text, _whose(work, occasion), changes),
        occasion.id,
        changes=changes,
    )


def remove_occasion(work: Work, occasion_id: int) -> Done:
    """Removes an occasion.

    Raises:
        NotFound: there is no such occasion.
    """
    occasion = work.get(Occasion, occasion_id)
    summary = f"Removed {_name(work, occasion)}: {brief(occasion.text)}"
    work.delete(occasion)
    return work.did(summary, occasion_id)


def ask_after(
    work: Work, occasion_ids: Sequence[int], *, on: date | None = None, note: str | None = None
) -> Done:
    """Marks occasions as asked after, all or none, on a day (default: today), with the same note.

    Raises:
        NotFound: there is no such occasion.
        BadInput: the day is in the future, or the note is not valid.
        Refused: one is too far ahead to ask how it went, or was asked after already.
    """
    day = on or work.today
    words = None if note is None else clean(note, what="note")
    occasions = [work.get(Occasion, occasion_id) for occasion_id in dict.fromkeys(occasion_ids)]
    for occasion in occasions:
        its_day = _check_time_to_ask(work, occasion, day)
        is_for_wishes = rule.calls_for_wishes(occasion.text, occasion.yearly)
        rule.check_not_done(occasion.ref, its_day, occasion.done_on, is_for_wishes=is_for_wishes)
        occasion.done_on = day
        if words is not None:  # what was heard another year is kept
            notes = [note for note in (occasion.note, words) if note]
            occasion.note = clean("\n".join(notes), what="note")
    sentences = [f"{_did(work, occasion)}: {brief(occasion.text)}" for occasion in occasions]
    return work.did(join_sentences(sentences), *(occasion.id for occasion in occasions))


def _did(work: Work, occasion: Occasion) -> str:
    """What the user did: “Asked after o1, of Ana Lima”, or “Wished Ana Lima well, o1”."""
    if rule.calls_for_wishes(occasion.text, occasion.yearly):
        return f"Wished {work.get(Advisor, occasion.advisor_id).name} well, {occasion.ref}"
    return f"Asked after {_name(work, occasion)}"


def _on_file(
    work: Work,
    advisor: Advisor,
    text: str,
    *,
    on: date,
    yearly: bool,
    private: bool | None,
) -> Occasion | None:
    """The occasion of that day or to come with the same words; None if there is none.

    Raises:
        Refused: its day or privacy is another.
    """
    words = same_words(text)
    occasion = next(
        (
            other
            for other in work.find(Occasion, advisor_id=advisor.id)
            if same_words(other.text) == words
            and (other.occurs_on == on or rule.next_on(other.occurs_on, other.yearly, work.today))
        ),
        None,
    )
    if occasion is None:
        return None
    day = rule.format_occasion_day(occasion.occurs_on, occasion.yearly)
    where = f"noted for {advisor.name}, {day}"
    on_file = OnFile(occasion.ref, where, occasion.text, f"occasion edit {occasion.ref}")
    given = {
        "occurs_on": None if _is_its_day(occasion, on, today=work.today) else on,
        "yearly": yearly or None,
        "private": new_privacy(work, occasion, private),
    }
    check_nothing_new(
        on_file, occasion, given, rule.FIELDS, another="; a second one needs other words."
    )
    work.note(on_file.sentence)
    return occasion


def _is_its_day(occasion: Occasion, day: date, *, today: date) -> bool:
    """Whether a day to come is one of a yearly occasion: “29 Feb” for somebody born in 1980."""
    return occasion.yearly and day >= today and rule.in_year(occasion.occurs_on, day.year) == day


def _check_time_to_ask(work: Work, occasion: Occasion, on: date) -> date:
    return rule.check_time_to_ask(
        occasion.ref, occasion.occurs_on, yearly=occasion.yearly, on=on, today=work.today
    )


def _name(work: Work, occasion: Occasion) -> str:
    return f"{occasion.ref}{_whose(work, occasion)}"


def _whose(work: Work, occasion: Occasion) -> str:
    return f", of {work.get(Advisor, occasion.advisor_id).name}"
