"""The answers of `init`, kept in a private file beside the board until the board is stored."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date

from boardroom.cli.init.parsing import Parsed
from boardroom.cli.init.questions import Question, Questions
from boardroom.errors import BadInput, CannotWrite
from boardroom.store.place import draft_folder, file_name
from boardroom.store.private_files import write_private_file


def answers_path(board_path: str) -> str:
    """The file that keeps the answers for the board at that path."""
    return os.path.join(draft_folder(board_path), f"init-{file_name(board_path)}.json")


def discard(path: str) -> None:
    """Removes the file of the answers."""
    with suppress(OSError):  # there is none, or a leftover, which is no reason for an error
        os.unlink(path)


class Answers:
    """The answers so far, by the key of their question; each is kept as soon as it is given.

    `reopened` are the keys of questions to ask again, whose answers stay until there is another.
    `started_on` is the day of the first answer, None if there is none.
    """

    def __init__(self, path: str, questions: Questions, today: date) -> None:
        self.path = path
        self.texts: dict[str, str] = {}
        self.started_on: date | None = None
        self.reopened: set[str] = set()
        self._all, self._today = questions, today
        self._load()

    @property
    def questions(self) -> list[Question]:
        """Every question, as far as the answers tell."""
        return self._all.after(self.texts)

    def first_open(self) -> Question | None:
        """The first question without a valid answer; None if all are answered."""
        return next((question for question in self.questions if self._is_open(question)), None)

    def parsed(self, question: Question) -> Parsed | None:
        """The answer to a question; None if there is no valid one."""
        try:
            return question.parse(self.texts[question.key])
        except (KeyError, BadInput):
            return None

    def keep(self, key: str, text: str) -> None:
        """Keeps an answer in the file.

        Raises:
            CannotWrite: the file can't be written.
        """
        self.texts[key] = text
        self.reopened.discard(key)
        self.started_on = self.started_on or self._today
        folder = os.path.dirname(self.path)
        try:
            for private in (os.path.dirname(folder), folder):  # the mode is for the last one alone
                os.makedirs(private, mode=0o700, exist_ok=True)
        except OSError as error:
            raise CannotWrite(
                f"Your answers can't be kept in {folder}: {error.strerror or error}.",
                "Check the free space and the permissions.",
            ) from error
        record = {"started_on": self.started_on.isoformat(), "answers": self.texts}
        write_private_file(self.path, json.dumps(record, ensure_ascii=False, indent=1).encode())

    def _is_open(self, question: Question) -> bool:
        return question.key in self.reopened or self.parsed(question) is None

    def _load(self) -> None:
        """Reads the file; answers that can't be read are asked for again."""
        try:
            with open(self.path, encoding="utf-8") as file:
                record = json.load(file)
            self.started_on = date.fromisoformat(record["started_on"])
            self.texts = {str(key): str(text) for key, text in record["answers"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self.texts, self.started_on = {}, None
