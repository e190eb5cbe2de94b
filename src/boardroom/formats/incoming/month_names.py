"""The names of months in the languages of other programs' exports."""

from __future__ import annotations

from boardroom.rules.names import fold

_NAMES = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januar februar marts april maj juni juli august september oktober november december",
    """stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika
    listopada grudnia""",
    """tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta
    syyskuuta lokakuuta marraskuuta joulukuuta""",
)
"""English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Norwegian, Danish, Polish
and Finnish."""
_SHORTEST = 3
_SHORT = {"mar": 3, "maerz": 3, "mrz": 3, "juil": 7, "sett": 9, "sept": 9, "janv": 1, "fevr": 2}


def _starts() -> dict[str, int]:
    """Every beginning of three letters or more that only one month has."""
    numbers: dict[str, set[int]] = {}
    for names in _NAMES:
        for number, name in enumerate(names.split(), 1):
            for length in range(_SHORTEST, len(name) + 1):
                numbers.setdefault(name[:length], set()).add(number)
    return {start: next(iter(found)) for start, found in numbers.items() if len(found) == 1}


MONTHS = _starts() | _SHORT


def month_of(word: str) -> int | None:
    """The number of a month by its name, or the beginning of it; None for any other word."""
    return MONTHS.get(fold(word).rstrip("."))
