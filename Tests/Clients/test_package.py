"""Evidence packages and archives: made, opened with other tools, and manipulated."""

import hashlib
import html
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import struct
import subprocess
import time
import zipfile

import pytest

from conftest import AS_OF, CONTENT, binary, run
from ledger import commit, git, key, verify, workspace

FIXED = (2026, 10, 31, 0, 0, 0)


def names(path):
    return [i.filename for i in zipfile.ZipFile(path).infolist()]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """`repo` with two releases, `pub` with them, `signed.zip`, `signers`."""
    base = tmp_path_factory.mktemp("package")
    repo = workspace(base / "repo")
    alice = key(base, "alice")
    public = (base / "alice.pub").read_text().split()
    (base / "signers").write_text(f'alice@example.org namespaces="dossier-release" {public[0]} {public[1]}\n')
    evidence = repo / "content" / "evidence"
    (repo / "content" / "handbook" / "Ünïcode CON.md").write_text("# A name\n")
    (repo / "content" / "handbook" / "aux.md").write_text("# Another\n")
    (repo / "content" / "handbook" / "same.md").write_text("# One\n")
    (repo / "content" / "handbook" / "Same.md").write_text("# Two\n")
    assert evidence.is_dir()
    commit(repo, "names")
    for version, day in (("1.0", "2026-10-10"), ("1.1", "2026-10-12")):
        (repo / "content" / "handbook" / "note.md").write_text(f"# Note\n\nFor {version}.\n")
        commit(repo, version)
        run("release", version, "--key", alice, "--as-of", day, "--quiet", "--allow-errors", cwd=repo, check=0)
        run("publish", "--to", base / "pub", cwd=repo, check=0)
        commit(repo, f"release {version}")
    run("package", "--release", "1.1", "--output", base / "signed.zip", "--key", alice, "--quiet", cwd=repo)
    assert (base / "signed.zip").is_file()
    return base


@pytest.fixture(scope="module")
def version(made):
    """The files of a published version, by name."""
    folder = made / "pub" / "versions" / "1.1"
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def packed(path, files, method=zipfile.ZIP_DEFLATED, top=""):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(top + name, FIXED), content, method)
    return path


# Content


def test_a_package_is_verified_with_its_chain_and_signatures(made):
    status, failed, findings = verify(made / "signed.zip", "--allowed-signers", made / "signers")
    assert (status, failed) == (0, [])
    said = {f["code"]: f["sentence"] for f in findings if f["state"] == "proved"}
    assert "1.1, 1.0" in said["chain"] and "alice@example.org" in said["signature"]
    assert said["package-sources"].endswith("are exactly the sources of release 1.1")
    assert said["package-site"].endswith("is identical to the site of release 1.1, byte for byte")
    assert "2 of the 2" in said["releases"]
    assert verify(made / "signed.zip", "--sources", made / "repo" / "content")[0] == 0


def test_other_tools_unpack_it_and_its_instructions_work(made, tmp_path):
    top = names(made / "signed.zip")[0].split("/")[0]
    shutil.copy(made / "signed.zip", tmp_path / f"{top}.zip")
    shutil.copy(made / "signers", tmp_path / "SIGNERS")
    text = zipfile.ZipFile(made / "signed.zip").read(f"{top}/README.txt").decode()
    commands = [line[4:] for line in text.splitlines() if line.startswith("    ")]
    assert len(commands) == 8
    script = "\n".join(commands).replace("-f SIGNERS", "-f ../SIGNERS").replace("-I WHO", "-I alice@example.org")
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True)
    lines = [l for l in done.stdout.splitlines() if not re.match(r"Archive| +(inflating|extracting|creating)", l)]
    assert not done.stderr, done.stderr
    digests = [l for l in lines if re.match(r"[0-9a-f]{64}  releases/", l)]
    previous = [l.split()[-1] for l in lines if "# previous" in l]
    assert len(digests) == 2 and previous.count("none") == 1
    assert {p for p in previous if p != "none"} == {d[:64] for d in digests}
    assert len(lines) == len(digests) + len(previous) + 1 and lines[-1].startswith('Good "dossier-release" signature')
    folder = tmp_path / top
    page = (folder / "index.html").read_text()
    assert page.count('<pre class="command">') == 2 and page.count("<pre") == 2
    shown = re.sub(r"&gt;", ">", re.sub(r"&lt;", "<", "".join(re.findall(r"<pre class=\"command\"><code>(.*?)</code></pre>", page, re.S))))
    assert all(c in shown.replace("&amp;", "&").replace("&quot;", '"').replace("&#39;", "'") for c in commands)
    # The unpacked folder is verified too. A changed file is found in both.
    assert verify(folder)[:2] == (0, [])
    (folder / "README.txt").write_text("x")
    assert verify(folder)[1] == [("file-changed", "README.txt")]
    again = subprocess.run(["bash", "-c", "cd %s && %s" % (top, commands[2])], cwd=tmp_path, capture_output=True)
    assert again.returncode != 0
    if shutil.which("bsdtar"):
        assert subprocess.run(["bsdtar", "tf", made / "signed.zip"], capture_output=True).returncode == 0


def test_names_are_safe(made):
    listed = names(made / "signed.zip")
    assert all(re.fullmatch(r"[ -~]+", n) and not re.search(r'[\\:*?"<>|]', n) and len(n) < 240 for n in listed)
    assert len({n.lower() for n in listed}) == len(listed)
    top = listed[0].split("/")[0]
    assert all(n.startswith(top + "/") for n in listed)
    parts = {p.split(".")[0].lower() for n in listed for p in n.split("/")}
    assert not parts & {"con", "aux", "nul", "prn", "com1"}
    table = zipfile.ZipFile(made / "signed.zip").read(f"{top}/names.txt").decode()
    assert "Ünïcode CON.md" in table and "aux.md" in table and table.count("\n") >= 4
    modes = {(i.create_system, i.external_attr >> 16, i.date_time) for i in zipfile.ZipFile(made / "signed.zip").infolist()}
    assert modes == {(3, 0o100644, (2026, 10, 12, 0, 0, 0))}


def test_documents_are_the_sources(made):
    archive = zipfile.ZipFile(made / "signed.zip")
    top = archive.namelist()[0].split("/")[0]
    content = made / "repo" / "content"
    there = [n for n in archive.namelist() if n.startswith(f"{top}/documents/") and "/renamed/" not in n]
    assert len(there) >= 40
    for name in there:
        assert archive.read(name) == (content / name.removeprefix(f"{top}/documents/")).read_bytes()


def test_equal_inputs_give_equal_bytes(made, tmp_path):
    args = ["--as-of", AS_OF, "--quiet", "--output"]
    first = tmp_path / "a.zip"
    run("package", CONTENT, *args, first, "--workers", "1", check=0, env={"TZ": "Asia/Tokyo", "LC_ALL": "C"})
    copy = tmp_path / "other place" / "content"
    shutil.copytree(CONTENT, copy)
    git_root = tmp_path / "other place"
    run("package", copy, *args, tmp_path / "b.zip", "--workers", "3", check=0, env={"TZ": "America/Lima", "LC_ALL": "de_DE.UTF-8"})
    run("package", copy, "--quiet", "--output", tmp_path / "c.zip", check=0, env={"SOURCE_DATE_EPOCH": "1793404800"}, cwd=git_root)
    assert (tmp_path / "b.zip").read_bytes() == (tmp_path / "c.zip").read_bytes()
    a, b = (zipfile.ZipFile(tmp_path / n) for n in ("a.zip", "b.zip"))
    assert a.namelist() == b.namelist()
    # Four files contain the origin, a repository or none.
    differing = {n.split("/", 1)[1] for n in a.namelist() if a.read(n) != b.read(n)}
    assert differing <= {"README.txt", "index.html", "manifest", "seal"}
    blob = b"".join(b.read(n) for n in b.namelist())
    assert b"/work/" not in blob and str(tmp_path).encode() not in blob and b"/tmp/" in blob


def test_a_system_and_a_period(tmp_path):
    out = tmp_path / "s.zip"
    run("package", CONTENT, "--as-of", AS_OF, "--system", "AIS-002", "--from", "2026-07-01", "--to", "2026-09-30",
        "--output", out, "--quiet", check=0)
    archive = zipfile.ZipFile(out)
    top = archive.namelist()[0].split("/")[0]
    assert "ais-002" in top and verify(out)[:2] == (0, [])
    report = json.loads(archive.read(f"{top}/reports/evidence.json"))
    assert (report["system"], report["from"], report["to"]) == ("AIS-002", "2026-07-01", "2026-09-30")
    chosen = [r for r in report["rows"] if r["selected"] == "yes"]
    assert 0 < len(chosen) < len(report["rows"])
    assert f"{len(chosen)} of {len(report['rows'])} records of evidence meet this" in report["notes"][-1]
    files = {n.removeprefix(f"{top}/evidence/") for n in archive.namelist() if n.startswith(f"{top}/evidence/")}
    assert files == {r["source_file"] for r in chosen}
    for row in report["rows"]:
        text = (CONTENT / "evidence" / next(p.name for p in (CONTENT / "evidence").glob(f"{row['evidence'].split()[0].lower()}*.md"))).read_text()
        systems = re.search(r"^systems: \[(.*)\]", text, re.M)
        if systems and "AIS-002" not in systems[1]:
            assert row["selected"] == "no", row
        first = re.search(r"from: (\S+)", text) or re.search(r"^collected: (\S+)", text, re.M)
        last = re.search(r"  to: (\S+)", text) or first
        if row["selected"] == "yes":
            assert first[1] <= "2026-09-30" and last[1] >= "2026-07-01", row
    for name, field in (("incident-timeline", "systems"), ("oversight-log", "system")):
        rows = json.loads(archive.read(f"{top}/reports/{name}.json"))["rows"]
        assert all("AIS-002" in r[field] for r in rows)
    # The site stays complete.
    assert f"{top}/site/systems/ais-001.html" in archive.namelist() or any("ais-001" in n for n in archive.namelist() if "/site/" in n)
    readme = " ".join(archive.read(f"{top}/README.txt").decode().split())
    assert "limited to the AI system AIS-002" in readme
    # The numbers of the selection are those of the gap report.
    kinds = [r["kind"] for r in json.loads(archive.read(f"{top}/reports/gap-report.json"))["rows"]]
    counts = [(kinds.count(kind), kind) for kind in ("error", "warning")]
    words = " and ".join(f"{n or 'no'} {kind}{'s' if n > 1 else ''}" for n, kind in counts)
    assert f"lists only those of the selected records: {words}." in readme or "no open error and no open warning." in readme


def test_wrong_calls_are_refused(made, tmp_path):
    assert run("package", CONTENT, "--system", "AIS-999", "--output", tmp_path / "x.zip").returncode == 2
    assert run("package", CONTENT, "--from", "2026-02-30", "--output", tmp_path / "x.zip").returncode == 2
    assert run("package", CONTENT, "--from", "2026-03-01", "--to", "2026-02-01", "--output", tmp_path / "x.zip").returncode == 2
    assert run("package", made / "repo" / "content", "--output", made / "repo" / "content" / "x.zip").returncode == 2
    assert run("package", made / "repo" / "content", "--release", "9", "--output", tmp_path / "x.zip").returncode == 2
    assert run("package", made / "repo" / "content", "--release", "1.0", "--output", tmp_path / "x.zip").returncode == 1
    assert not list(tmp_path.iterdir())


def test_errors_and_changed_evidence_are_listed(content, tmp_path):
    (content / "evidence" / "files" / "evd-002-policy-alignment-matrix.csv").write_text("changed\n")
    (content / "evidence" / "files" / "evd-001-board-minutes-ai-policy.txt").unlink()
    (content / "handbook" / "dead.md").write_text("# Dead\n\n[x](nowhere.md)\n")
    out = tmp_path / "e.zip"
    done = run("package", content, "--as-of", AS_OF, "--output", out, check=1)
    assert b"files in" in done.stderr
    archive = zipfile.ZipFile(out)
    top = archive.namelist()[0].split("/")[0]
    assert "Issues to fix: " in archive.read(f"{top}/README.txt").decode()
    rows = json.loads(archive.read(f"{top}/reports/gap-report.json"))["rows"]
    said = " | ".join(r["what"] for r in rows if r["kind"] == "evidence")
    assert "evd-001-board-minutes-ai-policy.txt is missing" in said and "does not have the recorded SHA-256" in said
    assert any(r["kind"] == "error" and r["next"] for r in rows)
    head = archive.read(f"{top}/manifest").decode()
    assert "# allowed errors" in head and not re.search(r"^# errors 0$", head, re.M)
    assert verify(out)[:2] == (0, [])


def test_withheld_text_is_in_no_entry(content, tmp_path):
    word = "Zwetschgenknoedel"
    (content / "texts.yaml").write_text(f"kind: texts\ncatalogue: iso42001\ntexts:\n  A.2.2: |\n    {word} one\n")
    (content / "broken.yaml").write_text(f"kind: texts\ncatalogue: [\ntexts:\n  A.2.2: {word}\n")
    (content / "latin.yaml").write_bytes(f"kind: texts\n# \xe9 {word}\n".encode("latin-1"))
    (content / "handbook" / "link.md").write_text("# Link\n\n[the text](../texts.yaml)\n")
    out = tmp_path / "w.zip"
    run("package", content, "--as-of", AS_OF, "--output", out, "--quiet")
    archive = zipfile.ZipFile(out)
    assert not [n for n in archive.namelist() if word.encode() in archive.read(n)]
    assert not [n for n in archive.namelist() if n.endswith(("/texts.yaml", "/broken.yaml", "/latin.yaml"))]
    assert "3 more are held back" in " ".join(archive.read(next(n for n in archive.namelist() if n.endswith("README.txt"))).decode().split())


def test_large_evidence_is_packed_in_parts(content, tmp_path):
    big = content / "evidence" / "files" / "big.bin"
    big.write_bytes(bytes(17_000_000) + b"end")
    (content / "evidence" / "evd-900.md").write_text(
        "---\nkind: evidence\nid: EVD-900\ntitle: Large\ncontrols: [A.2.2]\nfile: files/big.bin\n"
        "collected: 2026-10-01\ncollected_by: ROL-001\n---\nLarge.\n")
    run("package", content, "--as-of", AS_OF, "--from", "2026-10-01", "--to", "2026-10-01", "--output", tmp_path / "l.zip", "--quiet")
    archive = zipfile.ZipFile(tmp_path / "l.zip")
    entries = [i for i in archive.infolist() if i.filename.endswith("big.bin")]
    assert entries and all(i.compress_type == zipfile.ZIP_STORED for i in entries)
    assert archive.testzip() is None and all(archive.read(i) == big.read_bytes() for i in entries)
    assert verify(tmp_path / "l.zip")[:2] == (0, [])


def test_formulas_are_escaped(content, tmp_path):
    path = next((content / "incidents").glob("*001*.md"))
    path.write_text(re.sub(r"^id: INC-001\ntitle: .*", "id: INC-001\ntitle: \"=HYPERLINK(1)\"", path.read_text(), flags=re.M))
    oversight = next(content.rglob("oversight*.yaml"))
    oversight.write_text(re.sub(r"(decision: ).*", r'\1"=1+1, \"x\""', oversight.read_text(), count=1))
    run("package", content, "--as-of", AS_OF, "--output", tmp_path / "f.zip", "--quiet")
    archive = zipfile.ZipFile(tmp_path / "f.zip")
    text = archive.read(next(n for n in archive.namelist() if n.endswith("oversight-log.csv"))).decode()
    assert ',"\'=1+1, ""x""",' in text


def test_a_release_has_its_own_date(made, tmp_path):
    out = tmp_path / "d.zip"
    done = run("package", "--release", "1.1", "--as-of", "2026-11-21", "--output", out, "--quiet", cwd=made / "repo")
    assert done.returncode == 2 and b"release 1.1 has its own date, 2026-10-12" in done.stderr and not out.exists()
    run("package", "--release", "1.1", "--as-of", "2026-10-12", "--output", out, "--quiet", cwd=made / "repo")
    assert verify(out)[:2] == (0, [])


def test_the_site_of_a_release_can_be_checked_alone(made, tmp_path):
    """The statements of site/integrity.html are true in the package, and its commands work there as printed."""
    zipfile.ZipFile(made / "signed.zip").extractall(tmp_path)
    folder = next(tmp_path.iterdir())
    site = folder / "site"
    own = ("manifest", "seal", "manifest.sig", "seal.sig")
    for name in own:
        assert (site / name).read_bytes() == (made / "pub" / "versions" / "1.1" / name).read_bytes(), name
        assert f"  site/{name}\n" in (folder / "manifest").read_text()
    pages = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    sealed = made / "pub" / "versions" / "1.1"
    assert pages == {p.relative_to(sealed).as_posix(): p.read_bytes() for p in sealed.rglob("*") if p.is_file()}
    status, failed, findings = verify("site", "--allowed-signers", made / "signers", cwd=folder)
    assert (status, failed) == (0, [])
    assert {"site", "signature", "merkle-root"} <= {f["code"] for f in findings if f["state"] == "proved"}
    shown = re.findall(r'<pre class="command" id="(\w+)"><code>(.*?)</code></pre>', (site / "integrity.html").read_text(), re.S)
    commands = {i: html.unescape(c).replace("$HOME/allowed_signers", str(made / "signers")) for i, c in shown}
    assert set(commands) == {"files", "others", "signature", "seal", "chain", "sources"}

    def said(command, where=site):
        done = subprocess.run(["bash", "-c", command], cwd=where, capture_output=True, text=True)
        return done.stdout + done.stderr

    assert [said(commands[i]) for i in ("files", "others", "seal")] == ["", "", ""]
    assert said(commands["signature"]).startswith('Good "dossier-release" signature for alice@example.org')
    assert "# previous" in said(commands["chain"]) and "No such file" not in said(commands["chain"])
    (site / "index.html").write_text("x")
    (site / "more.html").write_text("x")
    assert "index.html" in said(commands["files"]) and "more.html" in said(commands["others"])
    assert verify(site)[1] == [("file-changed", "index.html"), ("file-extra", "more.html")]
    # A manifest beside the site that is not that of the release is found.
    archive = zipfile.ZipFile(made / "signed.zip")
    files = {n.split("/", 1)[1]: archive.read(n) for n in archive.namelist()}
    assert verify(packed(tmp_path / "t.zip", {**files, "site/manifest": files["releases/1.0/manifest"]}))[1] == [("file-changed", "site/manifest")]


def test_different_packages_have_different_names(made, tmp_path):
    """Also if the sources are those of a release: only `--release` uses its name."""
    content = made / "repo" / "content"
    quarter = ("--from", "2026-07-01", "--to", "2026-09-30")
    cases = [
        (("--release", "1.1"), "1.1"),
        (("--release", "1.1", "--to", "2026-09-30"), "1.1-to-2026-09-30"),
        (("--as-of", "2026-10-12"), "2026-10-12"),
        (("--as-of", "2026-11-21"), "2026-11-21"),
        (("--as-of", "2026-11-21", "--from", "2026-07-01"), "2026-11-21-from-2026-07-01"),
        (("--as-of", "2026-11-21", *quarter), "2026-11-21-2026-07-01-to-2026-09-30"),
    ]
    systems = [m[1] for p in content.rglob("*.md") if (m := re.search(r"^id: (AIS-\S+)", p.read_text(), re.M))]
    if systems:
        cases.append((("--as-of", "2026-11-21", "--system", systems[0], *quarter), f"2026-11-21-{systems[0]}-2026-07-01-to-2026-09-30"))
    for i, (options, name) in enumerate(cases):
        place = tmp_path / str(i)
        place.mkdir()
        run("package", content, *options, "--quiet", cwd=place)
        (out,) = place.iterdir()
        assert out.name.endswith(f"-evidence-{name.lower()}.zip"), out.name
        archive = zipfile.ZipFile(out)
        assert {n.split("/")[0] for n in archive.namelist()} == {out.stem}
        assert f"# version package-{name}\n" in re.sub(" +", " ", archive.read(f"{out.stem}/manifest").decode())
        assert verify(out)[:2] == (0, [])


def test_none_is_written_in_words(made, tmp_path):
    """No "0 of 0" and no "0 open warnings" if nothing was selected or no warning exists."""
    out = tmp_path / "n.zip"
    run("package", CONTENT, "--as-of", AS_OF, "--from", "1999-01-01", "--to", "1999-01-02", "--output", out, "--quiet", check=0)
    run("package", "--as-of", AS_OF, "--output", tmp_path / "m.zip", "--quiet", cwd=made / "repo")
    for path in (out, tmp_path / "m.zip"):
        archive = zipfile.ZipFile(path)
        top = archive.namelist()[0].split("/")[0]
        notes = json.loads(archive.read(f"{top}/reports/gap-report.json"))
        said = " ".join(archive.read(f"{top}/README.txt").decode().split()) + " ".join(notes["notes"]) + " ".join(r["what"] for r in notes["rows"])
        assert not re.search(r"\b0 of 0\b|these 0|\b0 (open|records|selected|files)|of 0 ", said), said
        if path == out:
            assert re.search(r"None of \d+ records of evidence meets this, and nothing is in the folder evidence\.", said)
        else:
            assert "no internal context issues are effective" in said


# Written completely or not at all


def test_a_full_disk_keeps_the_old_file(made, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no tmpfs here")
    try:
        (disk / "p.zip").write_bytes(b"old")
        done = run("package", CONTENT, "--as-of", AS_OF, "--output", disk / "p.zip", "--quiet")
        assert done.returncode == 3 and b"No space left" in done.stderr
        assert (disk / "p.zip").read_bytes() == b"old" and len(list(disk.iterdir())) == 1
    finally:
        subprocess.run(["umount", disk])


def test_killed_at_any_moment(made, tmp_path):
    repo = made / "repo" / "content"
    out = tmp_path / "out"
    out.mkdir()
    target = out / "p.zip"
    arguments = [str(binary()), "package", str(repo), "--as-of", AS_OF, "--quiet", "--output", str(target)]
    start = time.monotonic()
    subprocess.run(arguments, capture_output=True)
    span = time.monotonic() - start
    whole = target.read_bytes()
    dice = random.Random(5)
    for i in range(12):
        if i % 2:
            target.write_bytes(b"old")
        else:
            target.unlink(missing_ok=True)
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(span * (dice.random() if i % 3 else 0.7 + 0.3 * dice.random()))
        process.send_signal(signal.SIGKILL)
        process.wait()
        there = target.read_bytes() if target.exists() else None
        assert there == whole or there == (b"old" if i % 2 else None)
    subprocess.run(arguments, capture_output=True)
    assert target.read_bytes() == whole and [p.name for p in out.iterdir()] == ["p.zip"]


# Archives of other tools with exactly these files: no false alarm


def clean(tmp_path, version):
    """Pairs of a special feature and an archive with it."""
    folder = tmp_path / "v"
    for name, content in version.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    yield "deflated", packed(tmp_path / "1.zip", version)
    yield "stored", packed(tmp_path / "2.zip", version, zipfile.ZIP_STORED)
    yield "top folder", packed(tmp_path / "3.zip", version, top="version 1.1/")
    yield "other order", packed(tmp_path / "4.zip", dict(reversed(version.items())))
    shuffled = list(version.items())
    random.Random(3).shuffle(shuffled)
    yield "shuffled", packed(tmp_path / "5.zip", dict(shuffled))
    with zipfile.ZipFile(tmp_path / "6.zip", "w") as archive:
        for i, (name, content) in enumerate(version.items()):
            archive.writestr(zipfile.ZipInfo(name, (1980 + i % 100, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, i % 10)
    yield "other times and levels", tmp_path / "6.zip"

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.held = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.held += bytes(data)
            return len(data)

    for i, method in enumerate((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)):
        pipe = Pipe()
        with zipfile.ZipFile(pipe, "w", method) as archive:
            for name, content in version.items():
                archive.writestr(name, content)
        (tmp_path / f"pipe{i}.zip").write_bytes(pipe.held)
        yield f"written to a pipe, {method}", tmp_path / f"pipe{i}.zip"
    with zipfile.ZipFile(tmp_path / "64.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in version.items():
            with archive.open(zipfile.ZipInfo(name, FIXED), "w", force_zip64=True) as out:
                out.write(content)
    yield "64 bits in the headers", tmp_path / "64.zip"
    with zipfile.ZipFile(tmp_path / "folders.zip", "w") as archive:
        for sub in sorted({str(pathlib.PurePosixPath(n).parent) for n in version} - {"."}):
            archive.writestr(sub + "/", b"")
        for name, content in version.items():
            archive.writestr(name, content)
    yield "with entries for folders", tmp_path / "folders.zip"
    with zipfile.ZipFile(tmp_path / "comment.zip", "w") as archive:
        archive.comment = b"packed for the auditor"
        for name, content in version.items():
            info = zipfile.ZipInfo(name, FIXED)
            info.comment = b"x"
            archive.writestr(info, content)
    yield "with comments", tmp_path / "comment.zip"
    with zipfile.ZipFile(tmp_path / "dos.zip", "w") as archive:
        for name, content in version.items():
            info = zipfile.ZipInfo(name, FIXED)
            info.create_system, info.external_attr = 0, 0x20
            archive.writestr(info, content)
    yield "from Windows", tmp_path / "dos.zip"
    with zipfile.ZipFile(tmp_path / "extra.zip", "w") as archive:
        for name, content in version.items():
            info = zipfile.ZipInfo(name, FIXED)
            info.extra = struct.pack("<HHBI", 0x5455, 5, 1, 0) + struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 0, 4, 0)
            archive.writestr(info, content)
    yield "with times and owners", tmp_path / "extra.zip"
    if shutil.which("zip"):
        for i, options in enumerate((["-r"], ["-rX"], ["-r9D"], ["-r0"], ["-rfd"])):
            target = tmp_path / f"zip{i}.zip"
            subprocess.run(["zip", "-q", *options, target, "."], cwd=folder, check=True)
            yield f"zip {options[0]}", target
        subprocess.run(["zip", "-q", "-r", tmp_path / "around.zip", "v"], cwd=tmp_path, check=True)
        yield "zip with the folder", tmp_path / "around.zip"
        piped = subprocess.run("zip -q -r - . > ../piped.zip", shell=True, cwd=folder)
        if piped.returncode == 0:
            yield "zip to a pipe", tmp_path / "piped.zip"
    if shutil.which("bsdtar"):
        subprocess.run(["bsdtar", "-a", "-cf", tmp_path / "bsd.zip", *os.listdir(folder)], cwd=folder, check=True)
        yield "bsdtar", tmp_path / "bsd.zip"
    (tmp_path / "link.zip").symlink_to(tmp_path / "1.zip")
    yield "through a link", tmp_path / "link.zip"


def test_clean_archives_of_other_tools(version, made, tmp_path):
    count = 0
    for what, path in clean(tmp_path, version):
        status, failed, _ = verify(path, "--allowed-signers", made / "signers")
        assert (status, failed) == (0, []), what
        count += 1
    assert count >= 15


def test_a_package_packed_again_is_verified(made, tmp_path):
    archive = zipfile.ZipFile(made / "signed.zip")
    files = {n.split("/", 1)[1]: archive.read(n) for n in archive.namelist()}
    for top in ("", "x/"):
        assert verify(packed(tmp_path / "again.zip", files, top=top))[:2] == (0, [])


# Manipulation


def raw(files):
    """The bytes of an archive, in parts that a test can damage: local entries, directory entries, end."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED), content)
    return bytearray(buffer.getvalue())


def with_entry(files, info, content=b"x"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED), held)
        archive.writestr(info, content)
    return buffer.getvalue()


def renamed(data, old, new, where="both"):
    """Replaces a name of the same length in local headers, the directory, or both."""
    data = bytearray(data)
    at = -1
    while (at := data.find(old, at + 1)) >= 0:
        local = data[at - 30:at - 26] == b"PK\3\4"
        central = data[at - 46:at - 42] == b"PK\1\2"
        if (local and where in ("both", "local")) or (central and where in ("both", "central")):
            data[at:at + len(old)] = new
    return bytes(data)


def header(data, name, signature, size, length):
    """The offset of the header with exactly this name."""
    at = -1
    while (at := data.find(name, at + 1)) >= 0:
        start = at - size
        if data[start:start + 4] == signature and struct.unpack_from("<H", data, start + length)[0] == len(name):
            return start
    raise AssertionError(name)


def central(data, name):
    return header(data, name, b"PK\1\2", 46, 28)


def local(data, name):
    return header(data, name, b"PK\3\4", 30, 26)


def put(data, at, value, form="<H"):
    data = bytearray(data)
    struct.pack_into(form, data, at, value)
    return bytes(data)


def end(data):
    return data.rfind(b"PK\5\6")


def tamperings(version):
    files = dict(version)
    plain = bytes(raw(files))
    text = b"index.html"
    page = "readiness.html" if "readiness.html" in files else next(n for n in files if n.endswith(".html"))

    def info(name, **more):
        made = zipfile.ZipInfo("x", FIXED)
        made.filename = name
        for field, value in more.items():
            setattr(made, field, value)
        return made

    for name in ("../evil.html", "a/../../evil.html", "..", "/etc/evil", "C:evil", "c:/evil", "a\\..\\evil", "\\\\host\\evil", "./x", "a//b", "a/./b", "\x01x"):
        yield f"a name {name!r}", "zip-unsafe-name", with_entry(files, info(name))
    yield "a name that is only a slash", "zip-unsafe-name", with_entry(files, info("/"), b"")
    yield "a name deeper than any system takes", "zip-unsafe-name", with_entry(files, info("a/" * 500 + "x"))
    yield "a name in no encoding", "zip-unsafe-name", renamed(with_entry(files, info("qqqqqqqqqqq")), b"qqqqqqqqqqq", b"\xff\xfeqqqqqqqqq")
    yield "letters that are not marked as UTF-8", "zip-unsafe-name", renamed(with_entry(files, info("qqzz.html")), b"qqzz.html", "ézz.html".encode())
    with pytest.warns(UserWarning):
        twice = with_entry(files, info(page), b"other")
    yield "an entry twice", "zip-duplicate", twice
    yield "an entry in another case", "zip-duplicate", with_entry(files, info(page.upper()), b"other")
    both = dict(files)
    both["caf\u00e9.txt"] = b"1"
    yield "two Unicode forms", "zip-duplicate", with_entry(both, info("cafe\u0301.txt"), b"2")
    yield "a file that is a folder", "zip-duplicate", with_entry(files, info("index.html/x"))
    yield "a symbolic link", "zip-special", with_entry(files, info("link", create_system=3, external_attr=0o120777 << 16), b"/etc/passwd")
    yield "a link in the place of a page", "zip-special", put(plain, central(plain, page.encode()) + 38, 0o120777 << 16, "<I")
    yield "a device", "zip-special", with_entry(files, info("dev", create_system=3, external_attr=0o060777 << 16))
    yield "a pipe", "zip-special", with_entry(files, info("pipe", create_system=3, external_attr=0o010777 << 16))
    yield "a folder with bytes", "zip-special", with_entry(files, info("d/", create_system=3, external_attr=0o040755 << 16), b"hidden")
    yield "an extra field that makes links", "zip-special", with_entry(files, info("x", extra=struct.pack("<HH", 0x756E, 14) + bytes(14)))
    yield "a second name", "zip-two-names", with_entry(files, info("x", extra=struct.pack("<HHBI", 0x7075, 9, 1, 0) + b"evil"))
    yield "encrypted", "zip-encrypted", put(put(plain, central(plain, text) + 8, 1), local(plain, text) + 6, 1)
    yield "strongly encrypted", "zip-encrypted", put(plain, central(plain, text) + 8, 0x41)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    yield "a method that not all know", "zip-method", buffer.getvalue()
    yield "another name in its own header", "zip-headers-differ", renamed(plain, page.encode(), page.encode()[::-1].replace(b".", b"_"), "local")
    yield "another size in its own header", "zip-headers-differ", put(plain, local(plain, text) + 22, 1, "<I")
    yield "another checksum in its own header", "zip-headers-differ", put(plain, local(plain, text) + 14, 1, "<I")
    yield "another method in its own header", "zip-headers-differ", put(plain, local(plain, text) + 8, 8)
    yield "another flag in its own header", "zip-headers-differ", put(plain, local(plain, text) + 6, 0x800)
    at = end(plain)
    start = struct.unpack_from("<I", plain, at + 16)[0]
    shifted = bytearray(b"#!/bin/sh\n" + plain)
    yield "bytes before the archive", None, bytes(shifted)
    moved = bytearray(b"JUNK" + plain)
    position = moved.find(b"PK\1\2", start)
    while position >= 0:
        struct.pack_into("<I", moved, position + 42, struct.unpack_from("<I", moved, position + 42)[0] + 4)
        position = moved.find(b"PK\1\2", position + 46)
    struct.pack_into("<I", moved, end(moved) + 16, start + 4)
    yield "bytes before the first entry, offsets made to fit", "zip-extra-data", bytes(moved)
    yield "bytes after the last entry", "zip-extra-data", put(plain[:start] + b"HIDE" + plain[start:], at + 4 + 16, start + 4, "<I")
    yield "bytes before the end", "zip-extra-data", plain[:at] + b"HIDE" + plain[at:]
    yield "bytes after the end", "zip-extra-data", plain + b"tail"
    hole = bytearray(plain)
    second = hole.find(b"PK\3\4", 4)
    hole[second:second] = b"HIDE"
    position = hole.find(b"PK\1\2", start)
    while position >= 0:
        old = struct.unpack_from("<I", hole, position + 42)[0]
        if old:
            struct.pack_into("<I", hole, position + 42, old + 4)
        position = hole.find(b"PK\1\2", position + 46)
    struct.pack_into("<I", hole, end(hole) + 16, start + 4)
    yield "bytes between entries", "zip-extra-data", bytes(hole)
    yield "an entry beyond the end", "zip-overlap", put(plain, central(plain, text) + 42, len(plain) + 9, "<I")
    flipped = bytearray(plain)
    flipped[local(plain, text) + 30 + len(text) + 5] ^= 1
    yield "a byte of a page", "file-damaged", bytes(flipped)
    for part in (0.3, 0.9, 0.999):
        yield f"cut off at {part}", "zip-not-a-zip", plain[:int(len(plain) * part)]
    yield "cut off in the end", "zip-not-a-zip", plain[:-1]
    yield "the end missing", "zip-not-a-zip", plain[:at]
    yield "an empty file", "zip-not-a-zip", b""
    yield "no ZIP", "zip-not-a-zip", b"hello" * 100
    yield "several disks", "zip-multi-disk", put(plain, at + 4, 1)
    yield "an entry on another disk", "zip-multi-disk", put(plain, central(plain, text) + 34, 1)
    yield "fewer entries than there are", None, put(put(plain, at + 8, len(files) - 1), at + 10, len(files) - 1)
    yield "more entries than there are", "zip-directory-damaged", put(put(plain, at + 8, len(files) + 1), at + 10, len(files) + 1)
    yield "a directory of another length", None, put(plain, at + 12, 5, "<I")
    bomb = dict(files)
    bomb[page] = bytes(40_000_000)
    yield "a bomb that says its size", "file-changed", with_entry({k: v for k, v in bomb.items()}, info("zz"))
    liar = bytearray(with_entry({k: v for k, v in files.items() if k != page}, info(page, compress_type=8), bytes(40_000_000)))
    size = len(files[page])
    liar = put(put(liar, central(liar, page.encode()) + 24, size, "<I"), local(liar, page.encode()) + 22, size, "<I")
    yield "a bomb that lies about its size", "file-damaged", liar
    lacking = {k: v for k, v in files.items() if k != page}
    said = ("manifest", "manifest.sig", "seal", "seal.sig")
    yield "only what was said of it", "site-missing", bytes(raw({k: v for k, v in files.items() if k in said}))
    yield "a page missing", "file-missing", bytes(raw(lacking))
    yield "a page too much", "file-extra", bytes(raw({**files, "more.html": b"x"}))
    yield "a page renamed", "file-renamed", bytes(raw({**lacking, "other.html": files[page]}))
    yield "a page changed", "file-changed", bytes(raw({**files, page: files[page].replace(b"<", b"<", 1)[:-1] + b"!"}))
    yield "a page shortened", "file-changed", bytes(raw({**files, page: files[page][:-3]}))
    yield "a ZIP inside", "file-extra", bytes(raw({**files, "inner.zip": bytes(raw({"a": b"b"}))}))
    yield "files beside the folder", "manifest-missing", bytes(raw({**{f"v/{k}": v for k, v in files.items()}, "__MACOSX/x": b"x"}))
    yield "no manifest", "manifest-missing", bytes(raw({k: v for k, v in files.items() if k != "manifest"}))
    yield "the manifest changed", "manifest-malformed", bytes(raw({**files, "manifest": files["manifest"] + b"x"}))
    yield "the signature of the seal in the place of the other", "signature-invalid", bytes(raw({**files, "manifest.sig": files["seal.sig"]}))
    yield "the seal missing", "seal-missing", bytes(raw({k: v for k, v in files.items() if k != "seal"}))
    yield "the signature missing", "signature-missing", bytes(raw({k: v for k, v in files.items() if k != "manifest.sig"}))


def test_every_manipulation_is_reported(version, tmp_path):
    seen = 0
    wrong = []
    for what, code, data in tamperings(version):
        path = tmp_path / "t.zip"
        path.write_bytes(data)
        start = time.monotonic()
        status, failed, _ = verify(path)
        if status != 4 or not failed or (code and code not in [c for c, _ in failed]):
            wrong.append((what, status, code, failed[:3]))
        assert time.monotonic() - start < 5, what
        seen += 1
    assert not wrong, wrong
    assert seen >= 60


def test_two_entries_that_share_bytes_are_refused(tmp_path):
    """Two names share the same bytes: a simple way to build a ZIP bomb."""
    data = bytes(raw({"a.txt": b"same"}))
    line = data[central(data, b"a.txt"):end(data)]
    doubled = data[:end(data)] + line.replace(b"a.txt", b"b.txt") + data[end(data):]
    doubled = put(put(put(doubled, end(doubled) + 8, 2), end(doubled) + 10, 2), end(doubled) + 12, 2 * len(line), "<I")
    (tmp_path / "t.zip").write_bytes(doubled)
    assert verify(tmp_path / "t.zip")[1] == [("zip-headers-differ", "b.txt")]
    (tmp_path / "t.zip").write_bytes(doubled.replace(b"b.txt", b"a.txt"))
    assert verify(tmp_path / "t.zip")[1] == [("zip-duplicate", "a.txt"), ("zip-overlap", "a.txt")][:1]


def test_manipulations_of_a_package_are_reported(made, tmp_path):
    archive = zipfile.ZipFile(made / "signed.zip")
    files = {n.split("/", 1)[1]: archive.read(n) for n in archive.namelist()}
    document = next(n for n in files if n.startswith("documents/") and n.endswith(".md"))
    cases = [
        ({**files, document: files[document] + b"x"}, ("file-changed", document)),
        ({**files, "reports/gap-report.csv": b"none"}, ("file-changed", "reports/gap-report.csv")),
        ({k: v for k, v in files.items() if k != "releases/1.0/manifest"}, ("file-missing", "releases/1.0/manifest")),
        ({k: v for k, v in files.items() if k != "releases/1.0/manifest"}, ("chain-missing", "1.0")),
        ({**files, "evidence/more.txt": b"x"}, ("file-extra", "evidence/more.txt")),
        ({**files, "releases/1.1/seal": files["releases/1.0/seal"]}, ("seal-changed", "seal")),
        ({k: v for k, v in files.items() if k in ("manifest", "manifest.sig", "seal", "seal.sig")}, ("site-missing", None)),
        ({k: v for k, v in files.items() if k != document}, ("file-missing", document)),
    ]
    for changed, expected in cases:
        status, failed, findings = verify(packed(tmp_path / "t.zip", changed))
        assert status == 4 and expected in failed, (expected, failed)
        # Nothing is proved about a changed file.
        assert not [f for f in findings if f["code"] in ("documents", "package-site", "site")], expected


def test_a_document_that_is_not_a_source_is_reported(made, tmp_path):
    """A new, consistent manifest whose documents are not the sources that it lists."""
    archive = zipfile.ZipFile(made / "signed.zip")
    files = {n.split("/", 1)[1]: archive.read(n) for n in archive.namelist()}
    document = next(n for n in files if n.startswith("documents/") and n.endswith(".md"))
    old = hashlib.sha256(files[document]).hexdigest()
    changed = files[document][:-2] + b"!\n"
    manifest = files["manifest"].decode().replace(f"{old}  {document}", f"{hashlib.sha256(changed).hexdigest()}  {document}")
    forged = {**files, document: changed, "manifest": manifest.encode()}
    failed = verify(packed(tmp_path / "t.zip", forged))[1]
    assert ("document-stranger", document) in failed and ("merkle-root", "manifest") in failed


def test_archives_with_many_entries_are_read(made, tmp_path):
    """More than 65 535 entries need the 64-bit end record. Too large files are reported without being unpacked."""
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest", b"x")
        for i in range(66_000):
            archive.writestr(f"d/{i}", b"")
    status, failed, _ = verify(path)
    assert status == 4 and failed == [("manifest-malformed", "manifest")]


def test_the_pages_open_from_disk(made, tmp_path):
    browser = next((shutil.which(n) for n in ("chromium-headless-shell", "chromium", "google-chrome") if shutil.which(n)), None)
    if not browser:
        pytest.skip("no browser")
    zipfile.ZipFile(made / "signed.zip").extractall(tmp_path)
    folder = next(tmp_path.iterdir())
    for page, words in (("index.html", "Evidence package of"), ("reports/gap-report.html", "Gap report"), ("site/index.html", "Statement of Applicability")):
        done = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--enable-logging=stderr", (folder / page).as_uri()],
            capture_output=True, text=True, timeout=60)
        assert words in done.stdout and "CONSOLE" not in done.stderr, (page, done.stderr[-500:])
    # Every link of these pages leads to a file.
    for page in [folder / "index.html", *folder.glob("reports/*.html")]:
        for target in re.findall(r'href="([^"#]+)', page.read_text()):
            assert (page.parent / target).resolve().is_file(), (page, target)
