"""Published versions for a reader: links between versions, the integrity page, the lists, and the sealed history."""

import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import threading
import xml.etree.ElementTree

import feedparser
import html5lib
import pytest

from conftest import binary, run
from ledger import VERSIONS, commit, day, git, verify, workspace
from test_build import tree
from test_site import BROWSER, browse

needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def parsed(html):
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


# Links between versions

OPENING = """
addEventListener("load", function wait() {
  var choice = document.querySelector("details.versions");
  if (choice) choice.open = true; else setTimeout(wait, 20);
});
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    seen = []

    def log_message(self, *_):
        pass

    def send_response(self, code, message=None):
        Handler.seen.append((code, self.path))
        super().send_response(code, message)


@pytest.fixture(scope="module")
def served(six):
    Handler.seen = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(six / "pub")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def dom(address):
    """The page after its scripts have run, and the console output of the browser."""
    done = browse(address, "--dump-dom", "--enable-logging=stderr", "--v=0")
    assert done.returncode == 0
    console = [line for line in done.stderr.decode(errors="replace").splitlines() if "CONSOLE" in line]
    return parsed(done.stdout), console


def notice(page):
    found = [e for e in page.iter("p") if "superseded" in (e.get("class") or "")]
    return found[0] if found else None


def opened(version, route):
    """The page with its list of versions opened, by a click or the return key."""
    page = version / route
    (page.parent / "open.js").write_text(OPENING)
    page.write_text(page.read_text().replace("</body>", '<script src="open.js"></script></body>'))
    page, console = dom(page.as_uri())
    assert console == []
    choice = next(page.iter("details"))
    assert [e.tag for e in choice] == ["summary", "ul"], "a native control: keyboards and screen readers know it"
    return choice


@needs_browser
def test_an_old_version_shows_that_it_is_superseded(six, served):
    for root in ((six / "pub").as_uri(), served):
        page, console = dom(f"{root}/versions/1.1/pages/handbook/note-1.html")
        assert console == []
        said = notice(page)
        assert words(said) == "This is version 1.1. It was superseded by 1.2 (as of 12 October 2026); the latest is 2.2 (as of 15 October 2026)."
        assert said.get("role") == "status"
        assert [a.get("href") for a in said.iter("a")] == [f"{root}/versions/{v}/pages/handbook/note-1.html" for v in ("1.2", "2.2")]
        assert words(next(page.iter("summary"))) == "Version 1.1"
        page, console = dom(f"{root}/versions/2.2/index.html")
        assert console == [] and notice(page) is None and words(next(page.iter("summary"))) == "Version 2.2"
    assert {path for code, path in Handler.seen if code >= 400} <= {"/favicon.ico"}


@needs_browser
def test_the_switcher_leads_to_the_same_page_where_there_is_one(copy):
    choice = opened(copy / "pub" / "versions" / "2.0", "pages/handbook/note-2.html")
    rows = {(words(li).split(" ")[0]): li for li in choice.iter("li")}
    assert list(rows) == VERSIONS[::-1]
    root = (copy / "pub" / "versions").as_uri()
    for version, row in rows.items():
        links = [a.get("href") for a in row.iter("a")]
        if version == "2.0":
            assert links == [] and row.find("strong").get("aria-current") == "true" and "this version" in words(row)
        elif version < "1.2":
            assert links == [f"{root}/{version}/index.html"] and "has no such page, leads to its home page" in words(row)
        else:
            assert links == [f"{root}/{version}/pages/handbook/note-2.html"] and "no such page" not in words(row)
    assert "13 October 2026" in words(rows["2.0"]) and "latest" in words(rows["2.2"])


@needs_browser
def test_a_removed_page_is_reported_as_removed(copy):
    page = copy / "pub" / "versions-pages.js"
    page.write_text(re.sub(r"\bnote-1\b", "gone", page.read_text()))
    said = notice(dom((copy / "pub" / "versions" / "1.1" / "pages" / "handbook" / "note-1.html").as_uri())[0])
    assert words(said).endswith("1.2 and 2.2 have no such page; the links lead to their home pages.")
    assert {a.get("href").rsplit("/", 1)[1] for a in said.iter("a")} == {"index.html"}


@needs_browser
def test_a_separate_site_loads_no_lists(six, tmp_path):
    shutil.copytree(six / "pub" / "versions" / "1.1", tmp_path / "from the auditee")
    page, console = dom((tmp_path / "from the auditee" / "index.html").as_uri())
    assert console == [] and notice(page) is None and not list(page.iter("details"))
    run("build", six / "repo" / "content", "--output", tmp_path / "versions" / "1.1", "--as-of", day(1), check=0)
    page, console = dom((tmp_path / "versions" / "1.1" / "index.html").as_uri())
    assert console == [] and notice(page) is None and not list(page.iter("details"))


@needs_browser
@pytest.mark.parametrize("lists", ["", "globalThis.dossierVersions = 1;", "globalThis.dossierVersions = {'dossier-versions': 2};",
                                   "globalThis.dossierVersions = {'dossier-versions': 1, versions: [{version: '../x'}]};"])
def test_a_list_with_other_content_is_ignored(copy, lists):
    (copy / "pub" / "versions.js").write_text(lists)
    page, console = dom((copy / "pub" / "versions" / "1.1" / "index.html").as_uri())
    assert console == [] and notice(page) is None and not list(page.iter("details"))


def test_the_list_of_pages_names_each_page_of_each_version(six):
    text = (six / "pub" / "versions-pages.js").read_text()
    sets = json.loads(text.removeprefix("globalThis.dossierPages = ").rstrip(";\n"))["sets"]
    for version in VERSIONS:
        folder = six / "pub" / "versions" / version
        there = {p.relative_to(folder).as_posix() for p in folder.rglob("*.html")}
        listed = [f"{folder}{name}.html" for s in sets if version in s["versions"] for folder, names in s["folders"].items() for name in names.split(" ")]
        assert len(listed) == len(set(listed)) and set(listed) == there
    assert len(text) < 20_000


# The lists


def test_the_first_page_lists_the_versions_without_a_script(six):
    page = parsed((six / "pub" / "index.html").read_text())
    rows = list(page.find(".//tbody"))
    assert [words(row.find("th")) for row in rows] == VERSIONS[::-1]
    for link in page.iter("a"):
        assert (six / "pub" / link.get("href")).is_file(), link.get("href")
    assert "superseded by 2.2" in words(rows[1]) and "latest" in words(rows[0])


def test_an_existing_first_page_of_another_author_is_kept(six, copy):
    pub = copy / "pub"
    (pub / "index.html").write_text("<!doctype html><p>ours")
    shutil.rmtree(pub / "versions" / "2.2")
    run("publish", "--to", pub, cwd=copy / "repo", check=0)
    assert (pub / "index.html").read_text() == "<!doctype html><p>ours"
    status, failed, findings = verify(pub)
    assert (status, failed) == (0, []) and [f["state"] for f in findings if f["code"] == "index-foreign"] == ["not-checked"]
    (pub / "index.html").unlink()
    run("publish", "--to", pub, cwd=copy / "repo", check=0)
    assert tree(pub) == tree(six / "pub")


def test_the_feed_is_valid(six):
    path = six / "pub" / "versions.atom"
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo and feed.version == "atom10"
    assert [e.title for e in feed.entries] == VERSIONS[::-1]
    assert [e.updated_parsed[:3] for e in feed.entries] == [(2026, 10, 10 + i) for i in reversed(range(6))]
    # The requirements of RFC 4287 for a feed and its entries.
    atom = "{http://www.w3.org/2005/Atom}"
    root = xml.etree.ElementTree.parse(path).getroot()
    for one in [root, *root.iter(atom + "entry")]:
        for name in ("id", "title", "updated"):
            assert len(one.findall(atom + name)) == 1 and one.find(atom + name).text.strip(), name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.find(atom + "updated").text)
    assert root.find(atom + "author").find(atom + "name").text
    for entry in feed.entries:
        assert (six / "pub" / entry.link).is_file()


def test_hostile_names_stay_text(tmp_path):
    repo = workspace(tmp_path / "repo")
    hostile = '"><img src=x onerror=alert(1)></title></script><b>&amp; \u2028 Ltd'
    config = repo / "content" / "dossier.yaml"
    config.write_text(re.sub(r"^organisation:.*$", lambda _: "organisation: " + json.dumps(hostile), config.read_text(), flags=re.M))
    commit(repo, "</script><img src=x onerror=alert(1)>")
    for version in ("1-_.a", "2"):
        run("release", version, "--as-of", day(0), "--quiet", "--allow-errors", cwd=repo, check=0)
        run("publish", "--to", tmp_path / "pub", cwd=repo, check=0)
    for path in [tmp_path / "pub" / "index.html", tmp_path / "pub" / "versions" / "2" / "integrity.html", tmp_path / "pub" / "latest" / "index.html"]:
        assert not [e for e in parsed(path.read_text()).iter() if e.tag in ("img", "b")]
    assert hostile in "".join(parsed((tmp_path / "pub" / "index.html").read_text()).itertext())
    feed = feedparser.parse((tmp_path / "pub" / "versions.atom").read_bytes())
    assert not feed.bozo and hostile in feed.feed.author
    if BROWSER:
        page, console = dom((tmp_path / "pub" / "versions" / "1-_.a" / "index.html").as_uri())
        assert console == [] and words(notice(page)).startswith("This is version 1-_.a. It was superseded by 2 (as of 10 October 2026).")


# The integrity page


def commands(page):
    return {e.get("id"): "".join(e.itertext()) for e in parsed(page.read_text()).iter("pre") if e.get("class") == "command"}


def shell(command, cwd, home):
    done = subprocess.run(["sh", "-c", command], cwd=cwd, env={"PATH": os.environ["PATH"], "HOME": str(home)}, capture_output=True, text=True)
    return done.returncode, done.stdout + (done.stderr if done.returncode else "")


@pytest.fixture
def home(six, tmp_path):
    (tmp_path / "home").mkdir()
    shutil.copy(six / "signers", tmp_path / "home" / "allowed_signers")
    return tmp_path / "home"


@pytest.mark.parametrize("version", ["1.0", "2.1"])
def test_the_commands_of_the_page_work_as_printed(six, home, tmp_path, version):
    folder = six / "pub" / "versions" / version
    printed = commands(folder / "integrity.html")
    assert list(printed) == ["files", "others", "signature", "seal", "chain", "sources"]
    for name in ("files", "others", "seal"):
        assert shell(printed[name], folder, home) in [(0, ""), (1, "")] if name == "others" else [(0, "")], name
    status, said = shell(printed["signature"], folder, home)
    assert status == 0 and said.startswith('Good "dossier-release" signature for alice@example.org with ED25519 key SHA256:')
    status, said = shell(printed["chain"], folder, home)
    before = said.splitlines()[0].removeprefix("# previous ").split(" ")
    assert status == 0 and (before == ["none"] or f"{before[1]}  ../{before[0]}/manifest" in said.splitlines())
    git(tmp_path, "clone", "-q", "-b", version, str(six / "repo"), str(tmp_path / "clone"))
    # The sources of the commit in the manifest, which is earlier than the commit that added the release.
    named = next(line.split()[2] for line in (folder / "manifest").read_text().splitlines() if line.startswith("# commit "))
    git(tmp_path / "clone", "checkout", "-q", named)
    assert not (tmp_path / "clone" / "content" / "releases" / version).exists()
    (home / "sources").symlink_to(tmp_path / "clone" / "content")
    assert shell(printed["sources"], folder, home) == (0, "")
    (tmp_path / "clone" / "content" / "roles.yaml").write_text("other\n")
    assert shell(printed["sources"], folder, home)[0] != 0


def test_the_commands_of_the_page_find_manipulations(copy, home):
    folder = copy / "pub" / "versions" / "2.0"
    printed = commands(folder / "integrity.html")

    def wrong(name):
        return shell(printed[name], folder, home)

    page = (folder / "issues-to-fix.html").read_bytes()
    (folder / "issues-to-fix.html").write_bytes(page + b" ")
    assert wrong("files")[0] != 0
    (folder / "issues-to-fix.html").unlink()
    assert wrong("files")[0] != 0 and wrong("others")[1] == "issues-to-fix.html\n"
    (folder / "issues-to-fix.html").write_bytes(page)
    (folder / "risks" / "more.html").write_text("x")
    assert wrong("files") == (0, "") and wrong("others")[1] == "risks/more.html\n"
    shutil.copy(copy / "pub" / "versions" / "1.2" / "seal", folder / "seal")
    assert wrong("seal")[0] != 0
    manifest = (folder / "manifest").read_bytes()
    (folder / "manifest").write_bytes(manifest.replace(b"# warnings ", b"# warnings 1"))
    assert wrong("signature")[0] != 0
    (folder / "manifest").write_bytes(manifest)
    (folder / "manifest.sig").unlink()
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(copy / "mallory"), "-n", "dossier-release", str(folder / "manifest")],
                   check=True, capture_output=True)
    assert wrong("signature")[0] != 0


def test_the_page_states_whether_the_site_is_a_release(six, site, tmp_path):
    text = words(parsed((site / "integrity.html").read_text()))
    assert "This site is not a release." in text and commands(site / "integrity.html") == {}
    foot = parsed((site / "index.html").read_text()).find(".//footer")
    assert "release" not in words(foot) and [a.get("href") for a in foot.iter("a")] == ["words.html", "integrity.html"]
    version = six / "pub" / "versions" / "2.0"
    text = words(parsed((version / "integrity.html").read_text()))
    assert "whether this folder is release 2.0 as it was sealed" in text and "SHA256:" in text and "cannot contain the manifest's own SHA-256" in text
    assert "release 2.0" in words(parsed((version / "index.html").read_text()).find(".//footer"))
    repo = workspace(tmp_path / "repo")
    run("release", "1", "--quiet", cwd=repo, check=0)
    run("publish", "--to", tmp_path / "pub", cwd=repo, check=0)
    page = tmp_path / "pub" / "versions" / "1" / "integrity.html"
    assert "This release is not signed." in words(parsed(page.read_text())) and "signature" not in commands(page)


# History


def without_release(text):
    return re.sub(r' data-release="[^"]+"|release [^ ]+ <span class="divider">·</span> ', "", text)


def test_a_release_has_the_site_that_a_build_makes(six, tmp_path):
    git(tmp_path, "clone", "-q", str(six / "repo"), str(tmp_path / "clone"))
    git(tmp_path / "clone", "checkout", "-q", "2.0~")
    run("build", "--output", tmp_path / "site", "--as-of", day(3), cwd=tmp_path / "clone", check=0)
    version = six / "pub" / "versions" / "2.0"
    built = {p.relative_to(tmp_path / "site").as_posix(): p for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert {p.relative_to(version).as_posix() for p in version.rglob("*") if p.is_file()} == set(built) | {"manifest", "manifest.sig", "seal", "seal.sig"}
    shown = 0
    for name, path in built.items():
        if name == "integrity.html":
            continue
        assert without_release(path.read_text()) == without_release((version / name).read_text()), name
        shown += 'id="page.history"' in path.read_text()
    assert shown > 5 and "\n# history shown\n" in (version / "manifest").read_text()


def test_a_release_is_the_same_when_it_is_published_later(six, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(six / "repo"), str(clone))
    # A record changed and was changed back: the same sources with more history.
    role = clone / "content" / "roles.yaml"
    text = role.read_text()
    role.write_text(text.replace("title: ", "title: Other ", 1))
    commit(clone, "there")
    role.write_text(text)
    commit(clone, "and back")
    run("publish", "--to", tmp_path / "pub", cwd=clone, check=0)
    assert tree(tmp_path / "pub" / "versions" / "2.2") == tree(six / "pub" / "versions" / "2.2")


def test_an_incomplete_history_is_not_sealed(six, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{six / 'repo'}", str(clone))
    done = run("release", "3", cwd=clone, check=1)
    assert b"git fetch --unshallow" in done.stderr and b"--no-history" in done.stderr
    assert b"git fetch" in run("publish", "--to", tmp_path / "pub", cwd=clone, check=1).stderr
    assert not (tmp_path / "pub" / "versions").exists()
    run("release", "3", "--no-history", "--quiet", cwd=clone, check=0)
    manifest = (clone / "content" / "releases" / "3" / "manifest").read_text()
    assert "\n# history left-out\n" in manifest
    run("publish", "--to", tmp_path / "pub", cwd=clone, check=0)
    assert not [p for p in (tmp_path / "pub").rglob("*.html") if 'id="page.history"' in p.read_text()]
    git(clone, "fetch", "-q", "--unshallow")
    run("publish", "--to", tmp_path / "other", "--release", "2.2", cwd=clone, check=0)
    assert tree(tmp_path / "other" / "versions" / "2.2") == tree(six / "pub" / "versions" / "2.2")


def test_a_release_without_a_commit_is_published_later_too(tmp_path):
    run("init", tmp_path / "w", check=0)
    run("release", "1", "--quiet", cwd=tmp_path / "w", check=0)
    git(tmp_path / "w", "init", "-q")
    commit(tmp_path / "w", "first")
    run("publish", "--to", tmp_path / "pub", cwd=tmp_path / "w", check=0)
    page = next(p for p in (tmp_path / "pub" / "versions").rglob("*.html") if 'id="page.history"' in p.read_text())
    assert "the records are not in a git repository" in page.read_text()


# Reproducible

# A configuration that would change the output of git if it were used.
GITCONFIG = """[core]
\tquotePath = true
\tabbrev = 5
[log]
\tdate = relative
\tshowSignature = true
\tdecorate = full
\tmailmap = true
\tdiffMerges = off
\tshowRoot = false
[diff]
\trenames = copies
\torderFile = /dev/fd/0
\trelative = true
\tignoreSubmodules = all
[i18n]
\tlogOutputEncoding = ISO-8859-1
[color]
\tui = always
[format]
\tpretty = oneline
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="becoming another user needs root")
def test_every_user_and_machine_gets_the_same_release(six, tmp_path_factory):
    """Two runs with another locale, time zone, user, path, home, umask, number of cores and order of file creation."""
    base = pathlib.Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    try:
        base.chmod(0o755)
        program = base / "dossier"
        shutil.copy(binary(), program)
        makings = []
        for i, (user, umask, env, cores, workers) in enumerate([
            (0, "022", {"LC_ALL": "C.UTF-8", "TZ": "UTC", "USER": "root"}, "0", []),
            (65534, "077", {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE", "TZ": "Pacific/Kiritimati", "USER": "nobody"}, None, ["--workers", "5"]),
        ]):
            place = base / ("a" if i == 0 else "b ü/much deeper")
            place.mkdir(parents=True)
            git(place, "clone", "-q", str(six / "repo"), "r")
            for path in sorted((p for p in (place / "r" / "content").rglob("*") if p.is_file()), key=lambda p: p.name, reverse=i == 1):
                data = path.read_bytes()
                path.unlink()
                path.write_bytes(data)
            home = place / "home"
            home.mkdir()
            if i == 1:
                (home / ".gitconfig").write_text(GITCONFIG)
                subprocess.run(["chown", "-R", "65534:65534", str(base / "b ü")], check=True)
            script = f"umask {umask}; cd r && {program} release 3 --quiet {' '.join(workers)} && {program} build --quiet --output ../site {' '.join(workers)} && {program} publish --quiet --to ../pub {' '.join(workers)}"
            command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "sh", "-c", script]
            if cores:
                command = ["taskset", "-c", cores, *command]
            done = subprocess.run(command, cwd=place, env={"PATH": os.environ["PATH"], "HOME": str(home), "SOURCE_DATE_EPOCH": "1793404800", **env},
                                  capture_output=True)
            assert done.returncode == 0, done.stderr.decode()
            makings.append((tree(place / "r" / "content" / "releases" / "3"), tree(place / "site"), tree(place / "pub")))
        assert makings[0] == makings[1]
        assert b"\n# as-of 2026-10-31\n" in (base / "a" / "r" / "content" / "releases" / "3" / "manifest").read_bytes()
    finally:
        shutil.rmtree(base)
