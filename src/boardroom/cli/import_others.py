"""Imports the files of other programs: a preview, a choice of the new people, and one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boardroom.actions.incoming.column_mappings import remember_columns
from boardroom.actions.incoming.matching import Match, groups, match_people
from boardroom.actions.incoming.taking import take
from boardroom.cli.call import Call
from boardroom.cli.import_batches import Batch, read_batches
from boardroom.cli.import_choice import MOST_AT_ONCE, check_yes, chosen_on_terminal, named_only
from boardroom.cli.import_file import OtherFile
from boardroom.cli.import_reply import import_reply, import_sentence, show_beside
from boardroom.cli.messages import warn
from boardroom.cli.printer import Reply, Result
from boardroom.cli.progress import Progress
from boardroom.errors import BadInput, Cancelled, ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.kinds import KINDS
from boardroom.formats.incoming.outcome import Preview
from boardroom.formats.incoming.records import Person, only_of
from boardroom.record import Record
from boardroom.render.incoming import file_page, people_page, preview_json, preview_page
from boardroom.render.page import Page, Prose
from boardroom.rules.imports import HOW_TO_UPDATE
from boardroom.store.backup import back_up
from boardroom.store.done import Done
from boardroom.store.file import is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.actions.incoming.merging import Check
    from boardroom.store.work import Work

_FAULTS_NAMED = 3


class Wishes(Record):
    """What the options of import say."""

    dry_run: bool = False
    only: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    update: bool = False
    skip_bad: bool = False
    yes: bool = False

    def check_for_a_board(self) -> None:
        """Checks that nothing is wished that an export of a board has no use for.

        Raises:
            BadInput: something is.
        """
        options = {"--only": self.only, "--map": self.columns, "--skip-bad": self.skip_bad}
        given = [option for option, value in options.items() if value]
        if given:
            raise BadInput(
                f"An export of a board is imported whole, so {given[0]} can't be used.",
                "Leave it out; --dry-run says what would be imported.",
            )


def import_others(call: Call, files: list[OtherFile], wishes: Wishes, *, check: Check) -> None:
    """Shows what files of other programs hold, and takes of it what the user wants.

    `check` says why a row is refused.

    Raises:
        ImportRejected: rows can't be taken, and the rest is not to be without them.
        BadInput: everybody in them is new, and nobody says whom to take.
        Cancelled: the user said no.
    """
    _Import(call, read_batches(call, files, wishes.columns), wishes, check).run()


class _Import:
    def __init__(self, call: Call, batches: Sequence[Batch], wishes: Wishes, check: Check) -> None:
        self._call, self._batches, self._wishes = call, list(batches), wishes
        self._check = check
        self._chosen: set[str] = set()
        self._is_file_shown = False

    def run(self) -> None:
        """Previews, asks and imports."""
        call = self._call
        matches = [match for batch in call.rehearse(self._match) for match in batch]
        if self._wishes.only:
            self._keep_only(matches)
        else:
            self._choose(matches)
        previews = self._rehearsed()
        if self._wishes.dry_run:
            sentence = import_sentence(previews, dry_run=True)
            pages = [block for preview in previews for block in preview_page(preview).blocks]
            call.show(Page((*pages, Prose(f"{sentence}."))), preview_json(previews))
            self._say_how_to_update(previews)
            self._check_faults(previews)
            return
        if not call.json:
            for preview in previews:
                show_beside(call, self._page_of(preview))
        self._check_faults(previews)
        if not self._changes(previews):
            call.print_result(Result(Done(""), changed=False, reply=import_reply(previews)))
            self._say_how_to_update(previews)
            return
        self._confirm()
        if is_there(call.path):
            back_up(call.path, "before-import", today=call.today)
        call.change(self._change)
        self._say_how_to_update(previews)

    def _say_how_to_update(self, previews: Sequence[Preview]) -> None:
        are_left = any(preview.taken.imported.left for preview in previews)
        if are_left and not self._wishes.update and not self._call.json:
            warn(HOW_TO_UPDATE)

    def _match(self, work: Work) -> list[list[Match]]:
        return [match_people(work, batch.incoming) for batch in self._batches]

    def _keep_only(self, matches: Sequence[Match]) -> None:
        """Leaves everybody out but those whom `--only` names."""
        people = {match.person.source_id: match.person for match in matches}
        members = groups(matches)
        named = named_only([people[source_id] for source_id in members], self._wishes.only)
        self._chosen = {each for source_id in named for each in members[source_id]}
        self._batches = [
            batch._replace(incoming=only_of(batch.incoming, self._chosen))
            for batch in self._batches
        ]

    def _choose(self, everybody: Sequence[Match]) -> None:
        """Finds out which of the new people to take.

        Raises:
            BadInput, Cancelled: everybody is new, and nobody is to be taken.
        """
        new = [match.person for match in everybody if match.is_new]
        listed = [person for person in new if person.listed]
        call, wishes = self._call, self._wishes
        if wishes.yes:
            check_yes(listed)
        if wishes.yes or (wishes.dry_run and len(listed) <= MOST_AT_ONCE):
            self._chosen = {person.source_id for person in listed}
        elif call.may_ask and not call.json and not wishes.dry_run:
            self._show_files(new)
            self._chosen = chosen_on_terminal(call, new)
        if self._chosen or wishes.dry_run or len(new) < len(everybody) or not new:
            return
        if call.may_ask and not call.json:
            raise Cancelled("Nobody was chosen, so nothing changed.")
        if not listed:
            raise BadInput(
                "Everybody in it is only mentioned, and may be no person at all.",
                "Take those who are with --only NAME, once for each; --dry-run names them.",
            )
        raise BadInput(
            "Everybody in it is new, and nobody new is added without a yes.",
            "Take some with --only NAME, once for each, or all with --yes; --dry-run shows them.",
        )

    def _show_files(self, new: Sequence[Person]) -> None:
        """Shows what the files are before it is asked whom of them to take."""
        self._is_file_shown = bool(new)
        for batch in self._batches if new else ():
            words = KINDS[batch.incoming.kind]
            show_beside(self._call, file_page(batch.name, words, batch.incoming))

    def _page_of(self, preview: Preview) -> Page:
        if not self._is_file_shown:
            return preview_page(preview)
        return people_page(preview, is_one_of_several=len(self._batches) > 1)

    def _rehearsed(self) -> list[Preview]:
        with self._progress("Looked at") as progress:
            return self._call.rehearse(lambda work: self._previews(work, progress.step))

    def _previews(self, work: Work, step: Callable[[], None]) -> list[Preview]:
        return [self._preview(work, batch, step) for batch in self._batches]

    def _preview(self, work: Work, batch: Batch, step: Callable[[], None]) -> Preview:
        matches = match_people(work, batch.incoming)
        taken = take(
            work,
            batch.incoming,
            matches,
            self._chosen,
            update=self._wishes.update,
            check=self._check,
            step=step,
        )
        left = [m.person for m in matches if m.is_new and m.person.source_id not in self._chosen]
        words = KINDS[batch.incoming.kind]
        return Preview(batch.name, words, batch.incoming, taken, tuple(left))

    def _change(self, work: Work) -> Reply:
        with self._progress("Imported") as progress:
            previews = self._previews(work, progress.step)
        mapped = [b.name for b in self._batches if remember_columns(work, b.incoming.mappings)]
        work.did(import_sentence(previews, dry_run=False, mapped=mapped))
        return import_reply(previews)

    def _changes(self, previews: Sequence[Preview]) -> bool:
        """Whether anything would change, the mappings of columns included."""
        is_mapped = any(batch.incoming.mappings for batch in self._batches)
        return is_mapped or any(preview.taken.imported.changes for preview in previews)

    def _progress(self, verb: str) -> Progress:
        return Progress(verb, sum(batch.incoming.records_count for batch in self._batches))

    def _check_faults(self, previews: Sequence[Preview]) -> None:
        """Asks whether to take the rest where rows can't be taken.

        Raises:
            ImportRejected: they can't, and nobody said to.
            Cancelled: the user said no.
        """
        faults = tuple(str(fault) for preview in previews for fault in preview.faults)
        if not faults or self._wishes.skip_bad:
            return
        count = len(faults)
        rows = f"{count} row{'' if count == 1 else 's'}"
        if self._call.may_ask and not self._call.json and not self._wishes.dry_run:
            if not self._call.ask_yes_no(f"{rows} can't be taken. Take the rest?", default=False):
                raise Cancelled("Nothing changed.")
            return
        raise ImportRejected(
            f"{rows} can't be taken: {'; '.join(faults[:_FAULTS_NAMED])}"
            f"{'; and more' if count > _FAULTS_NAMED else ''}.",
            f"Add --skip-bad to take the rest. {NOTHING_IMPORTED}",
            faults,
        )

    def _confirm(self) -> None:
        """Asks whether to go on, on a terminal."""
        call = self._call
        if self._wishes.yes or not call.may_ask or call.json:
            return
        if not call.ask_yes_no("Import this?", default=True):
            raise Cancelled("Nothing changed.")
