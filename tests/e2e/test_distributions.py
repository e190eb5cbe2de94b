"""What is released, wheel and sdist, holds what it should and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import boardroom
from tests.pages import ROOT

NAME = f"boardroom_cli-{boardroom.__version__}"
FOLDERS = ("benchmarks", "docs", "man", "src", "tests")
TOP = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml")
"""The files beside these folders."""


def _built(project: Path, folder: Path) -> tuple[Path, Path]:
    """The sdist and the wheel of a project, built without the network."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=project,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return folder / f"{NAME}.tar.gz", folder / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return _built(ROOT, tmp_path_factory.mktemp("dist"))


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _in_wheel(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_wheel_holds_the_program_and_what_describes_it(distributions: tuple[Path, Path]) -> None:
    program = {name.removeprefix("src/") for name in _files(ROOT / "src")}
    described = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")

    assert _in_wheel(distributions[1]).keys() == {
        *program,
        *(f"{NAME}.dist-info/{name}" for name in described),
        f"{NAME}.data/data/share/man/man1/boardroom.1",
    }


def test_an_sdist_holds_every_file_of_the_project(distributions: tuple[Path, Path]) -> None:
    expected = {*TOP, ".gitignore", "PKG-INFO"}.union(*(_files(ROOT / name) for name in FOLDERS))

    with tarfile.open(distributions[0]) as archive:
        names = {member.name.removeprefix(f"{NAME}/") for member in archive if member.isfile()}

    assert names == expected


def test_the_wheel_of_an_sdist_is_the_same(
    distributions: tuple[Path, Path], tmp_path: Path
) -> None:
    sdist, wheel = distributions
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")

    _, again = _built(tmp_path / NAME, tmp_path / "dist")

    assert _in_wheel(again) == _in_wheel(wheel)
