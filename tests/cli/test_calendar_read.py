"""`boardroom calendar read`."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.boards import Board
from tests.calendars import MIB, REFUSED, SAMPLES, SURVIVED, calendar, event
from tests.cli.typed import Ran, typed, typed_on_terminal

HELD = event("Coffee with Ana Lima", "DTSTART:20261112T100000Z", "DTEND:20261112T104500Z")
TO_COME = event("Marcus", "DTSTART:20261203T170000Z", "LOCATION:Blue Bottle", uid="two")


@pytest.fixture
def people(board: Board) -> Board:
    """Ana Lima and Marcus Ojo, without a meeting."""
    board.advisor("Ana Lima", email="ana@example.org")
    board.advisor("Marcus Ojo")
    return board


@pytest.fixture
def file(people: Board) -> str:
    """A calendar with a coffee that was held, and a meeting that is likely with Marcus."""
    path = Path(people.path).parent / "work.ics"
    path.write_bytes(calendar(HELD, TO_COME))
    return str(path)


def _meetings() -> list[tuple[str, str, str]]:
    return [
        (one["advisor"], one["status"], f"{one['on']} {one['at']}")
        for one in typed("meeting", "list", "--json").json["meetings"]
    ]


def test_a_dry_run_says_what_differs_and_changes_nothing(file: str) -> None:
    ran = typed("calendar", "read", file, "--dry-run")

    assert ran.out.splitlines() == [
        "held\t2026-11-12\t10:00\tana\t\tcertain\theld with Ana Lima on Thu 12 Nov 2026 10:00, and not logged",
        "unplanned\t2026-12-03\t17:00\tmarcus\t\tlikely\tMarcus Ojo, Thu 3 Dec 2026 17:00, is not planned here",
    ]
    assert _meetings() == []


def test_yes_takes_what_is_certain(file: str) -> None:
    ran = typed("calendar", "read", file, "--yes")

    assert ran.out == "Read work.ics: logged 1 · boardroom undo takes it back\n"
    assert ran.err == "Left as not certain: 1. On a terminal you are asked about each.\n"
    assert _meetings() == [("ana", "held", "2026-11-12 10:00")]
    assert typed("meeting", "show", "m1", "--json").json["minutes"] == 45


@pytest.mark.usefixtures("people")
def test_a_promise_of_thanks_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(calendar(event("Ana Lima", "DTSTART:20261120T100000Z")))

    assert typed("calendar", "read", str(path), "--yes").out == (
        "Read a.ics: logged 1 · boardroom undo takes it back\n"
        "Promised p1: Thank Ana Lima by Sat 21 Nov 2026\n"
    )


def test_yes_on_a_terminal_says_what_is_left(file: str) -> None:
    assert typed_on_terminal("calendar", "read", file, "--yes", answers="").err == (
        "Left as not certain: 1. Without --yes you are asked about each.\n"
    )


def test_a_meeting_logged_on_the_next_day_is_named(file: str) -> None:
    typed("log", "ana", "--on", "2026-11-13", "Fine")

    assert typed("calendar", "read", file).out.splitlines()[0].rpartition("\t")[2] == (
        "held with Ana Lima on Thu 12 Nov 2026 10:00, and not logged (m1 is, on Fri 13 Nov 2026)"
    )


def test_in_json_what_was_taken_has_its_meeting(file: str) -> None:
    items = typed("calendar", "read", file, "--yes", "--json").json["items"]

    assert [(one["meeting"], one["answer"]) for one in items] == [("m1", "logged"), (None, None)]


def test_one_undo_takes_all_back(file: str) -> None:
    typed_on_terminal("calendar", "read", file, answers="\nplan\n")
    assert len(_meetings()) == 2
    typed("undo")

    assert _meetings() == []
    assert len(typed("calendar", "read", file, "--dry-run").out.splitlines()) == 2


def test_each_is_asked_about_on_a_terminal(file: str) -> None:
    ran = typed_on_terminal("calendar", "read", file, answers="x\nlog\ny\n")

    assert ran.out == "Read work.ics: logged 1 and planned 1 · boardroom undo takes it back\n"
    assert "1 of 2  Held with Ana Lima on Thu 12 Nov 2026 10:00, and not logged" in ran.err
    assert "[LOG/skip/leave/all/quit]" in ran.err
    assert "'x' is no answer. Answer log, skip, leave, all or quit; ? explains them." in ran.err
    assert "[plan/SKIP/leave/all/quit]" in ran.err
    assert _meetings() == [
        ("marcus", "planned", "2026-12-03 17:00"),
        ("ana", "held", "2026-11-12 10:00"),
    ]
    assert typed("meeting", "show", "m2", "--json").json["place"] == "Blue Bottle"


def test_the_same_file_asks_nothing_again(file: str) -> None:
    typed_on_terminal("calendar", "read", file, answers="log\nleave\n")

    assert typed_on_terminal("calendar", "read", file, answers="").code == 0
    assert typed("calendar", "read", file, "--json").json["items"] == []


def test_another_export_with_other_uids_asks_nothing_again(file: str, tmp_path: Path) -> None:
    typed_on_terminal("calendar", "read", file, answers="log\nleave\n")
    (tmp_path / "again.ics").write_bytes(
        calendar(HELD, TO_COME).replace(b"UID:two", b"UID:new").replace(b"UID:one", b"UID:newer")
    )

    assert typed("calendar", "read", str(tmp_path / "again.ics"), "--json").json["items"] == []


def test_without_a_terminal_nothing_is_taken(file: str) -> None:
    ran = typed("calendar", "read", file)

    assert (ran.code, ran.err) == (0, "Nothing was changed. --yes takes what is certain.\n")
    assert _meetings() == []


def test_a_plan_and_what_was_cancelled_are_named(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-12", "planned", start_time="09:00")
    people.meeting(2, "2026-12-03", "planned")
    (tmp_path / "a.ics").write_bytes(
        calendar(HELD, event("Marcus Ojo", "DTSTART:20261203T170000Z", "STATUS:CANCELLED", uid="2"))
    )

    lines = typed("calendar", "read", str(tmp_path / "a.ics"), "--dry-run").out.splitlines()

    assert [line.rpartition("\t")[2] for line in lines] == [
        "held with Ana Lima on Thu 12 Nov 2026 10:00 (m1), and not logged",
        "Marcus Ojo, Thu 3 Dec 2026, was cancelled (m2)",
    ]


@pytest.mark.usefixtures("people")
def test_several_calendars_may_be_piped() -> None:
    both = calendar(HELD) + calendar(TO_COME)

    ran = typed("calendar", "read", "-", "--json", stdin=both.decode())

    assert [one["kind"] for one in ran.json["items"]] == ["held", "unplanned"]


@pytest.mark.usefixtures("people")
def test_a_pipe_over_32_mb_is_not_read() -> None:
    ran = typed("calendar", "read", "-", stdin="x" * (33 * MIB))

    assert (ran.code, "is larger than 32 MB" in ran.err) == (24, True)


def test_a_last_answer_that_came_too_late_changes_nothing(file: str) -> None:
    ran = typed_on_terminal(
        "calendar",
        "read",
        file,
        answers="log\nquit\n",
        meanwhile=lambda: typed("log", "ana", "--on", "2026-11-12", "Fine"),
    )

    assert ran.out == (
        "Nothing to change: the board has changed meanwhile.\n"
        "1 is asked about again the next time.\n"
    )


@pytest.mark.usefixtures("people")
def test_a_series_may_be_left_for_good(tmp_path: Path) -> None:
    series = event("Ana Lima", "DTSTART:20261101T100000Z", "RRULE:FREQ=WEEKLY")
    (tmp_path / "a.ics").write_bytes(calendar(series))

    ran = typed_on_terminal("calendar", "read", str(tmp_path / "a.ics"), answers="never\nquit\n")

    assert ran.out == "Read a.ics: left 1 series for good · boardroom undo takes it back\n"
    assert typed("calendar", "read", str(tmp_path / "a.ics"), "--json").json["items"] == []


@pytest.mark.usefixtures("people")
def test_a_series_left_for_good_is_not_asked_about_further_on(tmp_path: Path) -> None:
    series = event("Ana Lima", "DTSTART:20261001T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4")
    other = event("Marcus Ojo", "DTSTART:20261007T100000Z", uid="two")
    (tmp_path / "a.ics").write_bytes(calendar(series, other))

    ran = typed_on_terminal("calendar", "read", str(tmp_path / "a.ics"), answers="never\nlog\n")

    assert ran.out == (
        "Read a.ics: logged 1 and left 1 series for good · boardroom undo takes it back\n"
    )
    assert [who for who, _, _ in _meetings()] == ["marcus"]


@pytest.mark.usefixtures("people")
def test_all_takes_what_is_certain_and_asks_about_the_rest(tmp_path: Path) -> None:
    others = (event("Ana Lima", f"DTSTART:202610{day}T100000Z", uid=str(day)) for day in (10, 20))
    (tmp_path / "a.ics").write_bytes(calendar(*others, HELD, TO_COME))

    ran = typed_on_terminal("calendar", "read", str(tmp_path / "a.ics"), answers="all\nleave\n")

    assert ran.out == "Read a.ics: logged 3 and left 1 · boardroom undo takes it back\n"


@pytest.mark.usefixtures("people")
def test_a_plan_of_an_event_may_be_moved_here(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(calendar(event("Ana Lima", "DTSTART:20261124T100000Z")))
    typed("calendar", "read", str(path), "--yes")
    typed("meeting", "move", "m1", "fri 11:00")
    typed("meeting", "move", "m1", "12:00")

    assert typed("calendar", "read", str(path)) == Ran(0, "", "")
    path.write_bytes(calendar(event("Ana Lima", "DTSTART:20261214T100000Z")))
    typed("calendar", "read", str(path), "--yes")

    assert _meetings() == [("ana", "planned", "2026-12-14 10:00")]


@pytest.mark.usefixtures("people")
def test_a_calendar_may_move_a_meeting_there_and_back(tmp_path: Path) -> None:
    for day in (24, 26, 24, 26):
        path = tmp_path / "a.ics"
        path.write_bytes(calendar(event("Ana Lima", f"DTSTART:202611{day}T100000Z")))
        typed("calendar", "read", str(path), "--yes")

        assert _meetings() == [("ana", "planned", f"2026-11-{day} 10:00")]


@pytest.mark.usefixtures("people")
def test_an_event_of_a_series_may_be_moved_again_and_again(tmp_path: Path) -> None:
    series = event("Ana Lima", "DTSTART:20261124T100000Z", "RRULE:FREQ=WEEKLY;INTERVAL=4")
    path = tmp_path / "a.ics"
    path.write_bytes(calendar(series))
    typed("calendar", "read", str(path), "--yes")
    for day in ("1126", "1215", "1125"):
        moved = event("Ana Lima", f"DTSTART:2026{day}T100000Z", "RECURRENCE-ID:20261124T100000Z")
        path.write_bytes(calendar(series, moved))
        typed("calendar", "read", str(path), "--yes")

        assert _meetings()[-1] == ("ana", "planned", f"2026-{day[:2]}-{day[2:]} 10:00")


@pytest.mark.usefixtures("people")
def test_a_plan_of_a_series_that_ends_before_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    start, rule = "DTSTART:20261027T100000Z", "RRULE:FREQ=WEEKLY;INTERVAL=4"
    path.write_bytes(calendar(event("Ana Lima", start, f"{rule};UNTIL=20270401")))
    typed("calendar", "read", str(path), "--yes")
    assert _meetings()[0] == ("ana", "planned", "2026-11-24 10:00")
    path.write_bytes(calendar(event("Ana Lima", start, f"{rule};UNTIL=20261101")))

    ran = typed_on_terminal("calendar", "read", str(path), answers="cancel\n")

    assert "1 of 1  Ana Lima, Tue 24 Nov 2026 10:00, is gone from its series (m2)" in ran.err
    assert _meetings()[0] == ("ana", "cancelled", "2026-11-24 10:00")
    assert typed("calendar", "read", str(path), "--json").json["items"] == []


@pytest.mark.usefixtures("people")
def test_a_plan_whose_event_was_declined_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    guests = "ATTENDEE:mailto:ana@example.org", "ATTENDEE:mailto:me@example.com"
    path.write_bytes(calendar(event("Talk", "DTSTART:20261124T100000Z", *guests)))
    typed("calendar", "read", str(path), "--yes")
    path.write_bytes(
        path.read_bytes().replace(b"ATTENDEE:mailto:me", b"ATTENDEE;PARTSTAT=DECLINED:mailto:me")
    )

    ran = typed("calendar", "read", str(path), "--yes")

    assert ran.out == "Read a.ics: cancelled 1 · boardroom undo takes it back\n"
    assert _meetings() == [("ana", "cancelled", "2026-11-24 10:00")]
    typed("undo")
    assert typed("calendar", "read", str(path)).out.endswith(
        "Ana Lima, Tue 24 Nov 2026 10:00, was declined (m1)\n"
    )


def test_where_a_plan_stood_is_known_when_the_history_is_not(people: Board, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(calendar(event("Ana Lima", "DTSTART:20261124T100000Z")))
    people.meeting(1, "2026-11-27", "planned", start_time="10:00")
    people.put(
        "INSERT INTO plan_day (meeting_id, recorded_on, met_on, start_time)"
        " VALUES (1, '2026-11-20', '2026-11-24', '10:00')"
    )

    assert typed("calendar", "read", str(path)) == Ran(0, "", "")


@pytest.mark.usefixtures("people")
def test_an_event_that_is_over_today_was_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOARDROOM_TODAY")
    today = f"{date.today():%Y%m%d}"  # noqa: DTZ011  as the program has it
    path = tmp_path / "a.ics"
    path.write_bytes(calendar(event("Ana Lima", f"DTSTART:{today}T000000")))

    assert [
        one["kind"] for one in typed("calendar", "read", str(path), "--json").json["items"]
    ] == ["held"]


@pytest.mark.usefixtures("people")
def test_a_folder_or_a_zip_of_calendars_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    (folder / "sub").mkdir(parents=True)
    (folder / "1.ics").write_bytes(calendar(HELD).rstrip())
    (folder / "sub" / "2.ics").write_bytes(calendar(TO_COME))
    (folder / "notes.txt").write_text("Dear Ana")
    with zipfile.ZipFile(tmp_path / "work.zip", "w") as archive:
        archive.writestr("me@example.com.ics", calendar(HELD))
        archive.writestr("other.ics", calendar(TO_COME))

    for given in (f"{folder}/", str(tmp_path / "work.zip")):
        ran = typed("calendar", "read", given, "--json")
        assert [one["kind"] for one in ran.json["items"]] == ["held", "unplanned"]
        assert ran.json["file"] == Path(given).name


@pytest.mark.usefixtures("people")
def test_a_broken_file_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "1.ics").write_bytes(calendar(HELD))
    (tmp_path / "2.ics").write_bytes(calendar(TO_COME)[:-30])

    ran = typed("calendar", "read", str(tmp_path))

    assert (ran.code, ran.err.startswith("2.ics ends in the middle")) == (24, True)


@pytest.mark.usefixtures("people")
def test_a_folder_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.cli.input_folder._MOST_FILES", 1)
    for number in range(2):
        (tmp_path / f"{number}.ics").write_bytes(calendar(HELD))

    ran = typed("calendar", "read", str(tmp_path))

    assert (ran.code, "holds more than 1 files" in ran.err) == (24, True)


@pytest.mark.usefixtures("people")
def test_a_folder_over_32_mb_is_not_read(tmp_path: Path) -> None:
    for number in range(2):
        with (tmp_path / f"{number}.ics").open("wb") as file:
            file.truncate(17 * MIB)

    ran = typed("calendar", "read", str(tmp_path))

    assert (ran.code, "is larger than 32 MB" in ran.err) == (24, True)


def test_a_plan_without_a_time_is_given_one(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-24", "planned")
    (tmp_path / "a.ics").write_bytes(calendar(event("Ana Lima", "DTSTART:20261124T100000Z")))

    ran = typed("calendar", "read", str(tmp_path / "a.ics"))

    assert ran.out.endswith("Ana Lima, Tue 24 Nov 2026, is at 10:00 (m1)\n")


@pytest.mark.usefixtures("people")
def test_a_folder_without_a_calendar_is_refused(tmp_path: Path) -> None:
    ran = typed("calendar", "read", str(tmp_path))

    assert (ran.code, ran.err) == (
        24,
        f"Nothing in {tmp_path} is a calendar (.ics). Nothing was imported.\n",
    )


@pytest.mark.parametrize("options", [(), ("--private",)])
def test_a_plan_without_a_time_or_a_name_comes_back_from_the_phone(
    people: Board, tmp_path: Path, options: tuple[str, ...]
) -> None:
    typed("plan", "ana", "24 Nov", *options)
    path = tmp_path / "own.ics"
    typed("calendar", "write", str(path))
    path.write_text(path.read_text().replace("DATE:20261124", "DATE:20261127"))

    ran = typed("calendar", "read", str(path), "--yes")

    assert (ran.err, _meetings()) == ("", [("ana", "planned", "2026-11-27 None")])
    assert people.sql("SELECT count(*) FROM meeting") == [(1,)]


@pytest.mark.usefixtures("people")
def test_a_no_leaves_one_event_and_not_its_series(tmp_path: Path) -> None:
    series = event("Ana Lima", "DTSTART:20261101T100000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    (tmp_path / "a.ics").write_bytes(calendar(series))

    ran = typed_on_terminal("calendar", "read", str(tmp_path / "a.ics"), answers="n\ny\n")

    assert ran.out == "Read a.ics: logged 1 and left 1 · boardroom undo takes it back\n"


def test_the_answers_are_explained(file: str) -> None:
    ran = typed_on_terminal("calendar", "read", file, answers="?\nquit\n")

    assert (
        "log: put it on file as held\n"
        "skip: change nothing now; the next time it is asked about again\n"
        "leave: change nothing, and don't ask about it again, but with --again\n"
    ) in ran.err


def test_leaving_at_once_says_that_nothing_was_changed(file: str) -> None:
    assert typed_on_terminal("calendar", "read", file, answers="quit\n").out == (
        "Nothing was changed.\n2 are asked about again the next time.\n"
    )


def test_enter_hides_nothing_for_good(file: str) -> None:
    ran = typed_on_terminal("calendar", "read", file, answers="log\n\n")

    assert ran.out.splitlines()[1:] == ["1 is asked about again the next time."]
    assert len(typed("calendar", "read", file, "--json").json["items"]) == 1


def test_what_was_left_is_counted_and_asked_about_again(file: str) -> None:
    hint = "2 are left as you said: --again asks about them.\n"
    first = typed_on_terminal("calendar", "read", file, answers="leave\nleave\n")
    second = typed("calendar", "read", file)
    again = typed_on_terminal("calendar", "read", file, "--again", answers="log\nleave\n")

    assert (first.err.endswith(hint), second.err) == (True, hint)
    assert again.out == "Read work.ics: logged 1 and left 1 · boardroom undo takes it back\n"
    assert typed("calendar", "read", file).err == "1 is left as you said: --again asks about it.\n"


@pytest.mark.usefixtures("people")
def test_a_series_left_for_good_comes_back_with_again(tmp_path: Path) -> None:
    series = event("Ana Lima", "DTSTART:20261101T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    (tmp_path / "a.ics").write_bytes(calendar(series))
    file = str(tmp_path / "a.ics")
    typed_on_terminal("calendar", "read", file, answers="never\n")
    assert typed("calendar", "read", file, "--json").json["items"] == []

    typed_on_terminal("calendar", "read", file, "--again", answers="log\nquit\n")

    assert len(typed("calendar", "read", file, "--json").json["items"]) == 2


def test_stopping_keeps_the_answers_so_far(file: str) -> None:
    ran = typed_on_terminal("calendar", "read", file, answers="log\nquit\n")

    assert ran.out == (
        "Read work.ics: logged 1 · boardroom undo takes it back\n"
        "1 is asked about again the next time.\n"
    )
    assert len(typed("calendar", "read", file, "--json").json["items"]) == 1


def test_ending_the_terminal_changes_nothing(file: str) -> None:
    assert typed_on_terminal("calendar", "read", file, answers="log\n").code == 5
    assert _meetings() == []


def test_google_moves_and_cancels(people: Board) -> None:
    people.meeting(2, "2026-11-10", "planned", start_time="09:00")
    people.meeting(2, "2026-12-15", "planned")

    typed("calendar", "read", str(SAMPLES / "ical-google.ics"), "--yes")

    assert _meetings()[1:] == [
        ("marcus", "cancelled", "2026-12-15 None"),
        ("marcus", "held", "2026-11-12 10:00"),
        ("ana", "held", "2026-10-16 14:30"),
        ("marcus", "held", "2026-09-01 08:00"),
    ]


def test_a_plan_is_moved(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-24", "planned", start_time="10:00", place="Her office")
    (tmp_path / "a.ics").write_bytes(
        calendar(event("Ana Lima", "DTSTART:20261126T100000Z", "LOCATION:https://meet.example/x"))
    )

    typed_on_terminal("calendar", "read", str(tmp_path / "a.ics"), answers="move\n")

    assert _meetings() == [("ana", "planned", "2026-11-26 10:00")]
    assert typed("meeting", "show", "m1", "--json").json["place"] == "Her office"


@pytest.mark.usefixtures("people")
def test_a_link_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(
        calendar(event("Ana Lima", "DTSTART:20261203T100000Z", "LOCATION:https://meet.example/x"))
    )
    typed("calendar", "read", str(tmp_path / "a.ics"), "--yes")

    planned = typed("meeting", "show", "m1", "--json").json
    assert (planned["place"], planned["way"]) == (None, "video")


@pytest.mark.usefixtures("people")
def test_what_is_left_out_is_counted() -> None:
    ran = typed("calendar", "read", str(SAMPLES / "ical-outlook.ics"))
    assert ran == Ran(0, "", "Events left out: 1 with nobody on file.\n")

    typed("advisor", "add", "Noor Haddad")

    assert typed("calendar", "read", str(SAMPLES / "ical-outlook.ics")).err == (
        "Events left out: 1 private.\n"
    )


def test_our_own_calendar_says_nothing_new(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-24", "planned", start_time="10:00")
    people.meeting(1, "2026-11-10", start_time="10:00")
    typed("calendar", "write", str(tmp_path / "own.ics"))

    assert typed("calendar", "read", str(tmp_path / "own.ics"), "--json").json["items"] == []


def test_a_plan_of_our_own_that_is_over_is_only_likely_held(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-17", "planned", start_time="10:00")
    (tmp_path / "own.ics").write_text(typed("export", "--to", "ics").out, encoding="utf-8")

    ran = typed("calendar", "read", str(tmp_path / "own.ics"), "--yes")

    assert ran.out.rpartition("likely\t")[2] == (
        "Ana Lima, Tue 17 Nov 2026 10:00 (m1), is over and not logged\n"
    )
    assert _meetings() == [("ana", "planned", "2026-11-17 10:00")]


def test_a_plan_that_was_moved_on_the_phone_comes_back(people: Board, tmp_path: Path) -> None:
    people.meeting(1, "2026-11-24", "planned", start_time="10:00")
    path = tmp_path / "own.ics"
    typed("calendar", "write", str(path))
    path.write_text(path.read_text().replace("20261124T1", "20270111T1"))

    typed("calendar", "read", str(path), "--yes")

    assert _meetings() == [("ana", "planned", "2027-01-11 10:00")]


def test_what_another_window_took_meanwhile_is_left(file: str) -> None:
    ran = typed_on_terminal(
        "calendar",
        "read",
        file,
        answers="log\nleave\n",
        meanwhile=lambda: typed("log", "ana", "--on", "2026-11-12", "Fine"),
    )

    assert ran.out == "Read work.ics: left 1 · boardroom undo takes it back\n"
    assert len(_meetings()) == 1


def test_a_shared_export_has_no_answers(file: str) -> None:
    typed_on_terminal("calendar", "read", file, answers="leave\nleave\n")

    assert typed("export").json["calendar_answers"] == []
    assert len(typed("export", "--include-private").json["calendar_answers"]) == 2


def test_a_merge_keeps_the_answers(file: str) -> None:
    typed("advisor", "add", "Marc Ojo", "--prospect")
    typed_on_terminal("calendar", "read", file, answers="leave\nleave\n")
    typed("advisor", "merge", "marc", "marcus", "--name", "Marcus Ojo", "--yes")

    assert typed("calendar", "read", file, "--json").json["items"] == []


def test_a_purge_takes_the_answers_along(file: str, people: Board) -> None:
    typed_on_terminal("calendar", "read", file, answers="leave\nleave\n")
    assert people.sql("SELECT count(*) FROM calendar_answer") == [(2,)]

    typed("purge", "ana", "--yes")

    assert people.sql("SELECT count(*) FROM calendar_answer") == [(1,)]


def test_a_purge_forgets_what_events_the_plans_were_made_from(file: str, people: Board) -> None:
    typed_on_terminal("calendar", "read", file, answers="leave\nplan\n")
    assert people.sql("SELECT count(*) FROM calendar_answer") == [(3,)]

    typed("purge", "marcus", "--yes")

    assert people.sql("SELECT count(*) FROM calendar_answer") == [(1,)]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_whole_calendar_is_refused(people: Board, name: str) -> None:
    before = people.dump()
    ran = typed(
        "calendar", "read", "-", "--yes", stdin=REFUSED[name].decode(errors="surrogateescape")
    )

    assert (ran.code, ran.out) == (24, "")
    assert ran.err.endswith(
        ("Nothing was imported.\n", "Export your calendar as iCalendar (.ics).\n")
    )
    assert people.dump() == before


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("name", SURVIVED)
def test_a_hostile_calendar_is_read_as_far_as_it_can_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "odd.ics").write_bytes(SURVIVED[name])
    began = time.process_time()

    ran = typed("calendar", "read", str(tmp_path / "odd.ics"), "--yes")

    assert (ran.code, "unexpected" in ran.err) == (0, False)
    assert time.process_time() - began < 10
    assert typed("doctor").code == 0


@pytest.mark.usefixtures("people")
def test_a_file_over_32_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.ics"
    with path.open("wb") as file:
        file.truncate(33 * MIB)

    ran = typed("calendar", "read", str(path))

    assert (ran.code, ran.err) == (
        24,
        f"{path} is larger than 32 MB, so it was not read. Nothing was imported.\n",
    )
