"""The names of a board's records in its own files, and what is theirs alone."""

from __future__ import annotations

SCHEMA = "boardroom.export/1"

KEYS = {
    "setting": "settings",
    "advisor": "advisors",
    "transition": "transitions",
    "goal": "goals",
    "goal_step": "steps",
    "goal_helper": "goal_helpers",
    "meeting": "meetings",
    "plan_day": "plan_days",
    "exchange": "exchanges",
    "promise": "promises",
    "agenda_item": "agenda_items",
    "advice": "advice_list",
    "agreement": "agreements",
    "agreement_term": "agreement_terms",
    "confidential_period": "confidential_periods",
    "criterion": "criteria",
    "rating": "ratings",
    "occasion": "occasions",
    "letter": "letters",
    "snooze": "snoozes",
    "review": "reviews",
    "review_answer": "review_answers",
    "source": "sources",
    "column_mapping": "column_mappings",
    "calendar_answer": "calendar_answers",
}
"""Every table of records and its name in the file, each after those that it refers to."""

OF_ONE_MACHINE = frozenset({"calendar"})
"""Settings that no file takes along: a path of one machine means something else on another."""

PRIVATE_WORDS = {True: "included", False: "left out"}
"""What a file says of private records."""

NATURAL_KEYS = {
    "setting": ("key",),
    "goal_helper": ("goal_id", "advisor_id"),
    "plan_day": ("meeting_id", "recorded_on"),
    "agreement": ("advisor_id",),
    "agreement_term": ("agreement_id", "recorded_on"),
    "confidential_period": ("advisor_id", "from_on"),
    "rating": ("advisor_id", "criterion_id"),
    "review_answer": ("review_id", "handle"),
    "source": ("kind", "origin_id", "table_name"),
    "column_mapping": ("header",),
    "calendar_answer": ("event_uid", "recurrence"),
}
"""The columns of which no two records of a table have the same values."""
