"""Every manipulation of a release is found and reported, and correct variations raise no alarm."""

import base64
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import textwrap
import zipfile

import pytest

from conftest import run
from ledger import VERSIONS, by_hand, git, verify
from test_build import tree


# Each function manipulates the published version 2.0 or the whole folder, and returns the expected code, and a path or None.


def flip(path, at=None):
    data = bytearray(path.read_bytes())
    at = len(data) // 2 if at is None else at
    data[at] ^= 1
    path.write_bytes(data)


def first(v, pattern):
    return sorted(p for p in v.rglob(pattern) if p.is_file())[0]


def flip_class(pattern):
    def change(v, w):
        path = first(v, pattern)
        flip(path)
        return "file-changed", path.relative_to(v).as_posix()

    change.__name__ = "flip " + pattern
    return change


def flip_first_byte(v, w):
    flip(v / "index.html", 0)
    return "file-changed", "index.html"


def flip_last_byte(v, w):
    flip(v / "index.html", -1)
    return "file-changed", "index.html"


def append_nothing_but_a_line_end(v, w):
    with open(v / "issues-to-fix.html", "ab") as file:
        file.write(b"\n")
    return "file-changed", "issues-to-fix.html"


def truncate(v, w):
    os.truncate(v / "index.html", 100)
    return "file-changed", "index.html"


def empty(v, w):
    os.truncate(v / "index.html", 0)
    return "file-changed", "index.html"


def convert_line_ends(v, w):
    path = v / "index.html"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return "file-changed", "index.html"


def remove(v, w):
    (v / "issues-to-fix.html").unlink()
    return "file-missing", "issues-to-fix.html"


def remove_folder(v, w):
    name = first(v / "risks", "*.html").relative_to(v).as_posix()
    shutil.rmtree(v / "risks")
    return "file-missing", name


def only_what_was_said_of_it(v, w):
    """Every page is removed; the four files still list them."""
    for path in v.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in ("manifest", "manifest.sig", "seal", "seal.sig"):
            path.unlink()
    return "site-missing", None


def add(v, w):
    (v / "extra.html").write_text("<p>new</p>")
    return "file-extra", "extra.html"


def add_hidden(v, w):
    (v / ".htaccess").write_text("Redirect / https://example.org/\n")
    return "file-extra", ".htaccess"


def add_deep(v, w):
    (v / "risks" / "a" / "b").mkdir(parents=True)
    (v / "risks" / "a" / "b" / "c.html").write_text("x")
    return "file-extra", "risks/a/b/c.html"


def add_empty_file(v, w):
    (v / "empty").write_text("")
    return "file-extra", "empty"


def add_own_name_deeper(v, w):
    (v / "risks" / "manifest").write_text("x")
    return "file-extra", "risks/manifest"


def add_sources(v, w):
    (v / "SOURCES").mkdir()
    (v / "SOURCES" / "dossier.yaml").write_bytes((w / "repo" / "content" / "dossier.yaml").read_bytes())
    return "file-extra", "SOURCES/dossier.yaml"


def rename(v, w):
    (v / "issues-to-fix.html").rename(v / "points.html")
    return "file-renamed", "points.html"


def change_case(v, w):
    (v / "index.html").rename(v / "Index.html")
    return "file-renamed", "Index.html"


def exchange_two(v, w):
    a, b = (v / "index.html").read_bytes(), (v / "issues-to-fix.html").read_bytes()
    (v / "index.html").write_bytes(b)
    (v / "issues-to-fix.html").write_bytes(a)
    return "file-changed", "issues-to-fix.html"


def link_to_the_same_bytes(v, w):
    (v / "index.html").rename(w / "elsewhere.html")
    (v / "index.html").symlink_to(w / "elsewhere.html")
    return "file-special", "index.html"


def link_a_folder(v, w):
    (v / "risks").rename(w / "elsewhere")
    (v / "risks").symlink_to(w / "elsewhere")
    return "file-special", "risks"


def add_a_link(v, w):
    (v / "more").symlink_to("/etc")
    return "file-special", "more"


def add_a_pipe(v, w):
    os.mkfifo(v / "pipe")
    return "file-special", "pipe"


def file_becomes_folder(v, w):
    (v / "index.html").unlink()
    (v / "index.html").mkdir()
    return "file-missing", "index.html"


def name_that_is_not_utf8(v, w):
    with open(os.fsencode(v) + b"/\xff.html", "wb") as file:
        file.write(b"x")
    return "file-special", None


def edit(name, old, new):
    def change(v, w):
        path = v / name
        text = path.read_bytes()
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        path.write_bytes(changed)
        return "signature-invalid", f"{name}.sig"

    change.__name__ = f"edit {name} {old.decode()[:24]}"
    return change


def cover_up_a_change(v, w):
    """The page, its line and its size are changed, but not the signature."""
    path = v / "index.html"
    old = hashlib.sha256(path.read_bytes()).hexdigest().encode()
    flip(path)
    manifest = v / "manifest"
    manifest.write_bytes(manifest.read_bytes().replace(old, hashlib.sha256(path.read_bytes()).hexdigest().encode()))
    return "merkle-root", "manifest"


def order_of_the_manifest(v, w):
    lines = (v / "manifest").read_bytes().splitlines(keepends=True)
    (v / "manifest").write_bytes(b"".join(lines[:-4] + lines[-2:] + lines[-4:-2]))
    return "manifest-malformed", "manifest"


def line_twice(v, w):
    lines = (v / "manifest").read_bytes().splitlines(keepends=True)
    (v / "manifest").write_bytes(b"".join(lines + lines[-2:]))
    return "manifest-malformed", "manifest"


def line_less(v, w):
    lines = (v / "manifest").read_bytes().splitlines(keepends=True)
    (v / "manifest").write_bytes(b"".join(lines[:-2]))
    return "manifest-malformed", "manifest"


def cut_the_manifest(v, w):
    os.truncate(v / "manifest", (v / "manifest").stat().st_size - 30)
    return "manifest-malformed", "manifest"


def name_that_climbs_out(v, w):
    path = v / "manifest"
    path.write_bytes(path.read_bytes().replace(b"  index.html\n", b"  ../index.html\n"))
    return "manifest-malformed", "manifest"


def absolute_name(v, w):
    path = v / "manifest"
    path.write_bytes(path.read_bytes().replace(b"  index.html\n", b"  /index.html\n"))
    return "manifest-malformed", "manifest"


def escaped_line_end_in_a_name(v, w):
    path = v / "manifest"
    path.write_bytes(re.sub(rb"\n([0-9a-f]{64}  index)\.html\n", rb"\n\\\1\\n.html\n", path.read_bytes()))
    return "manifest-malformed", "manifest"


def capital_digits(v, w):
    path = v / "manifest"
    path.write_bytes(re.sub(rb"\n([0-9a-f]{64})  index", lambda m: b"\n" + m[1].upper() + b"  index", path.read_bytes()))
    return "manifest-malformed", "manifest"


def dos_line_ends_in_the_manifest(v, w):
    path = v / "manifest"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return "manifest-malformed", "manifest"


def no_manifest(v, w):
    (v / "manifest").unlink()
    return "manifest-missing", "manifest"


def empty_manifest(v, w):
    (v / "manifest").write_text("")
    return "manifest-malformed", "manifest"


def strip_the_signature(v, w):
    (v / "manifest.sig").unlink()
    return "signature-missing", "manifest.sig"


def strip_both_signatures_and_say_unsigned(v, w):
    (v / "manifest.sig").unlink()
    (v / "seal.sig").unlink()
    for name in ("manifest", "seal"):
        path = v / name
        path.write_bytes(re.sub(rb"# signer .*\n", b"# signer none\n", path.read_bytes()))
    return "signature-missing", "manifest.sig"


def strip_the_signature_of_the_seal(v, w):
    (v / "seal.sig").unlink()
    return "signature-missing", "seal.sig"


def signature_of_another_release(v, w):
    shutil.copy(v.parent / "1.2" / "manifest.sig", v / "manifest.sig")
    return "signature-invalid", "manifest.sig"


def signature_of_the_seal_for_the_manifest(v, w):
    shutil.copy(v / "seal.sig", v / "manifest.sig")
    return "signature-invalid", "manifest.sig"


def flip_the_signature(v, w):
    path = v / "manifest.sig"
    lines = path.read_text().splitlines()
    lines[2] = lines[2][::-1]
    path.write_text("\n".join(lines) + "\n")
    return "signature-invalid", "manifest.sig"


def last_byte_of_the_signature(v, w):
    """Text that `ssh-keygen` ignores."""
    path = v / "manifest.sig"
    path.write_bytes(path.read_bytes()[:-1] + b"X")
    return "signature-invalid", "manifest.sig"


def line_after_the_signature(v, w):
    with open(v / "manifest.sig", "a") as file:
        file.write("approved by nobody\n")
    return "signature-invalid", "manifest.sig"


def line_after_the_signature_of_the_seal(v, w):
    with open(v / "seal.sig", "a") as file:
        file.write("\n")
    return "signature-invalid", "seal.sig"


def other_lines_in_the_signature(v, w):
    path = v / "seal.sig"
    begin, *lines, end = path.read_text().splitlines()
    path.write_text("\n".join([begin, "".join(lines), end, ""]))
    return "signature-invalid", "seal.sig"


def something_hidden_in_the_signature(v, w):
    """Text in a reserved field that `ssh-keygen` ignores."""
    path = v / "manifest.sig"
    begin, *lines, end = path.read_text().splitlines()
    blob = base64.b64decode("".join(lines))
    namespace = blob.index(b"dossier-release") + len("dossier-release")
    blob = blob[:namespace] + b"\0\0\0\4none" + blob[namespace + 4:]
    path.write_text("\n".join([begin, *textwrap.wrap(base64.b64encode(blob).decode(), 70), end, ""]))
    return "signature-invalid", "manifest.sig"


def sign(path, key, namespace="dossier-release"):
    path.with_name(path.name + ".sig").unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", namespace, str(path)], check=True, capture_output=True)


def sign_again_with_another_key(v, w):
    sign(v / "manifest", w / "mallory")
    sign(v / "seal", w / "mallory")
    return "signature-other-key", "manifest.sig"


def sign_for_another_purpose(v, w):
    sign(v / "manifest", w / "alice", "git")
    return "signature-invalid", "manifest.sig"


def forge_everything_with_another_key(v, w):
    """A consistent release by another signer."""
    print_ = subprocess.run(["ssh-keygen", "-l", "-f", str(w / "mallory")], capture_output=True, check=True).stdout.split()[1]
    for name in ("manifest", "seal"):
        (v / name).write_bytes(re.sub(rb"# signer .*\n", b"# signer " + print_ + b"\n", (v / name).read_bytes()))
        sign(v / name, w / "mallory")
    return "signer-unknown", "manifest.sig"


def no_seal(v, w):
    (v / "seal").unlink()
    return "seal-missing", "seal"


def another_seal(v, w):
    shutil.copy(v.parent / "1.2" / "seal", v / "seal")
    shutil.copy(v.parent / "1.2" / "seal.sig", v / "seal.sig")
    return "seal-changed", "seal"


def exchange_two_releases(v, w):
    other = v.parent / "1.2"
    v.rename(w / "t")
    other.rename(v)
    (w / "t").rename(other)
    return "version-name", "manifest"


def rename_a_release(v, w):
    (v.parent / "1.2").rename(v.parent / "1.9")
    return "chain-renamed", "1.9"


def copy_a_release_under_another_name(v, w):
    shutil.copytree(v, v.parent / "2.0-copy")
    return "version-name", "manifest"


def remove_a_release(v, w):
    shutil.rmtree(v.parent / "1.2")
    return "chain-missing", "1.2"


def remove_the_last_release(v, w):
    shutil.rmtree(v.parent / "2.2")
    return "index-changed", "versions.json"


def remove_the_manifest_of_an_earlier_one(v, w):
    (v.parent / "1.0" / "manifest").unlink()
    return "chain-missing", "1.0"


def change_an_earlier_manifest(v, w):
    path = v.parent / "1.1" / "manifest"
    path.write_bytes(path.read_bytes().replace(b"# warnings ", b"# warnings 1"))
    return "chain-changed", "1.1"


def change_an_earlier_page(v, w):
    flip(v.parent / "1.0" / "index.html")
    return "file-changed", "index.html"


def break_an_earlier_manifest(v, w):
    flip(v.parent / "1.1" / "manifest", 40)
    return "chain-changed", "1.1"


def replace_an_earlier_release_signed_anew(v, w):
    """Changed and signed again by the owner of the right key."""
    for name in ("manifest", "seal"):
        path = v.parent / "1.1" / name
        path.write_bytes(path.read_bytes().replace(b"# warnings ", b"# warnings 1"))
        sign(path, w / "alice")
    return "chain-changed", "1.1"


def add_a_folder_beside(v, w):
    (v.parent / "9.9").mkdir()
    (v.parent / "9.9" / "index.html").write_text("x")
    return "manifest-missing", "manifest"


def add_a_file_beside(v, w):
    (v.parent / "index.html").write_text("x")
    return "file-extra", "index.html"


def add_a_file_beside_the_latest(v, w):
    (w / "pub" / "latest" / "a.html").write_text("x")
    return "file-extra", "latest/a.html"


def add_a_folder_beside_the_latest(v, w):
    (w / "pub" / "latest" / "a").mkdir()
    return "file-extra", "latest/a"


def add_with_a_name_like_a_source(v, w):
    """With a line in the manifest, this file would be a listed file. Here it has no line."""
    (v / "risks" / "a  SOURCES").mkdir()
    (v / "risks" / "a  SOURCES" / "b.html").write_text("x")
    return "file-extra", "risks/a  SOURCES/b.html"


def list_leaves_one_out(v, w):
    path = w / "pub" / "versions.json"
    path.write_text(path.read_text().replace('"2.1"', '"2.1b"'))
    return "index-changed", "versions.json"


def data_that_names_another_version_of_the_program(v, w):
    path = w / "pub" / "versions.json"
    path.write_text(path.read_text().replace("dossier 0.1.0", "dossier 0.0.9"))
    return "index-changed", "versions.js"


def latest_leads_elsewhere_and_another_program_made_it(v, w):
    for name in ("versions.json", "versions.js"):
        path = w / "pub" / name
        path.write_text(path.read_text().replace("dossier 0.1.0", "dossier 0.0.9"))
    (w / "pub" / "latest" / "index.html").write_text('<meta http-equiv=refresh content="0;url=https://example.org/">')
    return "index-changed", "latest/index.html"


def a_program_that_made_no_version(v, w):
    for name in ("versions.json", "versions.js"):
        path = w / "pub" / name
        path.write_text(path.read_text().replace("dossier 0.1.0", "dossier 0.0.9"))
    return "index-maker", "versions.json"


def script_leads_elsewhere(v, w):
    path = w / "pub" / "versions.js"
    path.write_text(path.read_text().replace("versions/2.1/", "https://example.org/"))
    return "index-changed", "versions.js"


def latest_leads_to_an_old_one(v, w):
    path = w / "pub" / "latest" / "index.html"
    path.write_text(path.read_text().replace("2.2", "1.0"))
    return "index-changed", "latest/index.html"


def no_feed(v, w):
    (w / "pub" / "versions.atom").unlink()
    return "index-missing", "versions.atom"


def pages_of_versions_lead_elsewhere(v, w):
    path = w / "pub" / "versions-pages.js"
    path.write_text(path.read_text().replace("index", "issues-to-fix", 1))
    return "index-changed", "versions-pages.js"


def no_list_of_pages(v, w):
    (w / "pub" / "versions-pages.js").unlink()
    return "index-missing", "versions-pages.js"


def first_page_hides_a_version(v, w):
    path = w / "pub" / "index.html"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if ">2.1</a></th>" not in line))
    return "index-changed", "index.html"


def no_first_page(v, w):
    (w / "pub" / "index.html").unlink()
    return "index-missing", "index.html"


def integrity_page_tells_another_command(v, w):
    path = v / "integrity.html"
    path.write_text(path.read_text().replace("sha256sum -c --strict --quiet", "true", 1))
    return "file-changed", "integrity.html"


def integrity_page_names_another_key(v, w):
    path = v / "integrity.html"
    path.write_text(re.sub(r"SHA256:[^ .]{8}", "SHA256:AAAAAAAA", path.read_text()))
    return "file-changed", "integrity.html"


def no_integrity_page(v, w):
    (v / "integrity.html").unlink()
    return "file-missing", "integrity.html"


def switcher_says_nothing_of_later_versions(v, w):
    path = v / "assets" / "script.js"
    path.write_text(path.read_text().replace("superseded_by", "none"))
    return "file-changed", "assets/script.js"


def page_calls_itself_another_release(v, w):
    path = v / "index.html"
    path.write_text(path.read_text().replace('data-release="2.0"', 'data-release="2.2"').replace("release 2.0", "release 2.2"))
    return "file-changed", "index.html"


def history_of_a_record_is_changed(v, w):
    path = next(p for p in sorted(v.rglob("*.html")) if 'id="page.history"' in p.read_text())
    text = path.read_text()
    path.write_text(text.replace("Ada", "Bob"))
    assert path.read_text() != text
    return "file-changed", path.relative_to(v).as_posix()


def history_is_neither_shown_nor_left_out(v, w):
    path = v / "manifest"
    path.write_bytes(path.read_bytes().replace(b"# history shown\n", b"# history Shown\n"))
    return "manifest-malformed", "manifest"


def no_line_on_history(v, w):
    path = v / "manifest"
    path.write_bytes(path.read_bytes().replace(b"# history shown\n", b""))
    return "manifest-malformed", "manifest"


TAMPERINGS = [
    *map(flip_class, ["*.html", "*.css", "*.js", "*.csv", "*.txt", "site.json"]),
    flip_first_byte, flip_last_byte, append_nothing_but_a_line_end, truncate, empty, convert_line_ends, remove, remove_folder, add,
    add_hidden, add_deep, add_empty_file, add_own_name_deeper, add_sources, rename, change_case, exchange_two, link_to_the_same_bytes,
    link_a_folder, add_a_link, add_a_pipe, file_becomes_folder, name_that_is_not_utf8,
    edit("manifest", rb"# warnings \d+", b"# warnings 99"), edit("manifest", rb"# as-of 2026", b"# as-of 2027"),
    edit("manifest", rb"# commit [0-9a-f]{8}", b"# commit 01234567"), edit("manifest", rb"# excepted \d+", b"# excepted 9"),
    edit("manifest", rb"# organisation .*", b"# organisation Other"),
    cover_up_a_change, order_of_the_manifest, line_twice, line_less, cut_the_manifest, name_that_climbs_out, absolute_name,
    escaped_line_end_in_a_name, capital_digits, dos_line_ends_in_the_manifest, no_manifest, empty_manifest, strip_the_signature,
    strip_both_signatures_and_say_unsigned, strip_the_signature_of_the_seal, signature_of_another_release,
    signature_of_the_seal_for_the_manifest, flip_the_signature, sign_again_with_another_key, sign_for_another_purpose,
    forge_everything_with_another_key, no_seal, another_seal, exchange_two_releases, rename_a_release,
    copy_a_release_under_another_name, remove_a_release, remove_the_last_release, remove_the_manifest_of_an_earlier_one,
    change_an_earlier_manifest, change_an_earlier_page, break_an_earlier_manifest, replace_an_earlier_release_signed_anew,
    add_a_folder_beside, add_a_file_beside, add_a_file_beside_the_latest, add_a_folder_beside_the_latest,
    add_with_a_name_like_a_source, list_leaves_one_out, script_leads_elsewhere, data_that_names_another_version_of_the_program,
    latest_leads_to_an_old_one, no_feed,
    edit("manifest", rb"# history shown", b"# history left-out"), pages_of_versions_lead_elsewhere, no_list_of_pages,
    first_page_hides_a_version, no_first_page, integrity_page_tells_another_command, integrity_page_names_another_key,
    no_integrity_page, switcher_says_nothing_of_later_versions, page_calls_itself_another_release,
    history_of_a_record_is_changed, history_is_neither_shown_nor_left_out, no_line_on_history, only_what_was_said_of_it,
    last_byte_of_the_signature, line_after_the_signature, line_after_the_signature_of_the_seal, other_lines_in_the_signature,
    something_hidden_in_the_signature, latest_leads_elsewhere_and_another_program_made_it, a_program_that_made_no_version,
]

# Ordinary tools cannot find these with the given files: the lists, and files beside a version.
NOT_BY_HAND = {
    "change_an_earlier_page", "remove_the_last_release", "rename_a_release", "copy_a_release_under_another_name", "add_a_folder_beside",
    "add_a_file_beside", "add_a_file_beside_the_latest", "add_a_folder_beside_the_latest", "list_leaves_one_out", "script_leads_elsewhere",
    "data_that_names_another_version_of_the_program", "latest_leads_to_an_old_one", "no_feed", "capital_digits",
    "pages_of_versions_lead_elsewhere", "no_list_of_pages", "first_page_hides_a_version", "no_first_page",
    "latest_leads_elsewhere_and_another_program_made_it", "a_program_that_made_no_version",
    # Text that `ssh-keygen` ignores.
    "last_byte_of_the_signature", "line_after_the_signature", "line_after_the_signature_of_the_seal", "other_lines_in_the_signature",
    "something_hidden_in_the_signature",
    # The commands check the signed bytes, and these are right.
    "exchange_two_releases",
}


def test_there_are_enough_manipulations():
    assert len(TAMPERINGS) >= 75


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda t: t.__name__.replace(" ", "-"))
def test_a_manipulation_is_found_and_reported(copy, tamper):
    code, path = tamper(copy / "pub" / "versions" / "2.0", copy)
    status, failed, _ = verify(copy / "pub", "--allowed-signers", copy / "signers")
    assert status == 4
    assert any(c == code and (path is None or p == path) for c, p in failed), failed
    if tamper.__name__ not in NOT_BY_HAND:
        assert by_hand(copy / "pub" / "versions" / "2.0", copy / "signers").returncode != 0


def listed_by_hand(names, tmp_path):
    """The result of the commands in docs/manifest.md for a manifest that lists these existing files."""
    page = (pathlib.Path(__file__).parents[2] / "docs" / "manifest.md").read_text()
    digests, others = re.findall(r"^```\n(.*?)^```", page, re.M | re.S)
    lines = []
    for name in names:
        (tmp_path / "v" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "v" / name).write_text(name)
        digest = hashlib.sha256(name.encode()).hexdigest()
        lines.append(f"\\{digest}  " + name.replace("\\", "\\\\") if "\\" in name else f"{digest}  {name}")
    lines += [f"{hashlib.sha256(b'x').hexdigest()}  SOURCES/a.md", f"\\{hashlib.sha256(b'x').hexdigest()}  SOURCES/b\\\\c.md"]
    (tmp_path / "v" / "manifest").write_text("#\n" + "".join(f"# size 1\n{line}\n" for line in lines))
    script = digests.splitlines()[1] + "\n" + "\n".join(others.splitlines()[:2]).replace("/tmp/listed", str(tmp_path / "listed"))
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=tmp_path / "v", capture_output=True, text=True)


def test_the_printed_commands_can_read_every_name(tmp_path):
    names = ["a/b  SOURCES/c.html", "d  SOURCES/e", "f\\g.txt", "h\\\\i  SOURCES/j.txt", "k"]
    done = listed_by_hand(sorted(names), tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    for name in names:
        (tmp_path / "v" / name).write_text("changed")
        script = re.search(r"^grep -vE.*sha256sum.*$", (pathlib.Path(__file__).parents[2] / "docs" / "manifest.md").read_text(), re.M)[0]
        assert subprocess.run(["bash", "-c", script], cwd=tmp_path / "v", capture_output=True).returncode != 0, name
        (tmp_path / "v" / name).write_text(name)


SOURCE_TAMPERINGS = [
    (lambda c: flip(c / "handbook" / "index.md"), "source-changed", "handbook/index.md"),
    (lambda c: (c / "handbook" / "back\\slash.txt").write_text("?"), "source-changed", "handbook/back\\slash.txt"),
    (lambda c: (c / "roles.yaml").unlink(), "source-missing", "roles.yaml"),
    (lambda c: (c / "new.md").write_text("# New\n"), "source-extra", "new.md"),
    (lambda c: (c / "roles.yaml").rename(c / "people.yaml"), "source-renamed", "people.yaml"),
    (lambda c: flip(c / "evidence" / "files" / "evd-001-answer-test.txt"), "source-changed", "evidence/files/evd-001-answer-test.txt"),
    (lambda c: ((c / "roles.yaml").rename(c.parent / "r"), (c / "roles.yaml").symlink_to(c.parent / "r")), "source-missing", "roles.yaml"),
    (lambda c: flip(c / "releases" / "1.1" / "manifest"), "chain-changed", "1.1"),
    (lambda c: shutil.rmtree(c / "releases" / "1.1"), "chain-missing", "1.1"),
]


@pytest.mark.parametrize("number", range(len(SOURCE_TAMPERINGS)))
def test_a_manipulation_of_sources_is_found_and_reported(copy, number):
    change, code, path = SOURCE_TAMPERINGS[number]
    content = copy / "repo" / "content"
    change(content)
    status, failed, _ = verify(content / "releases" / "2.2", "--sources", content)
    assert status == 4 and (code, path) in failed, failed


def made_by_an_earlier_program(pub, w):
    """The newest version and the lists are by an earlier version of the program."""
    newest = pub / "versions" / "2.2"
    old = hashlib.sha256((newest / "manifest").read_bytes()).hexdigest()
    for name in ("manifest", "seal"):
        path = newest / name
        path.write_bytes(path.read_bytes().replace(b"# tool dossier 0.1.0\n", b"# tool dossier 0.0.9\n"))
        sign(path, w / "alice")
    new = hashlib.sha256((newest / "manifest").read_bytes()).hexdigest()
    for name in ("versions.json", "versions.js"):
        text = (pub / name).read_text()
        assert '"dossier 0.1.0"' in text and old in text
        (pub / name).write_text(text.replace('"dossier 0.1.0"', '"dossier 0.0.9"').replace(old, new))


LEADS_ELSEWHERE = {
    "latest/index.html": [
        lambda t: '<meta http-equiv=refresh content="0;url=https://example.org/">',
        lambda t: t.replace("2.2", "1.0"),
        lambda t: t.replace("url=../versions/2.2/index.html", "url=https://example.org/"),
        lambda t: t.replace('<a href="../versions/2.2/index.html">', '<a href="javascript:alert(1)">'),
        lambda t: t.replace('<a href="../versions/2.2/index.html">', '<a href="../versions/2.2/../../other.html">'),
        lambda t: t.replace('<a href="../versions/2.2/index.html">', '<a href="../versions/2.2/index.html" onclick="go()">'),
        lambda t: t.replace("</html>", '<script>location = "https://example.org/"</script></html>'),
        lambda t: t.replace("</html>", '<script src="../versions/2.2/assets/script.js">go()</script></html>'),
        lambda t: t.replace("</html>", "<!--><script>go()</script>--></html>"),
        # Some programs read this as one character with its neighbour.
        lambda t: t.replace("</html>", "\u0600<script>go()</script></html>"),
        lambda t: t.replace('index.html">', 'index.html"\u0338 onclick=" title="">'),
        lambda t: t.replace("</html>", '<A HREF="https://example.org/">more</A></html>'),
        lambda t: "",
    ],
    "index.html": [
        lambda t: t.replace("2.1", "9.9"),
        lambda t: "".join(line for line in t.splitlines(keepends=True) if ">2.1</a></th>" not in line),
        lambda t: t.replace("</main>", '<a href="//example.org/">newer</a></main>'),
        lambda t: t.replace("</main>", '<a href="versions/9.9/index.html">9.9</a></main>'),
        lambda t: t.replace("</main>", '<form action="https://example.org/"></form></main>'),
        lambda t: t.replace("</main>", '<base href="https://example.org/"></main>'),
    ],
    "versions.atom": [
        lambda t: "<feed>9.9 was released</feed>",
        lambda t: t.replace("versions/2.1/index.html", "https://example.org/"),
        lambda t: t.replace("versions/2.1/index.html", "versions/2.2/index.html"),
    ],
    "versions-pages.js": [lambda t: t + 'location = "https://example.org/"\n', lambda t: "", lambda t: t.replace('{"dossier', 'go() || {"dossier')],
}


def test_lists_of_an_earlier_program_must_not_link_elsewhere(copy):
    pub = copy / "pub"
    made_by_an_earlier_program(pub, copy)
    assert verify(pub, "--allowed-signers", copy / "signers")[:2] == (0, [])
    for name, harms in LEADS_ELSEWHERE.items():
        text = (pub / name).read_text()
        for i, harm in enumerate(harms):
            assert harm(text) != text, (name, i)
            (pub / name).write_text(harm(text))
            status, failed, findings = verify(pub)
            assert status == 4 and ("index-changed", name) in failed, (name, i, failed)
            assert not [f for f in findings if f["code"] == "index"]
        (pub / name).write_text(text)


def test_a_release_without_its_site_is_accepted_only_among_releases(copy, tmp_path):
    release = copy / "repo" / "content" / "releases" / "2.2"
    assert [f["state"] for f in verify(release)[2] if f["code"] == "site"] == ["not-checked"]
    shutil.copytree(release, tmp_path / "for the auditor")
    status, failed, findings = verify(tmp_path / "for the auditor", "--allowed-signers", copy / "signers")
    assert (status, failed) == (4, [("site-missing", None)])
    # If the folder of releases is a link, it is still the folder of releases.
    releases = release.parent
    releases.rename(tmp_path / "kept elsewhere")
    releases.symlink_to(tmp_path / "kept elsewhere")
    assert verify(release)[:2] == (0, []) and verify(releases)[:2] == (0, [])


def test_other_files_among_releases_are_skipped(copy):
    releases = copy / "repo" / "content" / "releases"
    (releases / "notes").mkdir()
    (releases / "notes" / "how-to.md").write_text("# How we release\n")
    (releases / ".DS_Store").write_bytes(b"x")
    status, failed, findings = verify(releases, "--allowed-signers", copy / "signers")
    assert (status, failed) == (0, [])
    assert [(f["state"], f["sentence"].rpartition(": ")[2]) for f in findings if f["code"] == "beside"] == [("not-checked", ".DS_Store, notes")]
    # A release that has lost its manifest is not skipped.
    (releases / "2.2" / "manifest").unlink()
    assert ("manifest-missing", "manifest") in verify(releases)[1]


# No false alarm


def test_no_false_alarm(six, copy, tmp_path):
    """Sixty correct variations."""
    signed = ["--allowed-signers", copy / "signers"]
    pub, content = copy / "pub", copy / "repo" / "content"
    version = pub / "versions" / "2.0"
    count = 0

    def clean(path, *more, **options):
        nonlocal count
        count += 1
        status, failed, findings = verify(path, *more, **options)
        assert (status, failed) == (0, []), (count, path, failed)
        return findings

    for name in VERSIONS:
        clean(pub / "versions" / name, *signed)
        clean(content / "releases" / name, *signed)
    clean(pub)
    clean(pub / "versions", *signed)
    clean(content / "releases", *signed)
    clean(version)
    clean(f"{version}/", *signed)
    clean(".", *signed, cwd=version)
    clean("2.0", *signed, cwd=version.parent)
    clean("../2.0", *signed, cwd=version.parent / "1.0")
    for env in ({"LC_ALL": "tr_TR.UTF-8"}, {"TZ": "Asia/Kathmandu"}, {"HOME": "/nonexistent"}, {"TMPDIR": str(tmp_path)}):
        clean(version, *signed, env=env)
    for workers in (1, 7):
        clean(pub, *signed, "--workers", workers)
    (tmp_path / "link").symlink_to(version)
    clean(tmp_path / "link", *signed)
    for path in version.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    clean(version, *signed)
    for path in version.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    clean(version, *signed)
    (version / "empty-folder").mkdir()
    clean(version, *signed)
    # A version that was handed over alone is reported without an alarm.
    shutil.copytree(version, tmp_path / "from the auditee")
    findings = clean(tmp_path / "from the auditee", *signed)
    assert [f["state"] for f in findings if f["code"] == "chain"] == ["not-checked"]
    with tarfile.open(tmp_path / "t.tar", "w") as archive:
        archive.add(version, "2.0")
    with tarfile.open(tmp_path / "t.tar") as archive:
        archive.extractall(tmp_path / "untarred")
    clean(tmp_path / "untarred" / "2.0", *signed)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        for path in version.rglob("*"):
            archive.write(path, path.relative_to(version))
    with zipfile.ZipFile(tmp_path / "z.zip") as archive:
        archive.extractall(tmp_path / "unzipped")
    clean(tmp_path / "unzipped", *signed)
    subprocess.run(["cp", "-rl", str(version), str(tmp_path / "linked")], check=True)
    clean(tmp_path / "linked", *signed)
    # Other files of allowed signers with the same meaning.
    public = " ".join((six / "alice.pub").read_text().split()[:2])
    other = " ".join((six / "mallory.pub").read_text().split()[:2])
    for text in (f"alice@example.org {public}\n", f"# who may\n\n*@example.org {public}\n", f"mallory@example.org {other}\nalice {public}\n",
                 f'alice@example.org,bob@example.org namespaces="file,dossier-release" {public}\n', f"bob {public}\nalice {public}\n"):
        (tmp_path / "signers").write_text(text)
        clean(version, "--allowed-signers", tmp_path / "signers")
    # Files of a killed publication, until the next one removes them.
    (pub / "versions" / ".9.9.dossier-12345-abc").mkdir()
    findings = clean(pub, *signed)
    assert [(f["state"], "probably left by" in f["sentence"]) for f in findings if f["code"] == "stage"] == [("not-checked", True)]
    # The sources of another version, at its tag.
    for name in VERSIONS:
        git(copy / "repo", "checkout", "-q", name)
        clean(content / "releases" / name, "--sources", content, *signed)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(six / "repo"), str(clone))
    clean(clone / "content" / "releases", *signed)
    clean(clone / "content" / "releases" / "2.2", "--sources", clone / "content", *signed)
    # A published folder that begins with a later release.
    late = tmp_path / "late"
    for name in VERSIONS[3:]:
        git(copy / "repo", "checkout", "-q", name)
        run("publish", "--to", late, "--release", name, cwd=copy / "repo", check=0)
        clean(late, *signed)
    # Other files of a publisher beside the versions, and a first page of their own.
    for name in ("robots.txt", "CNAME", ".nojekyll", "index.html"):
        (pub / name).write_text("ours\n")
        findings = clean(pub, *signed)
    assert [f["sentence"].rpartition(": ")[2] for f in findings if f["code"] == "beside"] == [".nojekyll, CNAME, robots.txt"]
    # Lists by an earlier version of the program, with other wording.
    made_by_an_earlier_program(late, copy)
    (late / "index.html").write_text((late / "index.html").read_text().replace("</h1>", "!</h1>"))
    said = {f["code"]: (f["state"], f["sentence"]) for f in clean(late, *signed)}
    state, sentence = said["index-maker"]
    assert state == "not-checked" and sentence.startswith("made by dossier 0.0.9, not by dossier 0.1.0; only the links were checked")
    assert sentence.endswith(": versions.atom, index.html")
    assert said["index"][1].endswith(": versions.json, versions.js, versions-pages.js, latest/index.html")
    # Published again, moved as a whole, and served from another name.
    git(copy / "repo", "checkout", "-q", "main")
    run("publish", "--to", pub, cwd=copy / "repo", check=0)
    clean(pub, *signed)
    shutil.copytree(pub, tmp_path / "elsewhere ü", symlinks=True)
    clean(tmp_path / "elsewhere ü", *signed)
    clean(tmp_path / "elsewhere ü" / "versions" / "2.2", *signed)
    # Released without history and without a key.
    run("release", "3", "--no-history", "--quiet", cwd=copy / "repo", check=0)
    run("publish", "--to", pub, cwd=copy / "repo", check=0)
    clean(pub)
    clean(pub / "versions" / "3", "--sources", content)
    assert count >= 60
    assert {k: v for k, v in tree(version).items()} == tree(six / "pub" / "versions" / "2.0")


def test_other_folders_are_not_reported_as_releases(six, tmp_path):
    run("verify", tmp_path / "nothing", check=3)
    run("init", tmp_path / "w", check=0)
    run("build", cwd=tmp_path / "w", check=0)
    status, failed, _ = verify(tmp_path / "w" / "site")
    assert status == 4 and failed == [("manifest-missing", "manifest")]


def test_the_findings_are_worded_as_expected(six):
    done = run("verify", six / "pub" / "versions" / "1.1", "--allowed-signers", six / "signers", check=0)
    text = done.stdout.decode()
    assert "signed by alice@example.org with the key SHA256:" in text
    assert "the chain is complete back to the first release: 1.0;" in text
    assert re.search(r"  asserted     release 1\.1 of .*, evaluated as of 2026-10-11, made by dossier .* from commit [0-9a-f]{40}", text)
    assert re.search(r"  not checked  the \d+ listed sources and the approvals in them were not checked; give the folder of the sources with --sources\n", text)
    assert text.endswith("nothing failed; 1 item was not checked\n")

def test_a_missing_ssh_keygen_is_reported(six, tmp_path):
    bare = tmp_path / "bin"
    bare.mkdir()
    version = six / "pub" / "versions" / "1.0"
    status, failed, findings = verify(version, env={"PATH": str(bare)})
    assert (status, failed) == (0, []) and any(f["code"] == "signature" and f["state"] == "not-checked" for f in findings)
    run("verify", version, "--allowed-signers", six / "signers", env={"PATH": str(bare)}, check=3)


def test_publishing_again_checks_the_existing_version(copy):
    pub, repo = copy / "pub", copy / "repo"
    assert b"matches its manifest" in run("publish", "--to", pub, cwd=repo, check=0).stderr
    flip(pub / "versions" / "2.2" / "index.html")
    done = run("publish", "--to", pub, cwd=repo, check=1)
    assert b"does not match its release: index.html was changed" in done.stderr
    only_what_was_said_of_it(pub / "versions" / "2.2", copy)
    done = run("publish", "--to", pub, cwd=repo, check=1)
    assert b"does not match its release: none of the " in done.stderr


def test_unreadable_signers_end_without_a_result(six):
    done = run("verify", six / "pub" / "versions" / "1.0", "--allowed-signers", six / "nothere", check=3)
    assert b"nothere" in done.stderr and b"FAILED" not in done.stdout


def test_a_pattern_is_not_a_name(six, tmp_path):
    key = " ".join((six / "alice.pub").read_text().split()[:2])
    (tmp_path / "signers").write_text(f"*@example.org {key}\n")
    said = run("verify", six / "pub" / "versions" / "1.0", "--allowed-signers", tmp_path / "signers", check=0).stdout.decode()
    assert "manifest is signed by" not in said and "allows for the pattern `*@example.org`" in said
