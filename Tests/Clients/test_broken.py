"""Ways to break the example. Each gives its rule at the right line and column, and no other diagnostic is lost."""

import json
import os
import re

import pytest

from conftest import AS_OF, run

RISK = "risks/rsk-006-age-disparity-in-approvals.md"
SYSTEM = "systems/ais-002-credit-scoring.md"
ROLES = "roles.yaml"
PAGE = "handbook/index.md"

BREAKS = []

# Breaks that make the whole front matter unreadable.
UNREAD = ("yaml-alias", "yaml-limit", "yaml-syntax", "yaml-tab", "unterminated-front-matter", "unknown-kind")


def breaking(rule, path, severity="error"):
    """Registers a break. The function returns the broken bytes, with `⟦` before the position of the diagnostic."""

    def register(function):
        BREAKS.append(pytest.param(rule, path, severity, function, id=f"{function.__name__}"))
        return function

    return register


def sub(text, pattern, replacement):
    """Replaces text that must occur exactly once; otherwise the test is wrong."""
    result, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
    assert count == 1, pattern
    return result


def body(text, addition):
    return text + "\n" + addition + "\n"


@breaking("unknown-record", RISK)
def wrong_id(t):
    return sub(t, r"^systems: .*$", "systems: [⟦AIS-992]")


@breaking("wrong-kind", RISK)
def wrong_kind(t):
    return sub(t, r"^systems: .*$", "systems: [⟦MDL-003]")


@breaking("missing-field", RISK)
def missing_field(t):
    return sub(sub(t, r"^treatment: .*\n", ""), r"^kind:", "⟦kind:")


@breaking("bad-date", RISK)
def bad_date(t):
    return sub(t, r"^reviewed: .*$", "reviewed: ⟦2026-02-30")


@breaking("unknown-word", RISK)
def bad_enum(t):
    return sub(t, r"^treatment: .*$", "treatment: ⟦mitigated")


@breaking("unknown-key", RISK)
def unknown_key(t):
    return sub(t, r"^treatment:", "⟦treatmant: mitigate\ntreatment:")


@breaking("duplicate-id", RISK)
def duplicate_id(t):
    return sub(t, r"^id: .*$", "id: ⟦rsk-005")


@breaking("dead-link", PAGE)
def dead_link(t):
    return body(t, "See [this](⟦nowhere/at-all.md).")


@breaking("dead-anchor", PAGE)
def dead_anchor(t):
    return body(t, "See [this](glossary.md#⟦no-such-heading).")


@breaking("missing-file", "evidence/evd-001*.md")
def missing_attachment(t):
    return sub(t, r"^file: .*$", "file: ⟦files/never-written.txt")


@breaking("duplicate-key", RISK)
def duplicate_yaml_key(t):
    return sub(t, r"^treatment: .*$", r"\g<0>\n⟦treatment: accept")


@breaking("yaml-tab", RISK)
def tab(t):
    return sub(t, r"^inherent:\n", "inherent:\n⟦\tlikelihood: 4\n")


@breaking("byte-order-mark", RISK, "warning")
def bom(t):
    return "⟦\ufeff" + t


@breaking("wrong-type", RISK)
def crlf_and_wrong_type(t):
    return sub(t, r"^systems: .*$", "systems: ⟦AIS-002").replace("\n", "\r\n")


@breaking("not-utf8", RISK)
def invalid_utf8(t):
    return body(t, "⟦\udcff broken")


@breaking("not-utf8", RISK)
def utf16(t):
    return "⟦" + "".join(chr(0xDC00 + b) if b >= 0x80 else chr(b) for b in t.encode("utf-16"))


@breaking("unterminated-front-matter", RISK)
def unterminated(t):
    return "⟦" + t.replace("\n---\n", "\n", 1)


@breaking("yaml-alias", RISK)
def alias_bomb(t):
    levels = "a: ⟦&a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(8))
    return sub(t, r"^treatment:", levels + "treatment:")


@breaking("yaml-limit", RISK)
def nesting(t):
    return sub(t, r"^treatment:", "x-deep: " + "[" * 15 + "⟦[" + "]" * 16 + "\ntreatment:")


@breaking("yaml-limit", RISK)
def ten_thousand_deep(t):
    return sub(t, r"^treatment:", "x-deep: " + "[" * 15 + "⟦" + "[" * 9_985 + "]" * 10_000 + "\ntreatment:")


@breaking("markdown-limit", PAGE)
def huge_paragraph(t):
    return body(t, "\n⟦" + "![[]()" * 13_000)


@breaking("markdown-limit", PAGE)
def deep_list(t):
    return body(t, "\nText.\n\n⟦" + "- " * 3_000 + "x" + "\n" * 20_000)


@breaking("markdown-limit", PAGE)
def wide_table(t):
    return body(t, "\n⟦" + "|x" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "a\n" * 20_000)


@breaking("markdown-limit", PAGE)
def reference_expansion(t):
    return body(t, "\n[a]: " + "u" * 7_000 + "\n\n⟦" + "[a]" * 8_000)


@breaking("markdown-limit", PAGE)
def deep_quote(t):
    return body(t, "\n⟦" + ">" * 5_000 + "a*" * 1_000)


@breaking("file-too-large", PAGE)
def ten_megabytes(t):
    return "⟦" + "a line of text\n\n" * 700_000


@breaking("yaml-tag", RISK)
def explicit_tag(t):
    return sub(t, r"^treatment: .*$", "treatment: ⟦!!python/name:os.system mitigate")


@breaking("yaml-key", RISK)
def complex_key(t):
    return sub(t, r"^treatment:", "⟦[a, b]: c\ntreatment:")


@breaking("yaml-alias", RISK)
def merge_key(t):
    return sub(t, r"^treatment:", "⟦<<: {class: technical}\ntreatment:")


@breaking("control-character", RISK)
def escape_in_value(t):
    return sub(t, r'^title: .*$', 'title: "⟦a \\\\x1b[31m red title"')


@breaking("hidden-character", PAGE, "warning")
def bidi_override(t):
    return body(t, "the limit is ⟦\u202e005\u202c euros")


@breaking("raw-html", PAGE, "warning")
def raw_html(t):
    return body(t, "⟦<script>alert(1)</script>")


@breaking("unsafe-address", PAGE)
def javascript_link(t):
    return body(t, "[click](⟦JaVaScRiPt:alert(1))")


@breaking("unsafe-address", PAGE)
def data_link(t):
    return body(t, "[click](⟦data:text/html;base64,PHNjcmlwdD4=)")


@breaking("remote-image", PAGE, "warning")
def tracking_pixel(t):
    return body(t, "![](⟦https://example.org/pixel.png)")


@breaking("out-of-range", RISK)
def score_outside_scale(t):
    return sub(t, r"^(  likelihood: |inherent: \{likelihood: )\d", r"\g<1>⟦6")


@breaking("unknown-item", RISK)
def unknown_control(t):
    return sub(t, r"^controls: .*(?:\n  - .*)*$", "controls: [⟦A.6.2.9]")


@breaking("reference-spelling", RISK, "warning")
def control_alias(t):
    return sub(t, r"^controls: .*(?:\n  - .*)*$", "controls: [⟦A-6-2-4]")


@breaking("unknown-catalogue", RISK)
def unknown_catalogue(t):
    return sub(t, r"^controls: .*(?:\n  - .*)*$", "controls: ['⟦iso42002:A.6.2.4']")


@breaking("bad-id", RISK)
def homoglyph_id(t):
    return sub(t, r"^id: .*$", "id: ⟦RSK-0\u04306")


@breaking("unknown-kind", RISK)
def unknown_kind(t):
    return sub(t, r"^kind: .*$", "kind: ⟦rsik")


@breaking("bad-duration", RISK)
def bad_duration(t):
    return sub(t, r"^review_cycle: .*$", "review_cycle: ⟦6 moons")


@breaking("empty-value", RISK)
def empty_required(t):
    return sub(t, r"^treatment: .*$", 'treatment: "⟦"')


@breaking("bad-digest", "evidence/evd-001*.md")
def bad_digest(t):
    return sub(t, r"^sha256: .*$", "sha256: ⟦abc123")


@breaking("evidence-changed", "evidence/evd-001*.md")
def digest_of_another_file(t):
    return sub(t, r'^sha256: "?[0-9a-f]{64}"?$', 'sha256: "⟦' + "0" * 64 + '"')


@breaking("unknown-rule", "exceptions.yaml")
def exception_from_no_rule(t):
    return sub(t, r"rule: .*$", "rule: ⟦evidence-expird")


@breaking("missing-field", "policies/pol-001*.md")
def policy_without_approvals(t):
    return sub(t, r"^approvals:\n(?:  .*\n)*", "approvals: ⟦[]\n")


@breaking("link-outside", PAGE)
def climbing_link(t):
    return body(t, "[x](⟦../../../etc/passwd)")


@breaking("absolute-link", PAGE, "warning")
def absolute_link(t):
    return body(t, "[x](⟦/handbook/glossaries.md)")


@breaking("unknown-record", PAGE)
def unknown_in_prose(t):
    return body(t, "äöü 漢字 🎈 see [[⟦RSK-0066]]")


@breaking("self-reference", RISK)
def self_reference(t):
    return sub(t, r"^treatment:", "supersedes: ⟦RSK-006\ntreatment:")


@breaking("missing-field", ROLES)
def missing_in_register(t):
    return t.rstrip() + "\n  - ⟦id: ROL-099\n    title: Nobody\n"


def messages(folder):
    done = run("check", folder, "--as-of", AS_OF, "--format", "json", timeout=60)
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")[-2000:]
    return json.loads(done.stdout)["diagnostics"]


def position(data, mark):
    """The line and column (in characters, from 1) of the mark, and the bytes without the mark."""
    before = data[:mark]
    lines = re.split(rb"\r\n|\n|\r", before)
    last = lines[-1].removeprefix(b"\xef\xbb\xbf")
    return len(lines), len(last.decode("utf-8", errors="replace")) + 1


@pytest.fixture(scope="session")
def before():
    from conftest import CONTENT

    return messages(CONTENT)


@pytest.mark.parametrize("rule, path, severity, break_it", BREAKS)
def test_each_break_is_reported_at_its_position(rule, path, severity, break_it, content, before):
    file = next(iter(sorted(content.glob(path))))
    marked = break_it(file.read_text(encoding="utf-8"))
    data = marked.encode("utf-8", errors="surrogateescape")
    mark = data.find("⟦".encode())
    data = data.replace("⟦".encode(), b"")
    file.write_bytes(data)
    # A second, unrelated error must still be reported.
    other = content / "concerns-extra.md"
    other.write_text("---\nkind: concern\nid: CNC-900\ntitle: Another\nraised: soon\n---\n", encoding="utf-8")
    found = messages(content)
    assert any(d["rule"] == "bad-date" and d["primary"]["path"].endswith("concerns-extra.md") for d in found)
    own = [d for d in found if d["rule"] == rule and d["primary"]["path"].endswith(file.name)]
    assert own, (rule, [(d["rule"], d["primary"]["path"]) for d in found if d not in before][:10])
    assert {d["severity"] for d in own} == {severity}
    if mark >= 0 and rule != "file-too-large":
        places = [(d["primary"]["line"], d["primary"]["column"]) for d in own]
        assert position(data, mark) in places, (position(data, mark), places)
    assert all(d.get("help") for d in own)
    if rule in UNREAD:
        assert {d["rule"] for d in found} - {d["rule"] for d in before} <= {rule, "bad-date"}, "one mistake, one message"


def test_symbolic_link_out_of_the_folder_is_not_followed(content, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret words\n")
    (content / "handbook" / "leak.md").symlink_to(secret)
    (content / "leak").symlink_to("/etc")
    found = messages(content)
    links = sorted(d["primary"]["path"] for d in found if d["rule"] == "symbolic-link")
    assert [os.path.basename(p) for p in links] == ["leak.md", "leak"] or [os.path.basename(p) for p in links] == ["leak", "leak.md"]
    out = tmp_path / "out"
    run("build", content, "--output", out, "--as-of", AS_OF)
    assert not any(b"Secret words" in p.read_bytes() for p in out.rglob("*.html"))


def test_all_breaks_at_once(content, before):
    """Breaks in many files at once. Each is reported, in the same order on every run."""
    seen = set()
    for parameters in BREAKS:
        rule, path, _, break_it = parameters.values
        file = next(iter(sorted(content.glob(path))))
        if file.name in seen:
            continue
        seen.add(file.name)
        data = break_it(file.read_text(encoding="utf-8")).replace("⟦", "")
        file.write_bytes(data.encode("utf-8", errors="surrogateescape"))
    first = messages(content)
    assert {p.values[0] for p in BREAKS if p.values[0] == "unknown-record"} <= {d["rule"] for d in first}
    assert first == messages(content)
