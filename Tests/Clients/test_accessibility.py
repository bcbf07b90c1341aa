"""Pages checked by axe-core in a real browser: WCAG 2.2, levels A and AA, wide and on a phone, light and dark."""

import pathlib
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from conftest import AS_OF, CONTENT, run

BROWSER = shutil.which("chromium-headless-shell") or shutil.which("chromium")
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# All rules run once. In the other modes, only the rules run that depend on colours and width.
WAYS = {
    "wide": (1280, "light", TAGS),
    "dark": (1280, "dark", {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}),
    "phone": (390, "light", {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "color-contrast"]}),
}
EXAMPLE = [
    "index.html", "statement-of-applicability.html", "issues-to-fix.html", "approvals.html", "integrity.html", "readiness.html",
    "words.html",
    # The list of all figures, a figure with records, one with controls, and one without members.
    "figures/index.html", "figures/records.all.html", "figures/statement.implemented.html", "figures/evidence.undecoded.html",
    "crosswalks/eu-ai-act/through-iso42001.html",
    # A stale record, a record that is suspect because of it, and a risk with its matrix.
    "policies/pol-003.html", "documents/doc-005.html", "risks/rsk-012.html",
]
PUBLISHED = [
    "index.html", "versions/2.2/integrity.html", "versions/2.2/since/index.html", "versions/2.2/since/1.0.html",
    # A superseded version with its notice and the choice of versions.
    "versions/1.1/index.html", "versions/1.1/policies/pol-001.html",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory):
    """The example with a policy that changed after its approval."""
    base = tmp_path_factory.mktemp("doubtful")
    shutil.copytree(CONTENT, base / "content")
    policy = base / "content" / "policies" / "pol-003-data-for-ai.md"
    text = policy.read_text(encoding="utf-8")
    assert "ten working days" in text
    policy.write_text(text.replace("ten working days", "twelve working days"), encoding="utf-8")
    run("build", base / "content", "--output", base / "site", "--as-of", AS_OF, "--no-history", check=1)
    return base / "site"


@pytest.fixture(scope="module")
def late(tmp_path_factory):
    """The example a year later: so much needs attention that it has a page of its own."""
    site = tmp_path_factory.mktemp("late") / "site"
    run("build", CONTENT, "--output", site, "--as-of", "2027-10-31", "--no-history")
    return site


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=WAYS, scope="module")
def page(browser, request):
    width, scheme, rules = WAYS[request.param]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    yield page, {"runOnly": rules, "resultTypes": ["violations"]}
    context.close()


def objections(way, path: pathlib.Path):
    """The violations that axe reports, and whether the page must be scrolled sideways."""
    page, options = way
    page.goto(path.as_uri())
    if page.locator("details.versions").count():
        page.locator("details.versions summary").click()
    said = [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        said.append("wider than the window")
    return said


def test_axe_finds_problems_on_a_bad_page(page, tmp_path):
    poor = tmp_path / "poor.html"
    poor.write_text("<!doctype html><html lang=en><title>t</title><main><h1>t</h1><p style='color: #888; background: #777'>poor</p>")
    assert [said.split(":")[0] for said in objections(page, poor)] == ["color-contrast"]


@pytest.mark.parametrize("name", EXAMPLE)
def test_a_page_of_the_example(doubtful, page, name):
    assert objections(page, doubtful / name) == []


@pytest.mark.parametrize("name", ["index.html", "needs-attention.html", "readiness.html", "figures/reviews.overdue.html"])
def test_a_page_of_the_example_a_year_later(late, page, name):
    assert objections(page, late / name) == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_page(six, page, name):
    assert objections(page, six / "pub" / name) == []


def test_tables_of_versions_and_approvals_fit_on_a_phone(six, doubtful, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in (
        doubtful / "approvals.html", doubtful / "policies/pol-003.html", six / "pub/index.html",
        six / "pub/versions/2.2/since/index.html", six / "pub/versions/2.2/policies/pol-001.html",
    ):
        page.goto(path.as_uri())
        hidden = page.evaluate(
            "[...document.querySelectorAll('.table.stack')].filter(t => t.scrollWidth > t.clientWidth).map(t => t.ariaLabel)"
        )
        assert page.locator(".table.stack").count() > 0 and hidden == [], path
    context.close()
