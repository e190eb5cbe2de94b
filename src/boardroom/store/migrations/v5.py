"""Version 5: the day a step was added, so that one without a due day can be called new."""

from __future__ import annotations

SQL = (
    (
        "ALTER TABLE goal_step ADD COLUMN added_on TEXT"
        " CHECK (added_on IS NULL OR date(added_on, '+0 days') IS added_on)"
    ),
    # The history knows the day, unless it forgot the step's beginning: then it stays unknown.
    """UPDATE goal_step SET added_on = (
        SELECT min(substr(operation.at, 1, 10))
        FROM row_image JOIN operation ON operation.id = row_image.operation_id
        WHERE table_name = 'goal_step' AND row_id = goal_step.id AND before IS NULL
    )""",
)
