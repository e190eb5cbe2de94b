"""boardroom: a personal board of advisors, kept in the terminal.

`open_board` opens a board from Python, with the records in `boardroom.models`.
"""

__version__ = "0.1.0"

__all__ = ["__version__", "open_board"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.store.session import open_board


def __getattr__(name: str) -> object:
    """Imports `open_board`, and SQLModel with it, on first use."""
    if name == "open_board":
        from boardroom.store.session import open_board

        return open_board
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
