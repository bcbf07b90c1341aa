"""Who wrote an approval: planted approvals, second texts, keys, tags and the fields that an approval covers.

Every negative case has a genuine approval beside it, of DOC-009, which is proved before and after.
"""

import hashlib
import json
import pathlib
import re
import shutil
import tempfile

import pytest

from conftest import ROOT, run
from test_approvals import DAY, POLICY, Dossier, keys, roles  # noqa: F401

GENUINE = "---\nkind: document\nid: DOC-009\ntitle: Genuine\ntype: procedure\n---\nApproved by the board.\n"
FALSE = POLICY.replace("We answer", "We never answer")


class Case(Dossier):
    """A repository whose actors are the board, with its key, and Mallory, without a key."""

    def __init__(self, path, keys):
        self.path, self.keys, self.clock = path, keys, 1780000000

    def plan(self):
        """The first commits: the records, and the genuine approval."""
        Dossier.__init__(self, self.path, self.keys)
        self.write("genuine.md", GENUINE)
        self.commit("genuine")
        self.approve("DOC-009", "--by", "ROL-001", "--date", "2026-02-01")
        self.sign("approve DOC-009")

    def mallory(self, message="plant"):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, "--author", "Mallory <m@example.com>")

    def move(self, old, new):
        (self.path / new).parent.mkdir(parents=True, exist_ok=True)
        (self.path / old).rename(self.path / new)

    def remove(self, name):
        (self.path / name).unlink()

    def read(self, name):
        return (self.path / name).read_text()

    def approved_text(self, text=FALSE):
        """The text with an approval of the board for its content, as anybody can write it."""
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            (scratch / "roles.yaml").write_text(roles(self.keys, "board"))
            (scratch / "pol.md").write_text(text)
            run("approve", "POL-001", "--by", "ROL-001", "--date", "2026-02-10", "--directory", scratch, check=0)
            return (scratch / "pol.md").read_text()

    def is_genuine(self, path=None):
        state, = self.states("DOC-009", path=path)
        return state.startswith("proved")


@pytest.fixture(scope="session")
def planned(tmp_path_factory, keys):  # noqa: F811
    case = Case(tmp_path_factory.mktemp("case") / "repo", keys)
    case.plan()
    return case


@pytest.fixture
def case(planned, tmp_path):
    shutil.copytree(planned.path, tmp_path / "repo", symlinks=True)
    return Case(tmp_path / "repo", planned.keys)


def as_register(text, flow=False):
    """The record of a Markdown file as a register in block style, or in braces."""
    head, body = text.split("---\n")[1:3]
    lines = [line for line in head.splitlines() if not line.startswith("kind:")]
    if flow:
        approval = re.search(r"by: (\S+)\n    date: (\S+)\n    digest: (\S+)", head).groups()
        return "kind: policy\nrecords:\n  - {id: POL-001, title: AI policy, owner: ROL-002, effective: 2026-03-01, processes: [DOC-001], text: \"" + \
            body.strip() + "\", approvals: [{by: %s, date: %s, digest: %s}]}\n" % approval
    # The id first: it marks the item.
    lines.sort(key=lambda line: not line.startswith("id:"))
    return "kind: policy\nrecords:\n  - " + "\n    ".join(lines) + "\n    text: |\n      " + body.strip() + "\n"


# Mallory's part plants an approval, the board's part is a signed commit that does not write it.


def copy(name, text=FALSE):
    def plant(case):
        case.write(name, case.approved_text(text))
        case.mallory()
    return plant


def copy_in_register(case):
    case.write("zz.yaml", as_register(case.approved_text()))
    case.mallory()


def remove_original(case):
    case.remove("pol.md")
    case.sign("remove the duplicate")


def renumber_original(case):
    case.edit("pol.md", "id: POL-001", "id: POL-007")
    case.sign("renumber")


def archive_original(case):
    case.move("pol.md", ".archive/pol.md")
    case.sign("archive")


def put(planted, change=lambda text: text, keep=False):
    """The board puts the planted file in the place of the original, as a tidy-up."""
    def tidy(case):
        text = change(case.read(planted))
        if not keep:
            case.remove(planted)
        case.write("pol.md", text)
        case.sign("tidy")
    return tidy


def edited(text):
    return text.replace("  # its name", "")


def two_requests(case):
    """Two requests of Mallory, each merged by a signed merge of the board."""
    for name, step in [("add", copy("zz.md")), ("remove", lambda case: (case.remove("pol.md"), case.mallory("remove")))]:
        case.git("switch", "-q", "-c", name)
        step(case)
        case.git("switch", "-q", "main")
        merge(case, name)


def merge(case, *names, more=()):
    case.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={case.keys / 'board'}", "merge", "-q", "--no-ff", "-S", "-m", "merge", *more, *names)


def branches(case):
    """Three branches of Mallory: another text, and two unrelated ones."""
    for name in ["one", "two", "three"]:
        case.git("switch", "-q", "-c", name, "main")
        if name == "one":
            case.write("pol.md", case.approved_text())
        else:
            case.write(f"{name}.txt", name)
        case.mallory(name)
    case.git("switch", "-q", "main")


def conflict(case):
    case.git("switch", "-q", "-c", "side")
    case.write("pol.md", case.approved_text())
    case.mallory()
    case.git("switch", "-q", "main")
    case.edit("pol.md", "We answer", "We all answer")
    case.commit("main")


def take_theirs(case):
    merge(case, "side", more=["-X", "theirs"])


def planted_and_withdrawn(case):
    case.write("pol.md", case.approved_text())
    case.mallory()
    case.git("revert", "--no-edit", "HEAD")


def revert_withdrawal(case):
    case.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={case.keys / 'board'}", "revert", "-S", "--no-edit", "HEAD")


def hidden_by_a_copy(name):
    """The board withdraws the approval. Mallory adds a copy of the planted file with another extension and removes it."""
    def plant(case):
        planted_and_withdrawn(case)
        planted = case.approved_text()
        case.edit("pol.md", "  # its name", "")
        case.mallory("comment")
        case.write(name, planted)
        case.mallory("copy")
        case.remove(name)
        case.mallory("remove the copy")
    return plant


def revert_earlier_withdrawal(case):
    case.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={case.keys / 'board'}", "revert", "-S", "--no-edit", "HEAD~3")


def other_id(text):
    return text.replace("id: POL-001", "id: POL-009")


def own_id(text):
    return text.replace("id: POL-009", "id: POL-001")


def in_site(name, change=lambda text: text, listed=()):
    """A folder with the marker of a site, as anybody can write it."""
    def plant(case):
        case.write("old/site.json", json.dumps({"dossier-site": 1, "files": listed}) if listed else '{"dossier-site": 1}\n')
        case.write(f"old/{name}", change(case.approved_text()))
        case.mallory()
    return plant


def in_release(name):
    def plant(case):
        case.write("releases/1/manifest", "# dossier manifest 1\n")
        case.write(f"releases/1/{name}", case.approved_text())
        case.mallory()
    return plant


def in_braces(text):
    return as_register(text, flow=True)


def from_register(name):
    """The board writes the approval that is in a register. The register stays."""
    def tidy(case):
        assert re.search("digest: (\\w+)", case.approved_text()).group(1) in case.read(name)
        case.write("pol.md", case.approved_text())
        case.sign("tidy")
    return tidy


def under_another_id(case):
    case.write("pol9.md", case.approved_text().replace("id: POL-001", "id: POL-009"))
    case.mallory()


def give_id(case):
    case.remove("pol.md")
    case.edit("pol9.md", "id: POL-009", "id: POL-001")
    case.sign("renumber")


def with_another_note(case):
    case.write("pol.md", case.approved_text().replace("    digest:", "    note: draft\n    digest:"))
    case.mallory()


def change_note(case):
    case.edit("pol.md", "    note: draft\n", "")
    case.sign("tidy")


def in_report(name):
    def plant(case):
        digest = re.search(r"digest: (\w+)", case.approved_text()).group(1)
        case.write(name, f"POL-001 {digest}\n")
        case.mallory()
    return plant


def change_report(name):
    def tidy(case):
        text = case.approved_text()
        case.edit(name, "POL-001", "policy POL-001")
        case.write("pol.md", text)
        case.sign("tidy")
    return tidy


def twice(case):
    case.write("zz.md", FALSE)
    case.mallory()


def approve_one_of_two(case):
    text = case.approved_text()
    case.remove("zz.md")
    case.write("pol.md", text)
    case.sign("one of the two")


def with_escapes(case):
    """Another record, in a register that a build reads, whose digest is written with escapes."""
    text = as_register(case.approved_text()).replace("id: POL-001", "id: POL-009")
    digest = re.search(r"digest: (\w+)", text).group(1)
    case.write("zz9.yaml", text.replace(f"digest: {digest}", 'digest: "' + "".join(f"\\x{ord(c):02x}" for c in digest) + '"'))
    case.mallory()


def put_escaped(case):
    case.write("pol.md", case.approved_text().replace("date: 2026-02-10", "date: 2026-02-11"))
    case.sign("tidy")


def escaped(text):
    digest = re.search(r"digest: (\w+)", text).group(1)
    return text.replace(f"digest: {digest}", 'digest: "' + "".join(f"\\x{ord(c):02x}" for c in digest) + '"')


def copy_with_escapes(case):
    case.write("pol.txt", escaped(case.approved_text()))
    case.mallory()


PLANTED = {
    "another extension with escapes, which stays": (copy_with_escapes, put("pol.txt", keep=True), "is not written as 64 digits"),
    "a copy in another file, the original is removed": (copy("zz.md"), remove_original, "is not signed|more than one text"),
    "a copy of the same text": (copy("zz.md", POLICY), remove_original, ""),
    "a copy that sorts first": (copy("aa.md"), remove_original, ""),
    "a copy in a folder": (copy("sub/zz.md"), remove_original, ""),
    "a copy, the original is renumbered": (copy("zz.md"), renumber_original, ""),
    "a copy, the original is archived": (copy("zz.md"), archive_original, ""),
    "a copy in a register": (copy_in_register, remove_original, ""),
    "two requests, each merged by the board": (two_requests, lambda case: None, ""),
    "a merge of four parents": (branches, lambda case: merge(case, "one", "two", "three"), "is not signed"),
    "a conflict that the board resolves": (conflict, take_theirs, "is not signed"),
    "a removal that the board reverts": (planted_and_withdrawn, revert_withdrawal, "is not signed"),
    "a removal that the board reverts, and a copy as yaml": (hidden_by_a_copy("z.yaml"), revert_earlier_withdrawal, "is not signed"),
    "a removal that the board reverts, and a copy as yml": (hidden_by_a_copy("a/z.yml"), revert_earlier_withdrawal, "is not signed"),
    "a hidden folder": (copy(".drafts/pol.md"), put(".drafts/pol.md"), "the digest existed before"),
    "a hidden folder, edited": (copy(".drafts/pol.md"), put(".drafts/pol.md", edited), "existed before, in .drafts/pol.md"),
    "another extension, which stays": (copy("pol.txt"), put("pol.txt", keep=True), "the digest existed before"),
    "another extension, edited": (copy("pol.html"), put("pol.html", edited), "existed before, in pol.html"),
    "no extension, edited": (copy("LICENSE"), put("LICENSE", edited), "existed before, in LICENSE"),
    "a script, edited": (copy("a/b.js"), put("a/b.js", edited), "existed before, in a/b.js"),
    "a folder of a site": (in_site("pol.txt"), put("old/pol.txt"), "the digest existed before"),
    "a folder of a site, edited": (in_site("pol.txt"), put("old/pol.txt", edited), "existed before, in old/pol.txt"),
    "a record in a folder of a site, which stays": (in_site("pol.md"), put("old/pol.md", keep=True), ""),
    "another id": (under_another_id, give_id, "existed before, in pol9.md"),
    "another note": (with_another_note, change_note, "existed before, in pol.md"),
    "a report in JSON that the commit changes": (in_report("report.json"), change_report("report.json"), "existed before, in report.json"),
    "a hidden folder, edited, which stays": (
        copy(".drafts/p.md"), put(".drafts/p.md", edited, keep=True), r"the digest existed before, in \.drafts/p\.md"),
    "another extension, edited, which stays": (copy("pol.txt"), put("pol.txt", edited, keep=True), "existed before, in pol.txt"),
    "a page of a site, edited, which leaves": (in_site("pol.html"), put("old/pol.html", edited), "existed before, in old/pol.html"),
    "a record in a folder of a site, edited, which stays": (
        in_site("pol.md"), put("old/pol.md", edited, keep=True), "another record has the same id"),
    "a page that its site does not list, edited, which stays": (
        in_site("pol.html", listed=["index.html"]), put("old/pol.html", edited, keep=True), "existed before, in old/pol.html"),
    "a text in a site without a list, edited, which stays": (
        in_site("a/pol.txt"), put("old/a/pol.txt", edited, keep=True), "existed before, in old/a/pol.txt"),
    "front matter in a listed page, edited, which stays": (
        in_site("pol.html", listed=["pol.html"]), put("old/pol.html", edited, keep=True), "existed before, in old/pol.html"),
    "a register in a listed text, which stays": (
        in_site("pol.txt", as_register, ["pol.txt"]), from_register("old/pol.txt"), "existed before, in old/pol.txt"),
    "a register in braces in a listed text, which stays": (
        in_site("pol.txt", in_braces, ["pol.txt"]), from_register("old/pol.txt"), "existed before, in old/pol.txt"),
    "a text in a folder of a release, edited, which stays": (
        in_release("pol.txt"), put("releases/1/pol.txt", edited, keep=True), "existed before, in releases/1/pol.txt"),
    "a record of another id in a folder of a site, which stays": (
        in_site("pol.md", other_id), put("old/pol.md", own_id, keep=True), "existed before, in old/pol.md"),
    "a register with escapes, which stays": (with_escapes, put_escaped, "existed before, in .*zz9.yaml"),
    "two texts of the id": (twice, approve_one_of_two, "more than one text"),
}


@pytest.mark.parametrize("plant, act, reason", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_approval_is_not_proved(case, plant, act, reason):
    assert case.is_genuine()
    plant(case)
    act(case)
    states = case.states()
    assert len(states) == 1 and states[0].startswith("asserted"), states
    assert re.search(reason, states[0]), states
    assert case.is_genuine()


def test_a_planted_approval_in_braces_is_not_proved(case):
    text = case.approved_text()
    case.remove("pol.md")
    register = as_register(text)
    body = "We never answer for what our systems do."
    case.write("zz.yaml", as_register(text, flow=True))
    case.mallory()
    assert body in register
    case.write("zz.yaml", register)
    case.sign("layout")
    # The text of a register and of a file can differ in line breaks, so approve it as the register has it.
    state, = case.states()
    assert not state.startswith("proved") and case.is_genuine()


def test_a_planted_approval_outside_the_workspace_is_not_proved(case):
    """The workspace is a folder of the repository, and the board moves files into it."""
    names = [path.name for path in case.path.iterdir() if path.name != ".git"]
    text = case.approved_text()
    for name in names:
        case.move(name, f"content/{name}")
    case.sign("move")
    content = case.path / "content"
    run("approve", "DOC-001", "--by", "ROL-001", "--date", "2026-02-01", "--directory", content, check=0)
    case.sign("genuine")
    for change, reason in [(lambda text: text, "the digest existed before"), (edited, "existed before, in notes/pol.md")]:
        case.write("notes/pol.md", text)
        case.mallory()
        case.remove("notes/pol.md")
        case.write("content/pol.md", change(text))
        case.sign("tidy")
        state, = case.states(path=content)
        assert state.startswith("asserted") and reason in state, state
        assert case.states("DOC-001", path=content)[0].startswith("proved")
        case.git("reset", "-q", "--hard", "HEAD~2")


# Mallory plants an approval in parts, or plants it in a file that is not a record yet and removes it. The board then uses an
# ordinary git command.

OTHER = "0" * 64
OLD = "  - {by: ROL-002, date: 2026-01-09, note: old}\n"
OLDER = "  - {by: ROL-002, date: 2026-01-08, note: older}\n"


def block(role, digest):
    return f"  - by: {role}\n    name: Ann\n    date: 2026-02-10\n    note: n\n    digest: {digest}\n"


def flow(role, digest):
    return f"  - {{by: {role}, name: Ann, date: 2026-02-10, note: n, digest: {digest}}}\n"


class Planting:
    """Commits of Mallory to one file."""

    def __init__(self, case, name="pol.md", change=lambda text: text):
        self.case, self.name, self.change = case, name, change
        self.digest = re.search(r"digest: (\w+)", case.approved_text()).group(1)

    def write(self, *approvals):
        self.case.write(self.name, self.change(FALSE.replace("]\n---\n", "]\napprovals:\n" + "".join(approvals) + "---\n")))
        self.case.mallory()
        return self.case.git("rev-parse", "HEAD").decode().strip()


def revert(case, commit):
    case.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={case.keys / 'board'}", "revert", "-S", "--no-edit", commit)


def halves_on_two_branches(case):
    plant = Planting(case)
    plant.write(OLD, block("ROL-002", OTHER))
    case.git("switch", "-q", "-c", "one")
    plant.write(OLD, block("ROL-002", plant.digest))
    case.git("switch", "-q", "-c", "two", "main")
    plant.write(flow("ROL-002", plant.digest), OLD, block("ROL-001", OTHER))
    case.git("switch", "-q", "main")
    case.git("merge", "-q", "--no-ff", "-m", "merge", "one")
    merge(case, "two")


def halves_in_two_commits(case):
    plant = Planting(case)
    plant.write(OLD, block("ROL-001", OTHER))
    role = plant.write(OLD, block("ROL-002", OTHER))
    plant.write(flow("ROL-002", plant.digest), OLD, block("ROL-002", plant.digest))
    revert(case, role)


def halves_with_a_copy(case):
    """Each commit has the same number of approvals with the digest, or none."""
    plant = Planting(case)
    plant.write(flow("ROL-002", plant.digest), OLD, block("ROL-001", OTHER))
    role = plant.write(OLD, block("ROL-002", OTHER))
    plant.write(OLD, block("ROL-002", plant.digest))
    revert(case, role)


def halves_with_a_moved_copy(case):
    """Each commit has the same approvals with the digest, at another place of the list."""
    plant = Planting(case)
    plant.write(flow("ROL-002", plant.digest), OLD, block("ROL-001", OTHER), OLDER)
    role = plant.write(OLD, block("ROL-002", OTHER), OLDER, flow("ROL-002", plant.digest))
    plant.write(OLD, block("ROL-002", plant.digest), OLDER)
    revert(case, role)


def withdrawn_in(name, change=lambda text: text):
    """Mallory plants the approval in a file that the history does not read, and removes it. Then the file becomes a record."""
    def act(case):
        case.remove("pol.md")
        plant = Planting(case, name, change)
        plant.write(flow("ROL-002", OTHER))
        plant.write(flow("ROL-001", plant.digest))
        withdrawn = plant.write(flow("ROL-002", OTHER))
        if name == "pol.md":
            case.write(name, case.read(name).replace(change("id: POL-001"), "id: POL-001"))
        else:
            case.move(name, "pol.md")
        case.mallory("tidy")
        revert(case, withdrawn)
    return act


def moved_through_a_page(case):
    """A merge moves the lines of a page of a site into the record. The site is built again in the same commit."""
    text = case.read("pol.md")
    case.write("site/site.json", json.dumps({"dossier-site": 1, "files": ["index.html"]}))
    case.write("site/index.html", text.removeprefix("---\n"))
    case.remove("pol.md")
    case.mallory("page")
    case.git("branch", "-q", "other")
    case.write("pol.md", text)
    case.remove("site/index.html")
    case.mallory("record")
    case.git("switch", "-q", "other")
    case.write("site/index.html", case.approved_text().removeprefix("---\n"))
    case.mallory("approval")
    case.git("switch", "-q", "main")
    case.git("merge", "-q", "--no-commit", "other")
    case.write("site/index.html", "<p>new</p>\n")
    case.sign("merge")


def padded_and_trimmed(case):
    """The approval is in a large text that is no record. It is removed, and so is the padding. One commit reverts two."""
    case.move("pol.md", "pol.txt")
    first = case.mallory("draft")
    padding = "padding\n" * (5 << 20)
    text = case.read("pol.txt")
    approved = case.approved_text(text)
    for content, name in [(text + padding, "pad"), (approved + padding, "approve"), (text + padding, "withdraw"), (text, "trim")]:
        case.write("pol.txt", content)
        case.mallory(name)
    case.git("revert", "--no-commit", "HEAD~1", "HEAD~4")
    case.sign("revert two commits")


def id_as(form):
    return withdrawn_in("pol.md", lambda text: text.replace("id: POL-001", form))


COMPOSED = {
    "a page of a site": moved_through_a_page,
    "a large text": padded_and_trimmed,
    "a merge of two halves": halves_on_two_branches,
    "a revert that joins two halves": halves_in_two_commits,
    "a revert that joins two halves, with a copy": halves_with_a_copy,
    "a revert that joins two halves, with a moved copy": halves_with_a_moved_copy,
    "a hidden folder": withdrawn_in(".drafts/pol.md"),
    "another extension": withdrawn_in("drafts/pol.txt"),
    "a space before the colon": id_as("id : POL-001"),
    "a quoted key": id_as('"id": POL-001'),
    "a key on its own line": id_as("? id\n: POL-001"),
    "a value on its own line": id_as("id:\n  POL-001"),
    "a tab": id_as("id:\tPOL-001"),
    "an escape": id_as('id: "POL-\\x30\\x301"'),
    "a carriage return": withdrawn_in("pol.md", lambda text: text.replace("kind: policy\nid: POL-001", "kind: policy\rid: POL-001")),
}


@pytest.mark.parametrize("act", COMPOSED.values(), ids=COMPOSED.keys())
def test_a_git_command_proves_no_approval_that_others_composed(case, act):
    act(case)
    assert "by: ROL-001" in case.read("pol.md") and OTHER not in case.read("pol.md"), case.read("pol.md")
    said = run("show", "POL-001", case.path, "--as-of", DAY, check=0).stdout.decode()
    states = re.findall(r"^  ROL-001 \S+: (.*)$", said.split("status of its approvals")[1], re.M)
    assert states and states[0].startswith("asserted, commit") and re.search("existed before|is not signed", states[0]), said
    assert case.is_genuine()


def test_an_approval_whose_digest_has_escapes_is_not_proved(case):
    text = case.approved_text()
    digest = re.search(r"digest: (\w+)", text).group(1)
    case.write("pol.md", text.replace(digest, f'"{digest[:-1]}\\x{ord(digest[-1]):02x}"'))
    case.sign("approve")
    state, = case.states()
    assert state.startswith("asserted") and "is not written as 64 digits" in state and case.is_genuine()


def test_a_tag_proves_an_approval_whose_digest_was_mentioned_before(case):
    in_report("report.txt")(case)
    case.remove("report.txt")
    case.mallory("remove")
    in_place(case)
    state, = case.states()
    assert state.startswith("asserted") and "the digest existed before, in report.txt of commit" in state, state
    case.sign_tag("board")
    assert case.states()[0].startswith("proved, by the signature of tag board") and case.is_genuine()


@pytest.mark.parametrize("name", ["zz.md", "data/log.bin"])
def test_a_large_file_of_any_ancestor_is_searched(case, name):
    text = case.approved_text()
    case.write(name, "x" * (33 << 20) + re.search(r"digest: (\w+)", text).group(1))
    case.mallory()
    case.remove(name)
    case.mallory("remove")
    in_place(case)
    state, = case.states()
    assert state.startswith("asserted") and f"the digest existed before, in {name}" in state and case.is_genuine()


def test_git_that_converts_files_proves_nothing(case):
    """Mallory commits the record in UTF-16. With the attribute, git writes the digest as digits into the next commit."""
    text = case.approved_text()
    (case.path / "pol.md").write_bytes(text.encode("utf-16"))
    case.mallory()
    case.write("notes/.gitattributes", "x working-tree-encoding=UTF-16\n")
    case.mallory("attributes")
    in_place(case)
    state, = case.states()
    assert state.startswith("asserted") and "`working-tree-encoding`" in state, state
    case.remove("notes/.gitattributes")
    case.mallory("remove")
    assert case.states() == [state]
    assert case.is_genuine()


# What the board really wrote is proved.


def in_place(case):
    case.write("pol.md", case.approved_text())
    case.sign("approve")


def in_a_merge(case):
    """A merge writes an approval that none of its parents has."""
    conflict(case)
    case.git("merge", "-q", "--no-commit", "--no-ff", "-X", "ours", "side")
    case.write("pol.md", case.approved_text(POLICY.replace("We answer", "We both answer")))
    case.sign("merge and approve")


def beside_a_site(case):
    """The commit that approves the text also builds a site anew, whose pages contain the digest."""
    text = case.approved_text()
    digest = re.search(r"digest: (\w+)", text).group(1)
    case.write("www/site.json", json.dumps({"dossier-site": 1, "files": ["pol.html", "site.json"]}))
    case.write("www/pol.html", f"<p>{digest}</p>")
    case.commit("site")
    case.move("www", "public")
    case.write("public/pol.html", f"<p>approved: {digest}</p>")
    case.write("pol.md", text)
    case.sign("approve")


def moved_later(case):
    in_place(case)
    case.move("pol.md", "policies/pol.md")
    case.mallory("move")
    case.edit("policies/pol.md", "  # its name", "")
    case.sign("layout")


def on_two_lines(case):
    """The same approval is signed on one line and written without a signature on the other."""
    text = case.approved_text()
    case.git("switch", "-q", "-c", "side")
    case.write("pol.md", text)
    case.mallory("the same approval, unsigned")
    case.git("switch", "-q", "main")
    case.write("pol.md", text)
    case.sign("approve")
    case.git("merge", "-q", "--no-ff", "-m", "merge", "side")


def removed_and_restored(case):
    in_place(case)
    case.git("revert", "--no-edit", "HEAD")
    case.git("revert", "--no-edit", "HEAD")


def with_large_evidence(case):
    (case.path / "evidence.bin").write_bytes(b"\0" * (6 << 20))
    case.commit("evidence")
    (case.path / "evidence.bin").write_bytes(b"\1" * (6 << 20))
    in_place(case)


def beside_a_very_large_file(case):
    (case.path / "evidence.bin").write_bytes(b"\0" * (33 << 20))
    case.commit("evidence")
    in_place(case)


def with_an_approval_of_another_role(case):
    """Another role approved the same content before. Both approvals have one digest."""
    case.write("pol.md", case.approved_text().replace("by: ROL-001", "by: ROL-002"))
    case.mallory()
    text = case.read("pol.md")
    approval = re.search(r"  - by: ROL-002\n(?:    .*\n)+", text).group(0)
    case.write("pol.md", text.replace(approval, approval + approval.replace("ROL-002", "ROL-001")))
    case.sign("approve")


def after_two_texts(case):
    twice(case)
    case.remove("zz.md")
    case.mallory("remove the second text")
    in_place(case)


def again_after_a_review(case):
    """The board approves the same content again. Commits in between change a field that an approval does not cover."""
    in_place(case)
    for day in ["2026-03-01", "2026-04-01"]:
        case.write("pol.md", re.sub(r"(reviewed: .*\n)?approvals:", f"reviewed: {day}\napprovals:", case.read("pol.md")))
        case.mallory("review")
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-05-01")
    case.sign("again")


def in_a_register_between_other_changes(case):
    """A register changes between two approvals of one of its records."""
    case.approve("DOC-001", "--by", "ROL-001", "--date", "2026-02-10")
    case.sign("approve")
    case.edit("docs.yaml", "Second procedure", "Second process")
    case.mallory("change the other record")
    case.approve("DOC-001", "--by", "ROL-001", "--date", "2026-03-10")
    case.sign("again")
    assert case.states("DOC-001")[-1].startswith("proved")
    in_place(case)


def after_a_rename(case):
    case.move("pol.md", "policies/pol.md")
    case.mallory("move")
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    case.sign("approve")


def after_a_change_of_the_text(case):
    in_place(case)
    case.edit("pol.md", "We never", "We always")
    case.mallory("change")
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-03-10")
    case.sign("again")


def twice_in_one_commit(case):
    case.write("pol.md", case.approved_text())
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-03-10")
    case.sign("approve")


GENUINELY = {
    "again after a review": again_after_a_review, "in a register": in_a_register_between_other_changes,
    "after a rename": after_a_rename, "after a change of the text": after_a_change_of_the_text,
    "twice in one commit": twice_in_one_commit,
    "in its place": in_place, "in a merge": in_a_merge, "beside a site": beside_a_site, "moved later": moved_later,
    "on two lines": on_two_lines, "removed and restored": removed_and_restored, "with large evidence": with_large_evidence,
    "after two texts": after_two_texts, "beside a very large file": beside_a_very_large_file,
    "with an approval of another role": with_an_approval_of_another_role,
}


@pytest.mark.parametrize("write", GENUINELY.values(), ids=GENUINELY.keys())
def test_an_approval_that_a_signed_commit_wrote_is_proved(case, write):
    write(case)
    state = case.states()[-1]
    assert state.startswith("proved"), state


@pytest.mark.parametrize("kept, name", [("pol.md", "z.yaml"), ("pol.md", "a/z.yml"), ("pols.yaml", "notes.md"), ("pols.yaml", "zz.md")])
def test_a_copy_with_another_extension_changes_no_history(case, kept, name):
    """The copy is the same git object. Under its extension, it contains no record."""
    if kept != "pol.md":
        case.remove("pol.md")
        case.write(kept, "kind: policy\nrecords:\n  - id: POL-001\n    title: AI policy\n    owner: ROL-002\n    effective: 2026-03-01\n")
        case.commit("register")
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    case.sign("approve")
    history = case.history("POL-001")
    assert case.states()[0].startswith("proved") and history[0] == ("approve", "changed")
    case.write(name, case.read(kept))
    case.mallory("copy")
    assert case.history("POL-001") == history
    case.remove(name)
    case.mallory("remove the copy")
    assert case.history("POL-001") == history
    assert case.states()[0].startswith("proved") and case.is_genuine()


def test_a_signed_squash_proves_what_it_writes(case):
    case.git("switch", "-q", "-c", "side")
    copy("pol.md")(case)
    case.git("switch", "-q", "main")
    case.git("merge", "-q", "--squash", "side")
    case.sign("squash")
    assert case.states()[0].startswith("proved") and case.is_genuine()


def test_a_second_text_suspends_proofs_and_its_removal_restores_them(case):
    in_place(case)
    assert case.states()[0].startswith("proved")
    case.write("zz.md", POLICY)
    case.mallory()
    assert case.states()[0].startswith("asserted, another record has the same id")
    case.remove("zz.md")
    case.mallory("remove")
    assert case.states()[0].startswith("proved") and case.is_genuine()


@pytest.mark.parametrize("other", ["---\nkind: policy\nid: POL-001\ntitle: [\n---\n", "---\nkind: polisy\nid: POL-001\n---\n"])
def test_a_record_that_cannot_be_read_suspends_proofs_of_its_id(case, other):
    in_place(case)
    case.write("zz.md", other)
    case.mallory()
    assert case.states()[0].startswith("asserted, another record has the same id") and case.is_genuine()
    case.remove("zz.md")
    case.mallory("remove")
    assert case.states()[0].startswith("proved")


def test_names_of_one_tag_count_once(case):
    copy("pol.md")(case)
    digest = re.search(r"digest: (\w+)", case.read("pol.md")).group(1)
    tag(case, "approved", digest)
    signature = "-----BEGIN" + case.git("cat-file", "tag", "approved").decode().split("-----BEGIN", 1)[1]
    forge(case, "bogus", 1, digest, signature)
    for i in range(300):
        case.git("update-ref", f"refs/tags/again-{i}", "refs/tags/bogus-0")
    assert case.states()[0].startswith("proved, by the signature of tag approved") and case.is_genuine()


def test_a_tree_with_two_entries_of_one_name_proves_nothing(case):
    """git shows one of the entries; another program may read the other one."""
    text = case.approved_text()
    planted = case.git("hash-object", "-w", "--stdin", input=text.encode()).decode().strip()
    lines = case.git("ls-tree", "HEAD").decode().splitlines(True)
    original = next(line for line in lines if line.endswith("\tpol.md\n"))
    raw = b""
    for line in sorted(lines + [f"100644 blob {planted}\tpol.md\n"], key=lambda line: line.split("\t")[1]):
        mode, _, name = line.split("\t")[0].split()
        raw += f"{int(mode, 8):o} {line.split(chr(9))[1].strip()}".encode() + b"\0" + bytes.fromhex(name)
    tree = case.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", input=raw).decode().strip()
    commit = case.git("commit-tree", tree, "-p", "HEAD", "-m", "two entries").decode().strip()
    case.git("update-ref", "refs/heads/main", commit)
    case.write("pol.md", text)
    case.sign("tidy")
    assert original and not case.states()[0].startswith("proved")


# Two items of one id


ITEM = "  - id: POL-005\n    title: Item\n    effective: 2026-03-01\n    text: |\n      %s\n"


def test_two_items_of_one_id_have_their_own_findings(case):
    """One item is as it was approved, the other one was changed after the approval."""
    case.write("items.yaml", "kind: policy\nrecords:\n" + ITEM % "As approved.")
    case.approve("POL-005", "--by", "ROL-001", "--date", "2026-02-10")
    approved = case.read("items.yaml")
    case.sign("approve POL-005")
    assert case.states("POL-005")[0].startswith("proved")
    item = approved.split("records:\n")[1]
    changed = item.replace("As approved.", "Changed later.")
    assert changed != item
    # A build shows the first item. The second one is reported as a duplicate and does not change what is shown.
    for items, state in [([item, changed], "asserted, another record has the same id"), ([changed, item], "stale, changed since; ")]:
        case.write("items.yaml", "kind: policy\nrecords:\n" + "".join(items))
        assert len(case.states("POL-005")) == 1 and case.states("POL-005")[0].startswith(state), case.states("POL-005")
        assert "duplicate-id" in case.rules() and ("approval-stale" in case.rules()) == (items[0] == changed) and case.is_genuine()
    case.write("items.yaml", approved)
    assert case.states("POL-005")[0].startswith("proved")


# Who wrote a text


def test_the_author_of_a_second_text_is_in_the_history(case):
    case.write("zz.md", FALSE)
    case.mallory("second")
    case.remove("pol.md")
    case.commit("remove duplicate")
    said = run("history", "POL-001", case.path, check=0).stdout.decode().splitlines()
    assert [line.split("  ", 2)[2] for line in said] == [
        "Ada Example: remove duplicate  (the other text of this id, in pol.md, removed)",
        "Mallory: second  (a second text of this id)", "Ada Example: first  (added)",
    ]
    page = run("build", case.path, "--output", case.path.parent / "site", "--as-of", DAY, "--quiet") and next(
        (case.path.parent / "site").rglob("pol-001.html")).read_text()
    assert "Mallory" in page and "a second text of this id" in page
    second = case.id("HEAD~1")
    assert run("history", "POL-001", case.path, "--at", second, check=0).stdout.decode() == FALSE


def test_every_text_under_an_id_has_its_author_in_the_history(case):
    """Each way to a second text: another file, a register, the same register twice, a merge, and a change of the second text."""
    def mine():
        return [(r["subject"], r["change"]) for r in json.loads(run(
            "history", "POL-001", case.path, "--format", "json", check=0).stdout)["revisions"] if r["author"] == "Mallory"]

    case.write("zz.md", FALSE)
    case.mallory("file")
    case.write("zz.md", FALSE.replace("never", "seldom"))
    case.mallory("change")
    case.write("zz.yaml", as_register(case.approved_text()))
    case.mallory("register")
    case.write("zz.yaml", case.read("zz.yaml") + "  - id: POL-001\n    title: Third\n    effective: 2026-03-01\n")
    case.mallory("twice in a register")
    case.write("copy.md", POLICY)
    case.mallory("a copy")
    second = "a second text of this id"
    # copy.md sorts before pol.md and has its text: that is neither a change nor a move.
    assert mine() == [(name, second) for name in ["twice in a register", "register", "change", "file"]]


# Keys and tags


def test_a_key_in_no_commit_proves_nothing(case, keys):  # noqa: F811
    case.write("pol.md", case.approved_text())
    case.sign("approve", "other")
    assert "which is not a key of the role" in case.states()[0]
    case.write("roles.yaml", roles(keys, "board", "other"))
    state, = case.states()
    assert state.startswith("asserted") and state.endswith("; no commit contains the entry of this key in the role"), state
    assert case.is_genuine()
    # A commit on another branch is not in the history.
    case.git("switch", "-q", "-c", "side")
    case.mallory("keys")
    case.git("switch", "-q", "main")
    case.write("roles.yaml", roles(keys, "board", "other"))
    assert case.states()[0].startswith("asserted") and case.is_genuine()


def test_a_key_proves_nothing_that_it_signed_before_the_role_listed_it(case, keys):  # noqa: F811
    case.write("pol.md", case.approved_text())
    case.sign("approve", "other")
    signed = case.id()
    case.write("roles.yaml", roles(keys, "board", "other"))
    case.commit("keys")
    listed = case.id()
    state, = case.states()
    assert state.startswith(f"asserted, commit {signed}, which introduced it, is signed with "), state
    assert "but the role listed the key only after this commit; to prove the approval, approve again in a new signed commit" in state
    # A later commit that lists the key again changes nothing.
    case.edit("roles.yaml", "title: Board", "title: The board")
    case.commit("title")
    assert case.states() == [state] and case.is_genuine()
    # The next approval is signed after the key was listed.
    case.approve("POL-001", "--by", "ROL-001", "--date", "2026-03-01")
    case.sign("approve again", "other")
    first, second = case.states()
    assert first.startswith("replaced") and second.startswith(f"proved, by the signature of commit {case.id()}"), second
    assert second.endswith(f"added to the role in commit {listed}") and case.is_genuine()


def test_a_key_that_another_branch_lists_proves_nothing_before_the_merge(case, keys):  # noqa: F811
    case.git("switch", "-q", "-c", "side")
    case.write("roles.yaml", roles(keys, "board", "other"))
    case.commit("keys")
    case.git("switch", "-q", "main")
    case.write("pol.md", case.approved_text())
    case.sign("approve", "other")
    case.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert "the role listed the key only after this commit" in case.states()[0] and case.is_genuine()


def tag(case, name, message, key="board", commit="HEAD"):
    case.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={case.keys / key}", "tag", "-s", "-m", message, name, commit)


def test_a_tag_proves_only_digests_in_its_message(case):
    copy("pol.md")(case)
    digest = re.search(r"digest: (\w+)", case.read("pol.md")).group(1)
    other = re.search(r"digest: (\w+)", case.read("genuine.md")).group(1)
    messages = ["Release 1.0", f"POL-001 {digest[:-1]}", f"POL-001 {digest}0", f"POL-001 a{digest}", f"POL-001 {other}", f"é{digest}"]
    for i, message in enumerate(messages):
        tag(case, f"v{i}", message)
    tag(case, "other", f"POL-001 {digest}", "other")
    tag(case, "before", f"POL-001 {digest}", commit="HEAD~1")
    assert case.states()[0].startswith("asserted") and case.is_genuine()
    tag(case, "approved", f"The board approves:\n\nPOL-001: {digest.upper()}.")
    assert case.states()[0].startswith("proved, by the signature of tag approved")


def forge(case, name, count, message, signature):
    """Tags of HEAD with another text than the one that was signed, newer than all others."""
    stream, commit = "", case.git("rev-parse", "HEAD").decode().strip()
    for i in range(count):
        text = f"{message}\n{signature}"
        stream += f"tag {name}-{i}\nfrom {commit}\ntagger A <a@b> {case.clock + i} +0000\ndata {len(text)}\n{text}\n"
    case.git("fast-import", "--quiet", input=stream.encode())


def test_other_tags_do_not_hide_the_tag_that_proves_an_approval(case):
    copy("pol.md")(case)
    digest = re.search(r"digest: (\w+)", case.read("pol.md")).group(1)
    tag(case, "approved", digest)
    signature = "-----BEGIN" + case.git("cat-file", "tag", "approved").decode().split("-----BEGIN", 1)[1]
    forge(case, "release", 300, "Release", signature)
    forge(case, "bogus", 256, digest, signature)
    assert case.states()[0].startswith("proved, by the signature of tag approved")
    forge(case, "more", 2, digest, signature)
    state, = case.states()
    assert state.startswith("asserted, commit "), state
    assert "; 2 tags with its digest and with a signature that names a key of the role were not checked" in state and ": bogus-0, approved;" in state
    assert case.is_genuine()


def test_without_its_tag_an_approval_is_asserted(case):
    copy("pol.md")(case)
    tag(case, "approved", re.search(r"digest: (\w+)", case.read("pol.md")).group(1))
    assert case.states()[0].startswith("proved")
    case.git("tag", "-d", "approved")
    assert case.states()[0].startswith("asserted") and case.is_genuine()


def test_a_tag_by_a_key_in_no_commit_proves_nothing(case, keys):  # noqa: F811
    copy("pol.md")(case)
    tag(case, "approved", re.search(r"digest: (\w+)", case.read("pol.md")).group(1), "other")
    case.write("roles.yaml", roles(keys, "board", "other"))
    assert case.states()[0].startswith("asserted") and case.is_genuine()
    case.commit("keys")
    # The tagged commit is older than the key.
    assert case.states()[0].startswith("asserted")
    tag(case, "again", re.search(r"digest: (\w+)", case.read("pol.md")).group(1), "other")
    assert case.states()[0].startswith("proved, by the signature of tag again") and case.is_genuine()


def test_a_tag_outside_the_history_proves_an_approval_if_its_ancestors_list_the_key(case):
    case.git("switch", "-q", "-c", "side")
    copy("pol.md")(case)
    digest = re.search(r"digest: (\w+)", case.read("pol.md")).group(1)
    case.git("switch", "-q", "main")
    case.git("merge", "-q", "--squash", "side")
    case.mallory("squash")
    assert case.states()[0].startswith("asserted")
    tag(case, "approved", digest, commit="side")
    assert case.states()[0].startswith("proved, by the signature of tag approved") and case.is_genuine()
    # A commit without ancestors in which the role lists the key only outside the history.
    case.git("tag", "-d", "approved")
    case.git("switch", "-q", "--orphan", "other")
    case.write("pol.md", case.git("show", "main:pol.md").decode())
    case.write("roles.yaml", case.git("show", "main:roles.yaml").decode())
    case.mallory("orphan")
    tag(case, "orphan", digest)
    case.git("switch", "-q", "main")
    assert case.states()[0].startswith("asserted") and case.is_genuine()


def test_an_earlier_state_is_proved_as_it_was(case):
    in_place(case)
    case.edit("pol.md", "never", "seldom")
    case.commit("change")
    assert case.states()[0].startswith("stale")
    case.git("reset", "-q", "--hard", "HEAD~1")
    assert case.states()[0].startswith("proved")


# What an approval covers

COVERED = {
    "Title": ("title: AI policy", "title: Policy"), "Owner": ("owner: ROL-002", "owner: ROL-001"),
    "Effective": ("effective: 2026-03-01", "effective: 2026-03-02"), "Text": ("We answer", "We try to answer"),
    "Version": ("processes:", "version: \"2\"\nprocesses:"), "Audience": ("processes:", "audience: public\nprocesses:"),
    "Tags": ("processes:", "tags: [a]\nprocesses:"), "Review cycle": ("processes:", "review_cycle: P2Y\nprocesses:"),
    "Processes": ("[DOC-001]", "[DOC-002]"), "x-own": ("processes:", "x-own: 1\nprocesses:"),
    "Applies to": ("processes:", "applies_to: all\nprocesses:"),
}


@pytest.mark.parametrize("label, change", COVERED.items(), ids=COVERED.keys())
def test_a_change_of_a_covered_field_makes_an_approval_stale(case, label, change):
    case.approved("board")
    case.edit("pol.md", *change)
    state, = case.states()
    assert state.startswith("stale") and f"changed since then: {label};" in state, state
    assert "approval-stale" in case.rules() and case.is_genuine()


NOT_COVERED = {
    "a review": [("processes:", "reviewed: 2026-06-01\nprocesses:")],
    "a review with its next date": [("processes:", "reviewed: 2026-06-01\nnext_review: 2027-06-01\nprocesses:")],
    "a status": [("processes:", "status: active\nprocesses:")],
    "a retirement": [("processes:", "status: retired\nretired: 2026-06-01\nprocesses:")],
    "a predecessor": [("processes:", "supersedes: POL-002\nprocesses:")],
}


@pytest.mark.parametrize("changes", NOT_COVERED.values(), ids=NOT_COVERED.keys())
def test_a_review_a_retirement_and_supersedes_leave_an_approval_proved(case, changes):
    case.write("old.md", POLICY.replace("POL-001", "POL-002").replace("effective:", "retired: 2026-01-31\neffective:"))
    case.commit("earlier policy")
    case.approved("board")
    for change in changes:
        case.edit("pol.md", *change)
    for committed in [False, True]:
        if committed:
            case.mallory("not covered")
        assert case.states()[0].startswith("proved"), case.states()
        assert not {"approval-stale", "suspect-dependants", "unknown-key"} & case.rules()
    assert "Mallory: not covered" in run("history", "POL-001", case.path, check=0).stdout.decode()


def test_the_fields_that_an_approval_does_not_cover_are_documented():
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", (ROOT / "docs/approvals.md").read_text().split("## What an approval covers")[1].split("\n- ")[0], re.M)
    reference = (ROOT / "docs/kinds.md").read_text().split("except these fields:")[1].split("\n## ")[0]
    assert rows == re.findall(r"^\| `(\w+)` \| (.*) \|$", reference, re.M)
    assert {name for name, _ in rows} == {"approvals", "status", "retired", "supersedes", "reviewed", "next_review"}


# Digests of earlier versions, which cover all fields except `approvals`

REVIEWED = [("kind", "document"), ("kind", "document"), ("id", "DOC-005"), ("title", "Old"), ("status", "active"), ("reviewed", "2026-01-05"),
            ("type", "procedure")]


def whole_digest(fields):
    """The digest that earlier versions wrote for a record without a text."""
    form = "{" + ",".join(f"{json.dumps(key)}:{json.dumps(value)}" for key, value in fields) + "}\n"
    # The text: one node, the document, which ends after itself.
    return hashlib.sha256(form.encode() + bytes([0, 0, 0, 0, 1, 0, 0, 0]) + bytes(16)).hexdigest()


def old_document(reviewed="2026-01-05", title="Old", digest=None):
    fields = [(key, {"reviewed": reviewed, "title": title}.get(key, value)) for key, value in REVIEWED]
    lines = "".join(f"    {key}: {value}\n" for key, value in fields[3:])
    digest = digest or whole_digest(REVIEWED)
    return f"kind: document\nrecords:\n  - id: DOC-005\n{lines}    approvals:\n      - by: ROL-001\n        date: 2026-01-10\n        digest: {digest}\n"


def shown_digest(case):
    return json.loads(run("show", "DOC-005", case.path, "--as-of", DAY, "--format", "json", check=0).stdout)["digest"]


@pytest.fixture
def old(case):
    case.write("old.yaml", old_document())
    case.sign("an earlier approval")
    return case


def test_an_earlier_digest_stays_valid(old):
    assert shown_digest(old) == whole_digest([field for field in REVIEWED if field[0] not in ("status", "reviewed")])
    assert old.states("DOC-005")[0].startswith("proved")
    # A later review: the history shows the approved version.
    old.write("old.yaml", old_document(reviewed="2026-05-05"))
    assert old.states("DOC-005")[0].startswith("proved") and "approval-stale" not in old.rules()
    old.commit("review")
    assert old.states("DOC-005")[0].startswith("proved") and "approval-stale" not in old.rules()
    # A covered field.
    old.write("old.yaml", old_document(reviewed="2026-05-05", title="New"))
    state, = old.states("DOC-005")
    assert state.startswith("stale") and "changed since then: Title;" in state
    assert "approval-stale" in old.rules() and old.is_genuine()


def test_without_the_history_an_earlier_digest_covers_only_the_same_fields(old, tmp_path):
    copied = tmp_path / "copy"
    shutil.copytree(old.path, copied, ignore=shutil.ignore_patterns(".git"))
    assert old.states("DOC-005", path=copied)[0].startswith("asserted")
    (copied / "old.yaml").write_text(old_document(reviewed="2026-05-05"))
    assert old.states("DOC-005", path=copied)[0].startswith("stale")


def test_a_planted_earlier_digest_is_not_proved(case):
    case.write("zz.yaml", old_document())
    case.mallory()
    case.move("zz.yaml", "old.yaml")
    case.sign("tidy")
    state, = case.states("DOC-005")
    assert state.startswith("asserted") and "is not signed" in state and case.is_genuine()


def test_earlier_digests_are_renewed(old):
    before = old.read("old.yaml")
    dry = run("approve", "--renew", "--by", "ROL-001", "--dry-run", "--directory", old.path, check=0)
    assert old.read("old.yaml") == before and shown_digest(old) in dry.stdout.decode()
    run("approve", "--renew", "--by", "ROL-001", "--directory", old.path, check=0)
    assert old.read("old.yaml") == before.replace(whole_digest(REVIEWED), shown_digest(old))
    assert old.states("DOC-005") == ["asserted, it is not in any commit"]
    old.sign("renew")
    assert old.states("DOC-005")[0].startswith("proved")
    again = run("approve", "--renew", "--by", "ROL-001", "--directory", old.path, check=0)
    assert "no approval by ROL-001 of the current content has a digest of an earlier version" in again.stderr.decode() and old.is_genuine()


def test_an_approval_that_is_not_proved_is_not_renewed(old):
    old.write("planted.yaml", old_document().replace("DOC-005", "DOC-006"))
    text = old.read("planted.yaml")
    planted = json.loads(run("show", "DOC-006", old.path, "--as-of", DAY, "--format", "json", check=0).stdout)
    fields = [("id", "DOC-006") if name == "id" else (name, value) for name, value in REVIEWED]
    old.write("planted.yaml", text.replace(whole_digest(REVIEWED), whole_digest(fields)))
    assert planted["digest"] not in old.read("planted.yaml")
    old.mallory()
    before = old.read("planted.yaml"), old.read("old.yaml")
    refused = run("approve", "--renew", "--by", "ROL-001", "--directory", old.path)
    assert refused.returncode in (2, 64) and b"DOC-006: commit " in refused.stderr and b"is not signed" in refused.stderr, refused.stderr
    assert before == (old.read("planted.yaml"), old.read("old.yaml"))
    run("approve", "DOC-005", "--renew", "--by", "ROL-001", "--directory", old.path, check=0)
    assert old.read("old.yaml") != before[1] and old.read("planted.yaml") == before[0]


def test_renewal_leaves_other_roles_and_other_content_alone(old):
    before = old.read("old.yaml")
    run("approve", "--renew", "--by", "ROL-002", "--directory", old.path, check=0)
    assert old.read("old.yaml") == before
    old.write("old.yaml", old_document(title="New"))
    run("approve", "--renew", "--by", "ROL-001", "--directory", old.path, check=0)
    assert old.read("old.yaml") == old_document(title="New")
    for arguments in [["--renew", "--by", "ROL-009"], ["DOC-999", "--renew", "--by", "ROL-001"], ["--renew", "--by", "ROL-001", "--note", "x"], ["--by", "ROL-001"]]:
        assert run("approve", *arguments, "--directory", old.path).returncode in (2, 64), arguments


def test_an_ended_system_keeps_its_approvals(case):
    case.write("sys.md", "---\nkind: ai-system\nid: AIS-001\ntitle: Scoring\nowner: ROL-002\npurpose: scores\nrole: [developer]\nlifecycle: operation\nrisk_class: minimal\n---\nIt scores.\n")
    case.edit("roles.yaml", "approves: [policy, document]", "approves: [policy, document, ai-system]")
    case.commit("system")
    case.approve("AIS-001", "--by", "ROL-001", "--date", "2026-02-10")
    case.sign("approve")
    assert case.states("AIS-001")[0].startswith("proved")
    case.edit("sys.md", "lifecycle: operation", "lifecycle: decommissioned")
    assert case.states("AIS-001")[0].startswith("proved") and case.is_genuine()
    case.edit("sys.md", "lifecycle: decommissioned", "lifecycle: design")
    assert case.states("AIS-001")[0].startswith("stale")


# The threat model


def test_every_statement_of_the_threat_model_has_a_test():
    text = (ROOT / "docs/threat-model.md").read_text()
    tests = set(re.findall(r"^def (test_\w+)", "".join(p.read_text() for p in (ROOT / "Tests/Clients").glob("test_*.py")), re.M))
    tables = text.split("## A contributor")[1].split("## Outside this model")[0]
    rows = [line for line in tables.splitlines() if line.startswith("|") and not line.startswith("|---") and line != "| statement | test |"]
    assert len(rows) > 20
    for row in rows:
        _, statement, test, _ = row.split("|")
        assert statement.strip().endswith(".") and test.strip().strip("`") in tests, row
    # Between the headings there are only tables.
    rest = [line for line in tables.splitlines() if line and not line.startswith(("|", "## "))]
    assert rest == ["A contributor"] or not rest, rest
