"""Fixtures of all client tests: the built program, the example and its site."""

import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
AS_OF = "2026-10-31"


def binary():
    return pathlib.Path(os.environ.get("DOSSIER", ROOT / ".build" / "debug" / "dossier"))


def run(*arguments, cwd=None, env=None, check=None, timeout=300):
    """Runs dossier. With `check`, the exit status must be this number."""
    environment = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "NO_COLOR")}
    environment.update(env or {})
    done = subprocess.run(
        [str(binary()), *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, timeout=timeout
    )
    if check is not None:
        assert done.returncode == check, (done.returncode, done.stderr.decode(errors="replace")[-2000:])
    return done


@pytest.fixture
def content(tmp_path):
    """A copy of the example that a test may change."""
    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    return copy


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The example's site, built once."""
    out = tmp_path_factory.mktemp("site") / "site"
    run("build", CONTENT, "--output", out, "--as-of", AS_OF, check=0)
    return out


@pytest.fixture(scope="session")
def six(tmp_path_factory):
    """Six published releases. Tests must not change this folder."""
    from ledger import world

    return world(tmp_path_factory.mktemp("ledger"))


@pytest.fixture
def copy(six, tmp_path):
    """A copy of the six releases that a test may manipulate."""
    shutil.copytree(six, tmp_path / "w", symlinks=True)
    return tmp_path / "w"


@pytest.fixture
def disk(tmp_path):
    """A separate disk of 8 MB, and a function to mount it again with other options."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("this user cannot mount a file system here")

    def remount(options):
        subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)

    yield place, remount
    subprocess.run(["umount", str(place)], check=True)


def fill(disk):
    """Writes a file `fill` until the disk has no space."""
    with open(disk / "fill", "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
