"""Files of other programs that are wrong in every way: none may raise, or be imported by half."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

TEXTS = (
    "",
    " ",
    "\u00a0",
    "x" * 10_001,
    "x" * 1_000_001,
    "a\u202eb",
    "\x1b[2J",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    "[[x]]",
    "**",
    "\\",
    '"',
    "\u2028",
    "😀" * 2_000,
    "all",
    "m12",
    "-x",
)
"""Texts for any field."""
DAYS = ("", "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "2027-01-01", "may", "########")
_CARD = "BEGIN:VCARD\nVERSION:3.0\n{}\nEND:VCARD\n"


def _friends() -> dict[str, str]:
    head = "### Friends:\n- Ana Lima\n\n"
    files = {
        "a header alone": "### Activities:",
        "a header twice": f"{head}{head}",
        "no dash": "### Friends:\nAna Lima\n",
        "a dash alone": "### Friends:\n- \n-\n- (\n- [\n- @\n",
        "an open bracket": "### Friends:\n- Ana (a.k.a. \n- Bo [\n",
        "brackets in brackets": f"### Friends:\n- {'(' * 50_000}\n",
        "stars": f"{head}### Activities:\n- 2026-01-01: {'*' * 100_000}\n",
        "underscores": f"{head}### Activities:\n- 2026-01-01: {'_' * 100_001}\n",
        "tags": f"{head}### Activities:\n- 2026-01-01: {'@a:' * 50_000}\n",
        "colons": f"{head}### Activities:\n- {':' * 100_000}\n",
        "blanks": f"### Friends:\n- {' ' * 100_000}x{' ' * 100_000}\n",
        "5,000 names in one line": "{}### Activities:\n- 2026-01-01: {}\n".format(
            head, " ".join(f"**N{number}**" for number in range(5_000))
        ),
        "one day 5,000 times": head + "### Activities:\n" + "- 2026-01-01: **Ana Lima**\n" * 5_000,
    }
    for number, text in enumerate(TEXTS):
        files[f"a friend {number}"] = f"### Friends:\n- {text}\n- Ana {text}\n"
        files[f"an activity {number}"] = f"{head}### Activities:\n- 2026-01-01: **Ana Lima** {text}"
        files[f"a note {number}"] = f"{head}### Notes:\n- 2026-01-01: **Ana Lima** {text}"
    for number, day in enumerate(DAYS):
        files[f"a day {number}"] = f"{head}### Activities:\n- {day}: **Ana Lima**\n"
    return files


def _contact(**properties: object) -> dict[str, Any]:
    return {"uuid": "u-1", "properties": {"first_name": "Ana", **properties}}


def _monica(*contacts: object, **account: object) -> str:
    data = [{"count": 1, "type": "contact", "values": list(contacts)}]
    return json.dumps({"account": {"data": data, **account}})


def _monica_files() -> dict[str, str]:
    odd: tuple[object, ...] = (None, True, 7, 1.5, -1, 10**30, "", "\0", "\ud800", [], {}, [[]])
    parts = ("activity", "call", "conversation", "note", "task", "gift", "contact_field", "pet")
    files = {
        "lists in lists": '{"account": ' + "[" * 100_000,
        "objects in objects": '{"account": ' * 100_000,
        "NaN": '{"account": {"data": NaN}}',
        "a field twice": '{"account": 1, "account": 2}',
        "cut off": _monica(_contact())[:-5],
        "a contact twice": _monica(_contact(), _contact()),
        "a huge number": '{"account": {"data": %s}}' % ("9" * 5_000),
        "1,000 people": _monica(*({**_contact(), "uuid": f"u-{n}"} for n in range(1_000))),
    }
    for number, value in enumerate(odd):
        files[f"an account {number}"] = json.dumps({"account": value})
        files[f"data {number}"] = _monica(data=value)
        files[f"a contact {number}"] = _monica(value)
        files[f"a uuid {number}"] = _monica({**_contact(), "uuid": value})
        files[f"properties {number}"] = _monica({"uuid": "u-1", "properties": value})
        for field in ("first_name", "stay_in_touch_frequency", "birthdate", "tags", "job"):
            files[f"{field} {number}"] = _monica(_contact(**{field: value}))
        for part in parts:
            record = {"uuid": value, "properties": {"title": value, "name": value, "body": value}}
            data = [{"type": part, "values": [value, record, {"uuid": "p", "properties": value}]}]
            files[f"{part} {number}"] = _monica({**_contact(), "data": data})
    for number, day in enumerate(DAYS):
        call = {"uuid": "c-1", "properties": {"called_at": day, "content": "x"}}
        data = [{"type": "call", "values": [call]}]
        files[f"a day {number}"] = _monica({**_contact(last_talked_to=day), "data": data})
    return files


def _vcard_files() -> dict[str, str]:
    photo = base64.b64encode(bytes(100_000)).decode()
    files = {
        "no end": "BEGIN:VCARD\nFN:Ana",
        "an end alone": "END:VCARD",
        "cards in cards": "BEGIN:VCARD\n" * 5_000,
        "a photo cut off": _CARD.format(f"FN:Ana\nPHOTO;ENCODING=b:{photo[:-3]}"),
        "a photo without blanks": _CARD.format("FN:Ana\nPHOTO;ENCODING=b:AAAA\nBBBB\nCCCC"),
        "no colon": _CARD.format("FN"),
        "no name": _CARD.format(":Ana"),
        "an open quote": _CARD.format('FN:Ana\nTEL;TYPE="a:1'),
        "semicolons": _CARD.format(f"FN:Ana\nORG:{';' * 100_000}"),
        "backslashes": _CARD.format("FN:Ana\nNOTE:" + "\\" * 100_001),
        "folds": _CARD.format("FN:Ana\nNOTE:x" + "\n " * 50_000),
        "soft ends": _CARD.format("FN:Ana\nNOTE;ENCODING=QUOTED-PRINTABLE:x" + "=\n" * 50_000),
        "a soft end at the end": "BEGIN:VCARD\nFN:Ana\nNOTE;QUOTED-PRINTABLE:x=",
        "wrong quoted-printable": _CARD.format("FN:Ana\nNOTE;QUOTED-PRINTABLE:=ZZ=E9=F"),
        "NUL in quoted-printable": _CARD.format("FN:Ana\nNOTE;QUOTED-PRINTABLE:a=00b"),
        "a charset that is none": _CARD.format("FN;QUOTED-PRINTABLE;CHARSET=zip:=41"),
        "a charset that is a codec": _CARD.format("FN;QUOTED-PRINTABLE;CHARSET=rot13:=41"),
        "parameters": _CARD.format(f"FN{';A=B' * 50_000}:Ana"),
        "types": _CARD.format(f"FN:Ana\nTEL;TYPE={'a,' * 50_000}:1"),
        "quotes": _CARD.format("FN:Ana\nTEL;TYPE=" + '""' * 50_000 + ":1"),
        "preferences": _CARD.format("FN:Ana\nTEL;PREF=x:1\nTEL;PREF=-1:2\nTEL;PREF=²:3"),
        "1,000 people": "".join(_CARD.format(f"FN:Person {n}") for n in range(1_000)),
        "one UID twice": _CARD.format("UID:1\nFN:Ana") + _CARD.format("UID:1\nFN:Bo"),
        "emails": _CARD.format("FN:Ana" + "\nEMAIL:a@b" * 50_000),
    }
    for number, text in enumerate(TEXTS):
        escaped = text.replace("\n", "\\n")
        for field in ("FN", "N", "NICKNAME", "EMAIL", "URL", "NOTE", "UID", "TZ", "ADR", "BDAY"):
            files[f"{field} {number}"] = _CARD.format(f"FN:Ana\n{field}:{escaped}")
        files[f"X-BOARDROOM-WINDOW {number}"] = _CARD.format(
            f"FN:Ana\nX-BOARDROOM-WINDOW:{escaped}"
        )
    return files


def _csv_files() -> dict[str, str]:
    files = {
        "a header alone": "Name,Email",
        "an open quote": 'Name,Notes\nAna,"',
        "a quote inside": 'Name,Notes\nAna,"x"y\n',
        "separators alone": ",,,\n,,,\n",
        "one column": "Name\nAna\nBo\n",
        "headers twice": "Name,Name\nAna,Bo\n",
        "1,000 columns": f"Name{',x' * 1_000}\nAna{',y' * 1_000}\n",
        "emails in a cell": "Name,E-mail 1 - Value\nAna,{}\n".format("a@b ::: " * 20_000),
        "rows of other lengths": "Name,Email\nAna\nBo,b@x,1,2\n,,,,,\n",
        "a separator that is said": "sep=;\nName;Email\nAna;a@b\n",
        "days in both orders": "date,who\n13/12/2026,Ana\n12/13/2026,Ana\n",
        "dots": "date,who\n" + "1.1.2026,Ana\n" * 2_000,
        "names in a cell": "date,who\n2026-01-01,{}\n".format(" & ".join("abcdefgh" * 200)),
        "a name in blanks": f"date,who\n2026-01-01,Ana{' ' * 900_000}x\n",
        "pairs of names": 'date,who\n2026-01-01,"{}"\n'.format("Ana Lima, " * 90_000),
        "a stray quote in every row": "Name,Email\n" + '"Ana"a,a@b\n' * 100_000,
        "one name 1,000 times": "Name,Email\n" + "Ana Lima,a@b\n" * 1_000,
    }
    for number, text in enumerate(TEXTS):
        cell = '"' + text.replace('"', '""') + '"'
        files[f"a cell {number}"] = (
            "Name,Email,Company,Notes,Keep in touch,Birthday\nAna,{}\n".format(",".join([cell] * 5))
        )
        files[f"a name {number}"] = f"Name,Email\n{cell},a@b\n"
        files[f"a header {number}"] = f"Name,{cell}\nAna,x\n"
        files[f"a meeting {number}"] = "date,who,minutes,time,place,notes\n2026-01-01,{}\n".format(
            f"Ana,{cell},{cell},{cell},{cell}"
        )
        files[f"somebody {number}"] = f"date,who\n2026-01-01,{cell}\n"
    for number, day in enumerate(DAYS):
        files[f"a day {number}"] = f"date,who\n{day},Ana\n"
        files[f"a birthday {number}"] = f"Name,Birthday,Last met\nAna,{day},{day}\n"
    for number, length in enumerate(("0", "-1", "1441", "99:99", "1:99", "0.0", "x", "1e9", "٣")):
        files[f"a length {number}"] = f"date,who,minutes\n2026-01-01,Ana,{length}\n"
    return files


def _note_files() -> dict[str, str]:
    head = "---\nname: Ana Lima\n---\n"
    files = {
        "an open front matter": "---\nname: Ana\n",
        "front matter alone": head,
        "lists in lists": f"---\nname: Ana\naliases: {'[' * 50_000}\n---\n",
        "mappings in mappings": "---\nname: Ana\n" + "".join(f"{' ' * n}a:\n" for n in range(500)),
        "anchors": "---\nname: &a Ana\nalias: *a\n<<: *a\n---\n",
        "a tag of YAML": "---\nname: !!python/object/apply:os.system [ls]\n---\n",
        "5,000 marks": "---\n" * 5_000,
        "hashes": f"{head}{'#' * 100_000}\n",
        "brackets": f"{head}- {'[' * 100_000}\n",
        "5,000 tasks": head + "- [ ] send it 📅 2026-02-30\n" * 5_000,
        "a mark without a day": f"{head}- [ ] send it 📅\n- [x] ✅\n- [ ]  \n",
        "15,000 tasks": head + "".join(f"- [ ] send {n}\n" for n in range(15_000)),
        "150,000 lines below a day": f"{head}- 2026-01-01 x\n" + "  - y\n" * 150_000,
        "150,000 deadlines": "type:: person\n- TODO x\n"
        + "  DEADLINE: <2026-12-01 Tue>\n" * 150_000,
        "150,000 addresses": f"---\nname: Ana\nemail: [{'a@b, ' * 150_000}]\n---\n",
        "5,000 notes": "".join(f"---\nname: P{n}\n---\n" for n in range(5_000)),
        "quotes": "---\nname: " + '"' * 50_001 + "\n---\n",
        "blanks": head + (" " * 10_000 + "\n") * 10,
        "properties": "# Ana\n\n" + "Email: a@b\n" * 5_000,
    }
    for number, text in enumerate(TEXTS):
        for key in ("name", "aliases", "email", "birthday", "frequency", "last_contact", "tags"):
            files[f"{key} {number}"] = f"---\nname: Ana\n{key}: {text}\n---\n"
        files[f"a body {number}"] = f"{head}{text}"
        files[f"a meeting {number}"] = f"{head}### 2026-01-01 · {text}\n{text}\n"
        files[f"a task {number}"] = f"{head}- [ ] {text}\n"
    for number, day in enumerate(DAYS):
        files[f"a day {number}"] = f"{head}- {day} coffee\n- [ ] x 📅 {day}\n## {day}\n"
    return files


SMALL: dict[str, dict[str, bytes]] = {
    ending: {
        name: text.encode("utf-8", "surrogatepass") if name else b"" for name, text in files.items()
    }
    for ending, files in {
        "friends.md": _friends(),
        "monica.json": _monica_files(),
        "contacts.vcf": _vcard_files(),
        "people.csv": _csv_files(),
        "note.md": _note_files(),
    }.items()
}
"""The files of each family by what is wrong with them, under a name that the family has."""

BYTES: dict[str, bytes] = {
    "bad UTF-8": b"### Friends:\n- \xff\x81\n",
    "half of UTF-16": b"\xff\xfeA",
    "UTF-32": "Name,Email\nAna,a@b\n".encode("utf-32"),
    "NUL": b"Name,Email\nAna,\0\n",
    "cp1252 with a hole": b"Name,Email\n\x81\xe9,a@b\n",
    "binary": bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
}
"""Bytes that are no text, whatever the name."""


def zipped(**files: bytes) -> bytes:
    """A zip of files, whose names have `_` for the dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()
