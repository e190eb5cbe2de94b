"""The settings of a board: their keys, defaults and canonical texts, and the values the rules work with.

A board's file keeps texts; `read` turns them into values at the top of every query, so parsing must stay cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardroom.errors import BadInput, NotFound
from boardroom.record import Record
from boardroom.rules.text import quoted
from boardroom.rules.windows import Span, Window, parse_minutes, parse_span, parse_window

DEFAULTS = {
    "window": "4-6w",
    "review": "6-12m",
    "seats": "3-5",
    "minutes": "60",
    "soon": "14d",
    "agenda_notice": "3d",
    "thanks": "1d",
    "ask_wait": "14d",
    "agreement_notice": "30d",
    "date_order": "unset",
}


class Seats(Record):
    """How many active advisors a board wants, both numbers included."""

    fewest: int
    most: int

    def __str__(self) -> str:
        return str(self.most) if self.fewest == self.most else f"{self.fewest}-{self.most}"


class Settings(Record):
    """Every setting, as a value. `thanks` is None when off, `date_order` None when unset."""

    window: Window
    review: Window
    seats: Seats
    minutes: int
    soon: Span
    agenda_notice: Span
    thanks: Span | None
    ask_wait: Span
    agreement_notice: Span
    date_order: str | None


def read(stored: Mapping[str, str]) -> Settings:
    """The settings of a board from the texts it keeps; what it does not keep is at its default, unknown keys are ignored.

    Raises:
        BadInput: a text can't be read, which `normalise` never lets happen.
    """
    text = {**DEFAULTS, **stored}
    return Settings(
        window=parse_window(text["window"]),
        review=parse_window(text["review"]),
        seats=_seats(text["seats"]),
        minutes=parse_minutes(text["minutes"]),
        soon=parse_span(text["soon"]),
        agenda_notice=parse_span(text["agenda_notice"]),
        thanks=_span_or_off(text["thanks"]),
        ask_wait=parse_span(text["ask_wait"]),
        agreement_notice=parse_span(text["agreement_notice"]),
        date_order=_date_order(text["date_order"]),
    )


def normalise(key: str, text: str) -> str:
    """The canonical text of a value for that key, as the board keeps it: `6-6w` is `6w`, `1h` is `60`.

    Raises:
        NotFound: there is no such key; the nearest ones are its candidates.
        BadInput: the value can't be one for that key.
    """
    if key not in DEFAULTS:
        raise NotFound(
            f"There is no setting {quoted(key)}.",
            "See them all with: boardroom config list",
            _nearest(key),
        )
    return _CANONICAL[key](text)


def _seats(text: str) -> Seats:
    fewest, _, most = (part.strip() for part in text.replace("–", "-").partition("-"))
    most = most or fewest
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in (fewest, most)):
        raise BadInput(f"{quoted(text)} is not a number of seats.", "Write it like 3-5, or 4.")
    seats = Seats(int(fewest), int(most))
    if seats.most == 0:
        raise BadInput("A board needs at least one seat.", "Write it like 3-5, or 4.")
    if seats.fewest > seats.most:
        raise BadInput(
            f"{quoted(text)} is backwards.",
            f"Write the smaller number first: {seats.most}-{seats.fewest}.",
        )
    return seats


def _span_or_off(text: str) -> Span | None:
    return None if text.strip().lower() == "off" else parse_span(text, "a length of time, or off")


def _date_order(text: str) -> str | None:
    order = text.strip().lower()
    if order not in ("dmy", "mdy", "unset"):
        raise BadInput(
            f"{quoted(text)} is not an order of day and month.",
            "Use dmy for 24/11/2026, mdy for 11/24/2026, or unset.",
        )
    return None if order == "unset" else order


def _nearest(key: str) -> tuple[str, ...]:
    import difflib  # noqa: PLC0415  a seam: it costs the prompt lane as much as sqlite3, and only a wrong key needs it

    return tuple(difflib.get_close_matches(key.lower(), DEFAULTS))


def _canonical_span(text: str) -> str:
    return str(parse_span(text))


def _canonical_window(text: str) -> str:
    return str(parse_window(text))


_CANONICAL: dict[str, Callable[[str], str]] = {
    "window": _canonical_window,
    "review": _canonical_window,
    "seats": lambda text: str(_seats(text)),
    "minutes": lambda text: str(parse_minutes(text)),
    "soon": _canonical_span,
    "agenda_notice": _canonical_span,
    "thanks": lambda text: str(_span_or_off(text) or "off"),
    "ask_wait": _canonical_span,
    "agreement_notice": _canonical_span,
    "date_order": lambda text: _date_order(text) or "unset",
}
