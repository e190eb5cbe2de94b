"""Writes what is generated in `store`: `make rows`. Tests compare the files that are checked in.

`rows.py` comes from the models, `schema.py` from the migrations.
"""

from __future__ import annotations

import inspect
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from boardroom import models
from boardroom.rules.ids import KINDS
from boardroom.store.migrate import climb
from boardroom.store.migrations import STEPS

_STORE = Path(__file__).parent.parent / "src" / "boardroom" / "store"
PATH = _STORE / "rows.py"
SCHEMA_PATH = _STORE / "schema.py"
MODELS: list[type[Any]] = [getattr(models, name) for name in models.__all__]

_HEADER = '''"""The rows of every table. Written by `make rows` from `boardroom.models`; change them there."""

from __future__ import annotations

from datetime import date

from boardroom.store.row import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
'''

_SCHEMA_HEADER = '''"""The schema of a new board. Written by `make rows` from the migrations; change it there.

A new board is made in one go, because climbing the migrations takes longer with each of them.
"""

# ruff: noqa: E501  as SQLite keeps the text of what was altered

from __future__ import annotations

VERSION = {version}
"""`PRAGMA user_version` of the boards this program writes."""

'''


def source() -> str:
    """The source of the module that holds the rows."""
    tables = [_class(model) for model in MODELS]
    return "\n\n".join([_HEADER, *tables, _referring()])


def schema_source() -> str:
    """The source of the module that holds the schema."""
    quotes = '"' * 3
    statements = "".join(f"    {quotes}{sql}{quotes},\n" for sql in schema_after(max(STEPS)))
    return _SCHEMA_HEADER.format(version=max(STEPS)) + f"SQL = (\n{statements})\n"


def schema_after(version: int) -> list[str]:
    """The statements of the schema that the migrations up to a version make."""
    steps = {step: sql for step, sql in STEPS.items() if step <= version}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        climb(connection, 0, steps)
        return [
            sql
            for (sql,) in connection.execute(
                "SELECT sql FROM sqlite_master"
                " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
            )
        ]


def _class(model: type[Any]) -> str:
    table = str(model.__tablename__)
    fields = model.model_fields
    lines = [f"class {model.__name__}(Row):", f'    """{inspect.getdoc(model)}"""', ""]
    lines.append(f'    TABLE = "{table}"')
    letter = next((kind.letter for kind in KINDS.values() if kind.table == table), None)
    if letter:
        lines.append(f'    LETTER = "{letter}"')
    for name, kinds in (("DAYS", ("date",)), ("FLAGS", ("bool",)), ("JSON", ("list", "dict"))):
        columns = [field for field, info in fields.items() if _is(info.annotation, kinds)]
        if columns:
            listed = ", ".join(f'"{field}"' for field in columns)
            lines.append(f"    {name} = frozenset({{{listed}}})")
    lines += ["", *(_field(field, info) for field, info in fields.items())]
    return "\n".join([*lines, ""])


def _is(annotation: object, kinds: tuple[str, ...]) -> bool:
    return _type(annotation).partition("[")[0].partition(" ")[0] in kinds


def _field(name: str, info: Any) -> str:  # noqa: ANN401  pydantic's own
    kind = _type(info.annotation)
    if name == "id":
        return "    id: int = 0"
    if name == "uid":
        return '    uid: str = ""'
    if info.default_factory is not None:
        return f"    {name}: {kind} = {info.default_factory()!r}"
    if info.is_required():
        return f"    {name}: {kind}"
    default = f'"{info.default}"' if isinstance(info.default, str) else repr(info.default)
    return f"    {name}: {kind} = {default}"


def _type(annotation: object) -> str:
    name = str(annotation)
    if isinstance(annotation, type) and "[" not in name:
        name = annotation.__name__
    return name.replace("datetime.date", "date").replace("typing.", "")


def _referring() -> str:
    """The source of `REFERRING`."""
    referring: dict[str, list[str]] = {}
    for model in MODELS:
        for key in SQLModel.metadata.tables[str(model.__tablename__)].foreign_keys:
            referring.setdefault(key.column.table.name, []).append(str(model.__tablename__))
    lines = []
    for table, names in sorted(referring.items()):
        listed = [f'"{name}",' for name in sorted(set(names))]
        if len(listed) == 1:
            lines.append(f'    "{table}": ({listed[0]}),')
        else:
            lines += [f'    "{table}": (', *(f"        {name}" for name in listed), "    ),"]
    return "\n".join(
        [
            "REFERRING: dict[str, tuple[str, ...]] = {",
            *lines,
            "}",
            '"""The tables that refer to each; deleting one of its rows may change theirs."""',
            "",
        ]
    )


if __name__ == "__main__":
    PATH.write_text(source(), encoding="utf-8", newline="\n")
    SCHEMA_PATH.write_text(schema_source(), encoding="utf-8", newline="\n")
