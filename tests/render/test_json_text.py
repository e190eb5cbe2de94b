from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.render.formatting import safe
from boardroom.render.json_text import print_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('aé王👩"\\\n\x1b', max_size=5),
    lambda values: (
        st.lists(values, max_size=3)
        | st.dictionaries(st.text('a"\\\n ', max_size=3), values, max_size=3)
    ),
    max_leaves=5,
)


def printed(record: dict[str, Any]) -> str:
    out = io.StringIO()
    print_json(record, out)
    return out.getvalue()


@given(st.dictionaries(st.text('ab"\n', max_size=3), VALUES, max_size=3))
def test_a_record_is_indented_as_json_does_it(record: dict[str, Any]) -> None:
    assert printed(record) == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_printed_without_a_raw_control_and_reads_back(text: str) -> None:
    written = printed({"text": text})

    assert json.loads(written) == {"text": text}
    assert [line for line in written.splitlines() if safe(line) != line] == []
    assert written.count("\n") == len(written.splitlines()) == 3


@given(st.lists(VALUES, max_size=3))
def test_an_iterator_is_written_as_a_list(items: list[Any]) -> None:
    expected = printed({"schema": "boardroom.meetings/1", "meetings": items})

    assert printed({"schema": "boardroom.meetings/1", "meetings": iter(items)}) == expected


def test_a_list_is_written_while_its_items_are_made() -> None:
    out = io.StringIO()

    def items() -> Iterator[int]:
        yield 1
        assert out.getvalue().endswith("1")
        yield 2

    print_json({"items": items()}, out)

    assert json.loads(out.getvalue()) == {"items": [1, 2]}


def test_a_record_is_printed_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "王小明"})

    assert capsys.readouterr().out == '{\n  "name": "王小明"\n}\n'
