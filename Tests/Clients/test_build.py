"""Writing a site: equal input gives equal bytes, and either the old or the new site is complete."""

import hashlib
import os
import random
import shutil
import subprocess

import pytest

from conftest import AS_OF, CONTENT, binary, run


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_same_input_same_bytes(tmp_path):
    # The history belongs to the repository, not to the folder. test_publication.py compares releases with history.
    run("build", CONTENT, "--output", tmp_path / "expected", "--as-of", AS_OF, "--no-history", check=0)
    expected = tree(tmp_path / "expected")
    for i, (env, workers) in enumerate(
        [({"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"}, 1), ({"TZ": "America/Lima", "HOME": "/nonexistent"}, 2), ({}, 8)]
    ):
        # Another folder, with the files created in another order.
        copy = tmp_path / f"copy {i} ü"
        copy.mkdir()
        paths = [p for p in CONTENT.rglob("*") if p.is_file()]
        random.Random(i).shuffle(paths)
        for path in paths:
            target = copy / path.relative_to(CONTENT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        out = tmp_path / f"out{i}"
        run("build", copy, "--output", out, "--as-of", AS_OF, "--no-history", "--workers", workers, env=env, check=0)
        assert tree(out) == expected


def test_source_date_epoch_is_the_date(tmp_path, site):
    run("build", CONTENT, "--output", tmp_path / "out", env={"SOURCE_DATE_EPOCH": "1793404800"}, check=0)
    assert tree(tmp_path / "out") == tree(site)


def test_a_build_replaces_the_site_and_keeps_the_readme(tmp_path, content):
    out = tmp_path / "site"
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    (out / "README.md").write_text("mine\n")
    before = tree(out)
    (content / "handbook" / "more.md").write_text("# More\n")
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    after = tree(out)
    assert set(after) - set(before) == {"pages/handbook-more.html"} or any("more" in p for p in set(after) - set(before))
    (content / "handbook" / "more.md").unlink()
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    assert tree(out) == before and (out / "README.md").read_text() == "mine\n"
    assert os.listdir(tmp_path) == ["site", "content"] or sorted(os.listdir(tmp_path)) == ["content", "site"]


def test_two_builds_at_once(tmp_path, content):
    out = tmp_path / "site"
    command = [str(binary()), "build", str(content), "--output", str(out), "--as-of", AS_OF]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    assert [p.wait(timeout=120) for p in processes] == [0, 0, 0, 0], [p.stderr.read()[-500:] for p in processes]
    reference = tmp_path / "reference"
    run("build", content, "--output", reference, "--as-of", AS_OF, check=0)
    assert tree(out) == tree(reference)
    assert sorted(os.listdir(tmp_path)) == ["content", "reference", "site"]


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_leaves_the_old_site(tmp_path, content):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine does not let us mount")
    try:
        out = disk / "site"
        run("build", content, "--output", out, "--as-of", AS_OF, check=0)
        old = tree(out)
        used = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
        with open(disk / "ballast", "wb") as file:
            try:
                file.write(b"x" * (40 << 20))
            except OSError:
                pass
        os.truncate(disk / "ballast", max(0, (disk / "ballast").stat().st_size - used // 2))
        done = run("build", content, "--output", out, "--as-of", AS_OF, check=3)
        assert b"No space left" in done.stderr
        assert tree(out) == old
        assert sorted(os.listdir(disk)) == ["ballast", "site"]
        (disk / "ballast").unlink()
        run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    finally:
        subprocess.run(["umount", str(disk)])


def test_nothing_outside_the_output_is_changed(tmp_path, content):
    out = tmp_path / "a" / "b" / "site"
    before = tree(content)
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    assert tree(content) == before
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.glob("*")) == ["a", "content"]
    assert os.listdir(tmp_path / "a" / "b") == ["site"]
