"""The settings of a board: their keys, defaults, stored texts and values.

The file stores texts. `parse_settings` parses them all for every query, the prompt line included,
so it must be cheap.
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
    "calendar": "unset",
}


class Seats(Record):
    """The intended number of active advisors, from `fewest` to `most`."""

    fewest: int
    most: int

    def __str__(self) -> str:
        return str(self.most) if self.fewest == self.most else f"{self.fewest}-{self.most}"


class Settings(Record):
    """The value of every setting. `thanks` is None when off, `date_order` None when unset.

    `calendar` is the file or folder that is kept up to date, None when unset.
    """

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
    calendar: str | None = None


def parse_settings(stored: Mapping[str, str]) -> Settings:
    """Parses the stored texts. Missing keys get their defaults; unknown keys are ignored.

    Raises:
        BadInput: a text did not come from `normalise` and can't be parsed.
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
        calendar=_calendar(text["calendar"]),
    )


def normalise(key: str, text: str) -> str:
    """The canonical text of a value, as stored: `6w` for `6-6w`, `60` for `1h`.

    Raises:
        NotFound: there is no such key; see `check_key`.
        BadInput: the value is not valid for the key.
    """
    check_key(key)
    return _CANONICAL[key](text)


def check_key(key: str) -> None:
    """Checks that a setting exists.

    Raises:
        NotFound: there is no such key. The candidates are the nearest ones.
    """
    if key not in DEFAULTS:
        raise NotFound(
            f"There is no setting {quoted(key)}.",
            "List the settings with: boardroom config list",
            _nearest(key),
        )


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


def _calendar(text: str) -> str | None:
    path = text.strip()
    if not path or "\0" in path:
        raise BadInput(
            f"{quoted(text)} is not the path of a calendar.",
            "Name a file like boardroom.ics, a folder, or unset.",
        )
    return None if path.lower() == "unset" else path


def _nearest(key: str) -> tuple[str, ...]:
    import difflib  # noqa: PLC0415  as slow to import as sqlite3, and only for errors

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
    "calendar": lambda text: _calendar(text) or "unset",
}
