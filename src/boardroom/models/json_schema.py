"""The JSON Schema of the board's own export, made of the models."""

from __future__ import annotations

import json
from typing import Any

from boardroom.models.checking import BY_TABLE
from boardroom.models.fields import Model
from boardroom.rules.board_file import KEYS, SCHEMA


def board_schema() -> str:
    """The text of the schema (draft 2020-12)."""
    lists = {
        key: {"type": "array", "items": _record_schema(BY_TABLE[table])}
        for table, key in KEYS.items()
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A board of advisors",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "version": {"type": "integer", "description": "The version of the board's schema."},
            "private": {
                "enum": ["included", "left out"],
                "description": "If left out, private records are absent, references to them null.",
            },
            **lists,
        },
        "required": ["schema", "version"],
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _record_schema(model: type[Model]) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization")
    for field in schema["properties"].values():
        if "enum" in field and "anyOf" in field:  # one of some words, or null
            field["enum"] = [*field["enum"], None]
    schema["required"] = [
        "id",
        *(name for name, field in model.model_fields.items() if field.is_required()),
    ]
    return schema
