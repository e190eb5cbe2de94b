"""Writes `store/rows.py` from the models: `make rows`. A test compares the file that is checked in."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from boardroom import models
from boardroom.rules.ids import KINDS

PATH = Path(__file__).parent.parent / "src" / "boardroom" / "store" / "rows.py"
MODELS: list[type[Any]] = [getattr(models, name) for name in models.__all__]

_HEADER = '''"""The rows of every table. Written by `make rows` from `boardroom.models`; change them there."""

from __future__ import annotations

from datetime import date

from boardroom.store.row import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
'''


def source() -> str:
    """The source of the whole module."""
    tables = [_class(model) for model in MODELS]
    return "\n\n".join([_HEADER, *tables, _referring()])


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
