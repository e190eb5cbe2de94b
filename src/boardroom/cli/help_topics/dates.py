"""The help on days and times."""

from __future__ import annotations

TEXT = """
Days are written as people write them, without quotes where they stand last:

  today, tomorrow, yesterday  the day
  day after tomorrow, day before yesterday  two days away
  tue, this tue  the nearest Tuesday, today included
  next tue, last tue  today not included
  thu next week, last week fri  a day of that week
  24 Nov, Nov 24, 24th of November  the year is found
  2026-11-24, 24 Nov 2026, 2026/11/24  a day of that year
  in 3w, in two weeks, +10d  from today on
  2 weeks ago, a month ago, -3d  back from today
  the 3rd  the next 3rd of a month, or the last one
  end of month  the last day of the month

Planning, --by, --until and --target look forward; logging, --on, --since and --last-met look
back.

A time goes before or after the day, and a range says how long as well:

  tue 15:30, 3pm tomorrow, fri noon  at that time
  fri 9:00-10:00  for an hour

Say which comes first, the day or the month, to write 26/11, 24.11. or 03/04/2026:

  boardroom config set date_order dmy  the day
  boardroom config set date_order mdy  the month

A promise, a step or a goal may end in its day: “send the deck by 1 Dec”, “call Lena @ fri”.

What could mean two days, or none, is refused with what to write instead: next week, may,
tonight.
"""
