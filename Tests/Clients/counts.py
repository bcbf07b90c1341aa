"""Numbers on a page of the site that count something but are no figure: without `data-figure`, and without a list behind them.

`docs/figures.md` says which numbers need not be figures. They are in the elements of `EXEMPT`.
"""

import html
import re

NOUNS = (
    "annex|approval|article|audit|change|clause|control|criteri|diagnostic|document|error|event|evidence|exception|framework"
    "|incident|issue|item|line|member|metric|model|note|objective|page|polic|question|record|reference|register|relation"
    "|release|report|requirement|review|risk|row|subcategor|supplier|system|value|warning"
)
COUNT = re.compile(
    rf"(?<![\w./-])[0-9]{{1,4}} (?:[a-z]+ ){{0,2}}(?:{NOUNS})"  # 3 open issues
    r"|(?<![\w./-])[0-9]+ of\b|\bof [0-9]+\b|\b(?:[Aa]ll|first|last|other) [0-9]+\b"
    r"|(?<![\w./-])[0-9]+ (?:more|others)\b|: [0-9]+\.?$"
)
DATE = re.compile(r"\b[0-9]{1,2} [JFMASOND][a-z]+ [0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
# An element that contains only a number.
NUMBER = re.compile(r"[0-9]+")
NUMBERED = {"span.count", "span.number", "span.note", "span.numerator", "span.of", "p.figure"}
# Text of the authors, fields of a record, diagnostics, and numbers about one record or about two releases.
EXEMPT = {
    # A marked number, dates, and what is quoted.
    "a.figure-value", "time", "code", "pre", "script",
    # Text, titles and fields of a record or page.
    "div.prose", "dl.fields", "dl.facts", "h1", "nav.crumbs", "nav.contents", "a.ref", "a.file", "div.register", "div.statement",
    "div.card", "div.approvals", "span.id", "td.id", "ul.compact", "ul.mentions", "tr.record",
    # Diagnostics state what their rule has counted, and the reasons for the level of a rule.
    "ul.findings", "p.step", "td.words",
    # Scores and values of one record.
    "table.matrix", "p.risk-sum", "p.notice", "ul.legend", "ul.attention", "#page.readings", "#page.history",
    # Changes since a release.
    "section.since",
}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What is no field of a record although it is inside such an element: captions, badges, and the dates of a framework.
NO_FIELD = {
    "caption": {"div.register", "div.statement", "div.approvals", "table.matrix"},
    "span.badge": {"div.register", "tr.record"},
    "dl.dates": {"dl.fields"},
}
TOKEN = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z0-9]+)\b([^<>]*)>|([^<]+)", re.S)
NAME = re.compile(r"\b(class|id)=\"([^\"]*)\"")


def unmarked(page, text):
    """The texts of a page that contain such a number. `page` is its path in the site."""
    text = text[text.find("<body"):]
    found, open = [], []
    for end, tag, inside, words in TOKEN.findall(text):
        if words:
            if any(c.isdigit() for c in words) and (said := counted(page, open, html.unescape(" ".join(words.split())))):
                found.append(said)
        elif end:
            while open and open.pop()[0] != tag:
                pass
        elif tag and tag not in VOID and not inside.endswith("/"):
            open.append((tag, names(tag, inside)))
    return found


def names(tag, inside):
    found = {tag}
    for name, value in NAME.findall(inside):
        found.update(f"{tag}.{word}" for word in value.split()) if name == "class" else found.add("#" + value)
    return found


def counted(page, open, words):
    """The words if they contain a number that counts something."""
    around = set().union(*(names for _, names in open))
    exempt = around & EXEMPT
    for name, fields in NO_FIELD.items():
        # The caption of the matrix of one risk has its scores.
        if name in around and "section.risk" not in around:
            exempt -= fields
    # The header of a model card counts the measured values of one model. A link in the heading of a row is a title.
    if exempt or {"a", "th"} <= around or page.startswith(("model-cards/", "since/")) or not open:
        return None
    # What a clause or control requires is text, not a fact.
    if re.match("frameworks/.*/(?!index)", page) and "p.lead" in around:
        return None
    is_number = NUMBER.fullmatch(words) and open[-1][1] & NUMBERED
    return words if is_number or COUNT.search(DATE.sub("", words)) else None
