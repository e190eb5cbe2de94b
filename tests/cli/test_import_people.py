"""Importing other programs' files: the preview, the choice, one change, and the second time."""

from __future__ import annotations

import shlex
import zipfile
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

SAMPLES = Path(__file__).parents[1] / "samples"
JOURNAL = """\
### Activities:
- 2026-10-16: Coffee with **Ana Lima** at _Blue Bottle_. Answer first.
- 2026-09-01: Lunch with **Marcus Ojo** and **Ana Lima**.

### Friends:
- Ana Lima (a.k.a. Nani) [Lisbon]
- Marcus Ojo
- Noor Haddad
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal of friends: Ana, met twice, Marcus, met once, and Noor."""
    file = tmp_path / "friends.md"
    file.write_text(JOURNAL, encoding="utf-8")
    return file


def test_a_dry_run_shows_everything_and_changes_nothing(board: Board, journal: Path) -> None:
    ran = typed("import", str(journal), "--dry-run")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "friends.md  a journal of friends",
        "Ana Lima\tnew, with a seat (ana): nickname and city; 2 meetings",
        "Marcus Ojo\tnew, with a seat (marcus); 1 meeting",
        "Noor Haddad\tnew, as a prospect (noor)",
        "becomes\teach activity with somebody → a held meeting with each of them; _Place_ → its place",
        "becomes\teach note on somebody → a dated paragraph of their notes",
        "becomes\t**Name** and _Place_ in a text → the words without their marks",
        "becomes\ta.k.a. → nicknames; [Place] → city",
        "lost\thow long an activity took (the usual length is taken) (3)",
        "Would import 3 advisors and 3 meetings from friends.md.",
    ]
    assert not Path(board.path).exists()


def test_nobody_new_is_added_without_a_yes(board: Board, journal: Path) -> None:
    ran = typed("import", str(journal))

    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        (
            "Everybody in it is new, and nobody new is added without a yes. Take some with --only NAME,"
            " once for each, or all with --yes; --dry-run shows them."
        ),
    )
    assert not Path(board.path).exists()


def test_a_yes_takes_nobody_who_is_only_mentioned(tmp_path: Path) -> None:
    file = tmp_path / "friends.md"
    file.write_text("### Activities:\n- 2026-10-16: Tea with **Ana Lima**.\n", encoding="utf-8")

    ran = typed("import", str(file), "--yes")

    assert ran.code == 2
    assert ran.err.splitlines()[-1] == (
        "Everybody in it is only mentioned, and may be no person at all. Take those who are with"
        " --only NAME, once for each; --dry-run names them."
    )
    assert typed("import", str(file), "--only", "Ana Lima").code == 0


def test_only_takes_those_named(board: Board, journal: Path) -> None:
    assert typed("import", str(journal), "--only", "noor", "--only", "Ana Lima").code == 0

    assert board.sql("SELECT name FROM advisor") == [("Ana Lima",), ("Noor Haddad",)]
    assert board.sql("SELECT count(*) FROM meeting") == [(2,)]


@pytest.mark.parametrize(("name", "code"), [("Zoe", 3), ("o", 4)])
def test_only_wants_one_person_of_the_file(
    board: Board, tmp_path: Path, name: str, code: int
) -> None:
    file = tmp_path / "friends.md"
    file.write_text("### Friends:\n- Olga Ott\n- Otto Ott\n", encoding="utf-8")

    assert typed("import", str(file), "--only", name).code == code
    assert not Path(board.path).exists()


def test_people_on_file_are_completed_and_others_left_out(board: Board, journal: Path) -> None:
    board.advisor("Ana Lima", seat="Mirror")

    ran = typed("import", str(journal))

    assert ran.out.startswith("Imported 2 meetings, changed 1 advisor from friends.md")
    assert "New and not taken: Marcus Ojo and Noor Haddad." in ran.err
    assert board.sql("SELECT name, seat, city FROM advisor") == [("Ana Lima", "Mirror", "Lisbon")]


def test_the_same_file_again_changes_nothing(board: Board, journal: Path) -> None:
    typed("import", str(journal), "--yes")
    before = board.dump()

    ran = typed("import", str(journal), "--yes")

    assert ran.out == "Nothing to import: everything is on file already.\n"
    assert board.dump() == before


def test_nothing_to_import_makes_no_board_and_no_copy(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "friends.md"
    file.write_text("### Friends:\n- (\n", encoding="utf-8")

    ran = typed("import", str(file), "--skip-bad")

    assert ran.out == "Nothing to import.\n"
    assert not Path(board.path).exists()


def test_an_import_is_one_undo(board: Board, journal: Path) -> None:
    board.advisor("Lena Vogt")
    before = board.dump()
    typed("import", str(journal), "--yes")

    assert typed("undo").code == 0

    assert board.dump() == before


def test_a_newer_file_changes_what_differs(board: Board, journal: Path) -> None:
    typed("import", str(journal), "--yes")
    journal.write_text(
        JOURNAL.replace("Lisbon", "Faro").replace("Answer first", "Cut it"), encoding="utf-8"
    )

    ran = typed("import", str(journal))

    assert ran.out.startswith("Changed 1 advisor and 1 meeting from friends.md")
    assert board.sql("SELECT city FROM advisor WHERE handle = 'ana'") == [("Faro",)]
    assert typed("import", str(journal)).out.startswith("Nothing to import")


def test_what_the_user_changed_since_stays(board: Board, journal: Path) -> None:
    typed("import", str(journal), "--yes")
    typed("advisor", "edit", "ana", "--city", "Braga")

    assert typed("import", str(journal)).out.startswith("Nothing to import")
    journal.write_text(JOURNAL.replace("Lisbon", "Faro"), encoding="utf-8")
    left = typed("import", str(journal))
    assert "left 1 that differs as it is (ana: city)" in left.out
    assert board.sql("SELECT city FROM advisor WHERE handle = 'ana'") == [("Braga",)]
    typed("import", str(journal), "--on-conflict", "update")
    assert board.sql("SELECT city FROM advisor WHERE handle = 'ana'") == [("Faro",)]


@pytest.mark.usefixtures("board")
def test_what_was_removed_since_does_not_come_back(journal: Path) -> None:
    typed("import", str(journal), "--yes")
    typed("meeting", "rm", "m1", "--yes")

    ran = typed("import", str(journal))

    assert ran.out.startswith("Nothing to import")
    assert "removed\t1 removed here since the last import, and left out" in ran.err


def test_a_meeting_logged_by_hand_is_not_made_twice(board: Board, journal: Path) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-10-16")

    typed("import", str(journal))

    assert board.sql("SELECT met_on, place FROM meeting ORDER BY met_on") == [
        ("2026-09-01", None),
        ("2026-10-16", "Blue Bottle"),
    ]


def test_nobody_is_seated_beyond_the_seats(board: Board, journal: Path) -> None:
    board.setting("seats", "1-1")

    typed("import", str(journal), "--yes")

    assert board.sql(
        "SELECT name, status FROM advisor JOIN transition ON advisor.id = advisor_id"
    ) == [("Ana Lima", "active"), ("Marcus Ojo", "prospect"), ("Noor Haddad", "prospect")]


def test_a_bad_row_stops_it_unless_skipped(board: Board, journal: Path) -> None:
    journal.write_text(JOURNAL.replace("2026-09-01", "2026-02-29"), encoding="utf-8")

    ran = typed("import", str(journal), "--yes")

    assert (ran.code, ran.err.splitlines()[-1]) == (
        24,
        (
            "1 row can't be taken: line 3, day: there is no 2026-02-29."
            " Add --skip-bad to take the rest. Nothing was imported."
        ),
    )
    assert not Path(board.path).exists()
    assert typed("import", str(journal), "--yes", "--skip-bad").code == 0
    assert board.sql("SELECT count(*) FROM meeting") == [(1,)]


@pytest.mark.usefixtures("board")
def test_what_no_rule_allows_is_a_bad_row(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    rows = 'Ana Lima,Mars/Phobos\nBo Ek,europe/lisbon\n\u200b\u200b,\n"Cy\nDi",\n'
    file.write_text(f"Name,Timezone\n{rows}", encoding="utf-8")

    assert typed("import", str(file), "--yes").err.splitlines()[-1] == (
        "2 rows can't be taken: line 2, timezone: 'Mars/Phobos' is not a time zone; line 4, name:"
        " The name can't be empty. Add --skip-bad to take the rest. Nothing was imported."
    )
    assert typed("import", str(file), "--yes", "--skip-bad").code == 0
    assert board.sql("SELECT name, timezone FROM advisor") == [
        ("Bo Ek", "Europe/Lisbon"),
        ("Cy Di", None),
    ]


def test_a_meeting_still_to_come_was_not_held(journal: Path) -> None:
    journal.write_text(JOURNAL.replace("2026-10-16", "2027-10-16"), encoding="utf-8")

    ran = typed("import", str(journal), "--yes")

    assert (ran.code, "line 2, day: Sat 16 Oct 2027 is still to come" in ran.err) == (24, True)


@pytest.mark.usefixtures("plain_screen")
def test_a_terminal_asks_whom_to_take(board: Board, journal: Path) -> None:
    ran = typed_on_terminal("import", str(journal), answers="1,3\ny\n")

    assert ran.code == 0, ran.err
    assert board.sql("SELECT name FROM advisor") == [("Ana Lima",), ("Noor Haddad",)]


def test_a_terminal_shows_the_file_before_it_asks_whom_to_take(
    board: Board,  # noqa: ARG001  its folder
    journal: Path,
    plain_screen: None,  # noqa: ARG001  the terminal's
) -> None:
    ran = typed_on_terminal("import", str(journal), answers="1\ny\n")

    shown = [ran.err.index(words) for words in ("becomes", "New people:", "new, with a seat (ana)")]
    assert shown == sorted(shown)
    assert ran.err.count("becomes") == 4


@pytest.mark.parametrize("answers", ["none\n", "all\nn\n", ""])
@pytest.mark.usefixtures("plain_screen")
def test_a_no_changes_nothing(board: Board, journal: Path, answers: str) -> None:
    assert typed_on_terminal("import", str(journal), answers=answers).code == 5
    assert not Path(board.path).exists()


@pytest.mark.usefixtures("plain_screen")
def test_thousands_are_searched(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "friends.md"
    names = "".join(f"- Person Number{number}\n" for number in range(3_000))
    file.write_text(f"### Friends:\n{names}- Noor Haddad\n", encoding="utf-8")

    ran = typed_on_terminal("import", str(file), answers="zzz\nnoor\n1\n\ny\n")

    assert ran.code == 0, ran.err
    assert board.sql("SELECT name FROM advisor") == [("Noor Haddad",)]
    assert typed("import", str(file), "--yes").code == 2


@pytest.mark.usefixtures("board")
def test_json_says_what_was_done(journal: Path) -> None:
    record = typed("import", str(journal), "--yes", "--json").json

    assert (record["schema"], record["added"], record["faults"]) == (
        "boardroom.import_people/1",
        {"advisors": 3, "meetings": 3},
        [],
    )
    assert record["people"][0] == {
        "name": "Ana Lima",
        "handle": "ana",
        "known_by": None,
        "status": "active",
        "fields": ["nickname", "city"],
    }


@pytest.mark.usefixtures("board")
def test_json_says_it_of_every_kind_of_file(tmp_path: Path, journal: Path) -> None:
    contact = tmp_path / "bo.vcf"
    contact.write_text("BEGIN:VCARD\nFN:Bo Ek\nGENDER:M\nEND:VCARD\n", encoding="utf-8")

    record = typed("import", str(journal), str(contact), "--dry-run", "--json").json

    assert (record["from"], record["added"]) == ("friends, vcard", {"advisors": 4, "meetings": 3})
    assert [person["name"] for person in record["people"]] == [
        "Ana Lima",
        "Marcus Ojo",
        "Noor Haddad",
        "Bo Ek",
    ]
    assert {"what": "a gender", "count": 1} in record["lost"]
    assert len(record["becomes"]) == 7


def test_the_sample_comes_in(board: Board) -> None:
    assert typed("import", str(SAMPLES / "friends.md"), "--yes", "--skip-bad").code == 0
    assert typed("doctor").code == 0
    assert board.sql("SELECT count(*) FROM meeting") == [(3,)]


FILES = [
    "monica4-export.json",
    "monica4-vcard.vcf",
    "vcard30-apple.vcf",
    "vcard30-google.vcf",
    "vcard40.vcf",
    "dex-generic.csv",
    "google-contacts-2024.csv",
    "linkedin-Connections.csv",
    "outlook-contacts.csv",
    "meetings-dmy.csv",
    "meetings-mdy.csv",
    "obsidian",
    "notion",
]


@pytest.mark.parametrize("name", FILES)
def test_every_sample_comes_in_once_and_goes_back(board: Board, name: str) -> None:
    board.setting("date_order", "mdy")
    before = board.dump()
    words = ("import", str(SAMPLES / name), "--yes", "--skip-bad")

    assert typed(*words).code == 0
    after = board.dump()
    assert after != before
    assert typed("doctor").code == 0

    assert typed(*words).out.startswith("Nothing to import")
    assert board.dump() == after
    assert typed("undo").code == 0
    assert board.dump() == before


def test_a_zip_of_linkedin_is_its_connections(board: Board, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "linkedin.zip", "w") as archive:
        archive.writestr("Messages.csv", "a,b\n1,2\n")
        archive.write(SAMPLES / "linkedin-Connections.csv", "Connections.csv")

    assert typed("import", str(tmp_path / "linkedin.zip"), "--only", "noor").code == 0

    assert board.sql("SELECT name FROM advisor") == [("Noor Haddad",)]


def test_a_file_that_contradicts_itself_is_taken_at_its_first_word(
    board: Board, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    rows = "Ana Lima,a@x.org,1984-03-07\nAna Lima,b@x.org,1984-03-08\n"
    file.write_text(f"Name,Email,Birthday\n{rows}", encoding="utf-8")
    assert typed("import", str(file), "--yes").code == 0

    again = typed("import", str(file), "--on-conflict", "update")

    assert again.out.startswith("Nothing changed: 2 records are the same")
    assert board.sql("SELECT email FROM advisor") == [("a@x.org",)]
    assert board.sql("SELECT occurs_on FROM occasion") == [("1984-03-07",)]


def test_what_is_left_as_it_is_names_how_to_change_it(tmp_path: Path, board: Board) -> None:
    board.advisor("Ana Lima", email="a@x.org")
    file = tmp_path / "people.csv"
    file.write_text("Name,Email\nAna Lima,b@x.org\n", encoding="utf-8")
    hint = "To change what differs to what the file says, add --on-conflict update."

    assert hint in typed("import", str(file), "--dry-run").err
    assert hint in typed("import", str(file)).err
    assert hint not in typed("import", str(file), "--on-conflict", "update").err


def test_a_mapping_is_remembered(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Human,Cadence\nAna Lima,5 weeks\n", encoding="utf-8")
    assert typed("import", str(file), "--yes").code == 2

    mapped = typed("import", str(file), "--map", "Human=name", "--map", "Cadence=window", "--yes")
    file.write_text("Human,Cadence\nAna Lima,6 weeks\n", encoding="utf-8")

    assert mapped.code == 0
    assert typed("import", str(file)).out.startswith("Changed 1 advisor")
    assert board.sql("SELECT window FROM advisor") == [("6w",)]


def test_a_mapping_that_is_remembered_is_said(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    file = tmp_path / "people.csv"
    file.write_text("who,since\nAna Lima,May\n", encoding="utf-8")

    mapped = typed("import", str(file), "--map", "since=ignore")
    again = typed("import", str(file), "--dry-run")

    assert mapped.out.startswith(
        "Nothing to import: everything is on file already; remembered what the columns of"
        " people.csv are ·"
    )
    assert "becomes\twho → name (as mapped before; --map changes it)\n" in again.out
    once_more = typed("import", str(file), "--map", "since=ignore")
    assert once_more.out == "Nothing to import: everything is on file already.\n"


def test_a_new_first_name_is_shown_beside_whom_it_may_mean(board: Board, tmp_path: Path) -> None:
    board.advisor("Sarah Chen")
    file = tmp_path / "people.csv"
    file.write_text("Name,Email\nSarah,s@x.org\n", encoding="utf-8")

    ran = typed("import", str(file), "--dry-run")

    assert "Sarah\tnew, as a prospect (sarah-2), beside Sarah Chen (sarah): email\n" in ran.out


def test_the_order_of_days_is_asked_for(
    board: Board,
    tmp_path: Path,
    plain_screen: None,  # noqa: ARG001  the terminal's
) -> None:
    file = tmp_path / "meetings.csv"
    file.write_text("date,who\n03/08/2026,Ana Lima\n", encoding="utf-8")
    board.advisor("Ana Lima")
    assert typed("import", str(file)).code == 2

    ran = typed_on_terminal("import", str(file), answers="month\ny\n")

    assert ran.code == 0, ran.err
    assert board.sql("SELECT met_on FROM meeting") == [("2026-03-08",)]
    assert "date: read month first, as you say (03/08/2026)." in " ".join(ran.err.split())


def test_the_order_of_days_is_asked_for_once_for_all_notes(
    board: Board,
    tmp_path: Path,
    plain_screen: None,  # noqa: ARG001  the terminal's
) -> None:
    for name in ("Ana", "Bo"):
        note = f"---\nname: {name}\nbirthday: 5/6/1980\n---\n"
        (tmp_path / f"{name}.md").write_text(note, encoding="utf-8")

    ran = typed_on_terminal("import", str(tmp_path), answers="month\nall\ny\n")

    assert ran.code == 0, ran.err
    assert board.sql("SELECT occurs_on FROM occasion") == [("1980-05-06",), ("1980-05-06",)]


def test_a_first_name_alone_is_whoever_has_it(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    board.advisor("Marcus Ojo")
    board.advisor("Marcus Lee")
    file = tmp_path / "meetings.csv"
    file.write_text("date,who\n2026-10-16,ana\n2026-10-16,Marc\n", encoding="utf-8")

    ran = typed("import", str(file))

    assert (ran.code, "line 3, who: “Marc” matches marcus, marcus-lee" in ran.err) == (24, True)
    assert typed("import", str(file), "--skip-bad").code == 0
    assert board.sql("SELECT count(*) FROM meeting") == [(1,)]


@pytest.mark.parametrize(
    ("on_board", "in_file"), [("Ana Lima", "Dr. Ana Lima"), ("Prof. Ana Lima", "Ana Lima")]
)
def test_a_title_before_a_name_makes_nobody_new(
    board: Board, tmp_path: Path, on_board: str, in_file: str
) -> None:
    board.advisor(on_board)
    for name, text in (
        ("meetings.csv", f"date,who\n2026-10-16,{in_file}\n"),
        ("friends.md", f"### Friends:\n- {in_file}\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")

        assert typed("import", str(tmp_path / name), "--yes").code == 0

    assert board.sql("SELECT name FROM advisor") == [(on_board,)]
    assert board.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_a_calendar_is_for_another_command(tmp_path: Path) -> None:
    file = tmp_path / "me.ics"
    file.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")

    ran = typed("import", str(file))

    assert (ran.code, "boardroom calendar read" in ran.err) == (2, True)


@pytest.mark.usefixtures("board")
def test_calendars_wherever_they_are_are_for_another_command(tmp_path: Path) -> None:
    text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    folder = tmp_path / "my calendars"
    folder.mkdir()
    (folder / "work.ics").write_text(text)

    for given, stdin in ((f"{folder}", ""), (f"{folder / 'work.ics'}", ""), ("-", text)):
        assert typed("import", given, stdin=stdin).err.endswith(
            f"boardroom calendar read {shlex.quote(given)}\n"
        )


def test_an_export_of_a_board_is_imported_alone(exported: Path, journal: Path) -> None:
    assert typed("import", str(exported), str(journal)).code == 2


@pytest.mark.usefixtures("board")
def test_what_is_not_read_of_a_folder_is_counted(tmp_path: Path) -> None:
    (tmp_path / "ana.vcf").write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n", encoding="utf-8")
    for name in ("a.ics", "b.png", ".hidden"):
        (tmp_path / name).write_text("", encoding="utf-8")

    ran = typed("import", str(tmp_path), "--dry-run")

    assert f"doubtful\t2 other files in {tmp_path} not read." in ran.out


def test_several_contacts_in_files_of_their_own(board: Board, tmp_path: Path) -> None:
    for name in ("Ana Lima", "Marcus Ojo"):
        text = f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n"
        (tmp_path / f"{name}.vcf").write_text(text, encoding="utf-8")

    ran = typed("import", str(tmp_path), "--yes")

    assert ran.out.startswith("Imported 2 advisors from 2 files")
    assert board.sql("SELECT count(*) FROM advisor") == [(2,)]


def test_a_plan_of_that_day_becomes_the_meeting(board: Board, journal: Path) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-10-16", status="planned")

    assert typed("import", str(journal)).code == 0

    assert board.sql("SELECT met_on, status FROM meeting ORDER BY met_on") == [
        ("2026-09-01", "held"),
        ("2026-10-16", "held"),
    ]
    assert typed("doctor").code == 0


def test_what_came_from_a_file_is_known_after_a_merge(board: Board, journal: Path) -> None:
    typed("import", str(journal), "--yes")
    board.advisor("Ana Maria Lima")
    assert typed("advisor", "merge", "Ana Maria Lima", "ana", "--keep", "first", "--yes").code == 0

    ran = typed("import", str(journal), "--only", "Ana Lima")

    assert ran.out.startswith("Nothing to import"), ran
    assert board.sql("SELECT name FROM advisor WHERE name LIKE 'Ana%'") == [("Ana Maria Lima",)]


def test_a_purge_forgets_what_the_file_said(board: Board, journal: Path) -> None:
    typed("import", str(journal), "--yes")
    assert typed("purge", "m1", "--yes", "--backups").code == 0

    gone = "SELECT count(*) FROM source WHERE columns = '{}' AND table_name = 'meeting'"
    assert board.sql(gone) == [(1,)]
    assert typed("import", str(journal)).out.startswith("Nothing to import")


def test_a_file_from_standard_input_is_named_so(board: Board) -> None:
    board.advisor("Ana Lima")

    ran = typed("import", "-", stdin=JOURNAL)

    assert "from standard input" in ran.out


def test_a_bad_row_of_somebody_else_stops_nobody(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Birthday\nAna Lima,1984-03-07\nBo,2026-02-30\n", encoding="utf-8")

    assert typed("import", str(file), "--yes").code == 24
    assert typed("import", str(file), "--only", "ana").code == 0
    assert board.sql("SELECT text, occurs_on, yearly FROM occasion") == [
        ("birthday", "1984-03-07", 1)
    ]


def test_a_mapping_is_for_tables(board: Board, journal: Path) -> None:
    board.advisor("Ana Lima")

    assert typed("import", str(journal), "--map", "a=name").code == 2


def test_several_names_may_have_commas_between_them(board: Board, journal: Path) -> None:
    assert typed("import", str(journal), "--only", "Ojo, Marcus", "--only", "ana, noor").code == 0

    assert board.sql("SELECT count(*) FROM advisor") == [(3,)]


@pytest.mark.parametrize(("name", "count"), [("Ana M. Lima", 1), ("Bo Ek", 2)])
def test_an_email_address_is_one_persons_if_a_name_says_so(
    board: Board, tmp_path: Path, name: str, count: int
) -> None:
    board.advisor("Ana Lima", email="office@example.org")
    file = tmp_path / "people.csv"
    file.write_text(f"Name,Email\n{name},Office@example.org\n", encoding="utf-8")

    assert typed("import", str(file), "--yes").code == 0

    assert board.sql("SELECT count(*) FROM advisor") == [(count,)]


def _zipped(file: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def test_an_export_of_notion_is_a_zip_in_a_zip(board: Board, tmp_path: Path) -> None:
    table = 'Name,Last met\nAna Lima,"October 16, 2026"\n'
    part = _zipped(tmp_path / "part.zip", {"P/People.csv": table, "P/People_all.csv": table})
    export = _zipped(tmp_path / "export.zip", {"Part-1.zip": part.read_bytes(), "a.png": "x"})

    ran = typed("import", str(export), "--yes")

    assert ran.code == 0, ran.err
    assert "Ana Lima\tnew, with a seat (ana); 1 meeting" in ran.err
    assert f"doubtful\tPeople.csv, 1 other file in {export} not read." in ran.err
    assert board.sql("SELECT met_on FROM meeting") == [("2026-10-16",)]


def test_notes_of_one_name_in_two_folders_of_a_zip_are_two(board: Board, tmp_path: Path) -> None:
    notes = {f"{where}/note.md": f"---\nname: {where}\n---\n" for where in ("Ana", "Bo")}
    export = _zipped(tmp_path / "vault.zip", {**notes, ".obsidian/app.json": "{}"})

    assert typed("import", str(export), "--yes").code == 0
    assert board.sql("SELECT name FROM advisor") == [("Ana",), ("Bo",)]


def test_a_zip_in_a_zip_is_as_limited_as_any(tmp_path: Path) -> None:
    part = _zipped(tmp_path / "part.zip", {f"{number}.md": "" for number in range(600)})
    parts: dict[str, str | bytes] = {
        "1.zip": part.read_bytes(),
        **{f"n{number}.md": "" for number in range(600)},
    }
    ran = typed("import", str(_zipped(tmp_path / "all.zip", parts)))

    assert (ran.code, ran.err) == (
        24,
        "The zip holds more than 1,000 files. Nothing was imported.\n",
    )


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("other.json", '{"contacts": []}', "This is no board: its schema is not"),
        ("table.csv", "Colour,Size\nred,2\n", "No column of it is the name"),
    ],
)
def test_of_several_files_the_one_that_is_not_read_is_named(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nFN:Ana Lima\nEND:VCARD\n", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert typed("import", str(tmp_path)).err.startswith(f"{name}: {problem}")


def test_of_a_foreign_json_it_is_said_which_is_read(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"contacts": []}', encoding="utf-8")

    assert typed("import", str(tmp_path / "other.json")).err == (
        "This is no board: its schema is not boardroom.export/1. Of JSON, import reads what"
        " boardroom export has made, and Monica 4's export.\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "m.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            "a workbook. Save the sheet as CSV",
        ),
        (
            "monica.sql",
            b"SET x=0;\nINSERT IGNORE INTO `contacts` (`id`) VALUES (1);\n",
            "a database",
        ),
        ("m.html", b"\n<html><td>a, b</td></html>", "a web page. Export a table as CSV"),
    ],
)
def test_a_file_that_would_be_read_in_another_form_says_so(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    ran = typed("import", str(file))

    assert (ran.code, ran.err[: len(f"{file} is {words}")]) == (24, f"{file} is {words}")


def test_a_workbook_is_no_zip_of_files(tmp_path: Path) -> None:
    book = _zipped(tmp_path / "m.xlsx", {"[Content_Types].xml": "", "xl/workbook.xml": ""})

    assert typed("import", str(book)).err.startswith(f"{book} is a workbook. Save the sheet as CSV")
