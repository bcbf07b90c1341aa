"""The cost of Markdown texts of 4 MiB, the largest that are read: ordinary texts, and texts that are hostile to a Markdown parser.

`python limits.py BINARY [WORD]` builds a site from each text (or from those whose name contains WORD), prints wall time and peak memory,
and marks costs above 1 s or 256 MB. Both are also printed in proportion to the book, because machines differ. An ordinary text must be
shown without a refused block. With `--write FOLDER`, it only writes the texts.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

SIZE = 4 << 20
MOST = (1.0, 256)
AS_OF = "2026-10-31"
WORDS = (
    "the risk of a decision is assessed before the system is changed and the owner records the result with its reason and date so that "
    "an auditor can read later who decided what on which day and why this was right"
).split()


def times(part, size=SIZE):
    return part * max(1, size // len(part.encode()))


def words(count, start=0):
    return " ".join(WORDS[(start + i) % len(WORDS)] for i in range(count))


def lines(make, size=SIZE):
    out, length, i = [], 0, 0
    while True:
        line = make(i)
        length += len(line.encode())
        if length > size - 400:
            return "".join(out)
        out.append(line)
        i += 1


def book():
    def paragraph(i):
        if i % 12 == 0:
            return f"## Chapter {i}\n\n"
        marked = f"{words(13, i)} *{words(2, i)}* and [{words(3, i)}](https://example.org/{i}) and `{words(1, i)}`, see [{i % 50}].\n"
        return "".join(words(13, i + n) + "\n" for n in range(i % 9 + 2)) + marked + "\n"

    return "# Book\n\n" + lines(paragraph, SIZE - 4_000) + "".join(f"[{i}]: https://example.org/reference/{i}\n" for i in range(50))


ORDINARY = {
    "book": book,
    "large table": lambda: "# T\n\n| id | name | date | owner | text |\n|---|---|---|---|---|\n"
    + lines(lambda i: f"| R-{i} | {words(3, i)} | 2026-01-{i % 28 + 1:02} | {words(1, i)} | {words(6, i)} |\n"),
    "log in a code block": lambda: "# T\n\n```\n" + lines(lambda i: f"2026-01-01 INFO [worker-{i}] {words(8, i)}\n") + "```\n",
    "log in indented code": lambda: "# T\n\n" + lines(lambda i: f"    2026-01-01 INFO [worker-{i}] {words(8, i)}\n"),
    "list after a comment": lambda: "# T\n\n<!-- toc -->\n" + lines(lambda i: f"- [{words(5, i)}](#t) and {words(7, i)}\n"),
    "reference definitions": lambda: "# T\n\nSee [a1].\n\n" + lines(lambda i: f"[a{i}]: https://example.org/a/rather/long/path/{i}\n"),
    "footnotes": lambda: "# T\n\n" + lines(lambda i: f"{words(9, i)}[^{i}] {words(6, i)}\n\n[^{i}]: {words(9, i)}\n\n"),
    "quotation": lambda: "# T\n\n" + lines(lambda i: f"> {words(14, i)}\n" + (">\n" if i % 10 == 9 else "")),
    "HTML table": lambda: "# T\n\n<table>\n" + lines(lambda i: f"<tr><td>{words(5, i)}</td><td>{i}</td></tr>\n") + "</table>\n",
    "image in base64": lambda: "# T\n\nSee ![][a] here.\n\n[a]: <data:image/png;base64," + "A" * (SIZE - 200) + ">\n",
    "one line in a code block": lambda: "# T\n\n```\n" + "x" * (SIZE - 100) + "\n```\n",
    "comment": lambda: "# T\n\n<!--\n" + lines(lambda i: words(14, i) + "\n") + "-->\n",
}


def root(size):
    return int(size**0.5)


HOSTILE = {
    "> in one line": lambda: times(">") + "a",
    "> growing": lambda: times(times(">", root(SIZE)) + "\n"),
    "deep > then > lines": lambda: times(">", SIZE // 2) + "\n" + times(">\n", SIZE // 2),
    "32 > then > lines": lambda: times("> ", 64) + "a\n" + times(times(">", 32) + "\n"),
    "32 > then lazy lines": lambda: times("> ", 64) + "a\n" + times("a\n"),
    "- in one line then blank lines": lambda: times("- ", SIZE * 2 // 3) + "x" + times("\n", SIZE // 3),
    "32 - then blank lines": lambda: times("- ", 64) + "x" + times("\n"),
    "nested lists": lambda: "".join(" " * 2 * i + "* a\n" for i in range(root(SIZE))),
    "49 nested lists then blank lines": lambda: "".join(" " * 2 * i + "* a\n" for i in range(49)) + times("\n"),
    "blank lines": lambda: times("\n"),
    "short lines": lambda: times("a\n"),
    "hard breaks": lambda: times("a  \n"),
    "short items": lambda: times("- a\n"),
    "short paragraphs": lambda: times("a\n\n"),
    "short headings": lambda: times("# a\n"),
    "setext": lambda: times("a\n") + "===\n",
    "thematic breaks": lambda: times("***\n"),
    "thematic or list": lambda: times("* ") + "a",
    "tasks": lambda: times("- [ ] a\n"),
    "one word": lambda: times("a"),
    "NULs": lambda: times("\0"),
    "footnotes nested in one line": lambda: times("[^a]:") + "x",
    "footnote references": lambda: times("[^1]") + "\n\n[^1]: x\n",
    "footnote references in paragraphs": lambda: times(times("[^1]", 4_000) + "\n\n") + "[^1]: x\n",
    "emphasis 389": lambda: times("*a ", SIZE // 3) + times("_a*_ ", SIZE * 2 // 3),
    "strong in emphasis": lambda: times("*a **a ", SIZE // 2) + "b" + times(" a** a*", SIZE // 2),
    "_ around a dot": lambda: times("_", SIZE // 2) + "." + times("_", SIZE // 2),
    "~a ~~b": lambda: times("~a ~~b"),
    "backticks growing": lambda: "".join("e" + "`" * i for i in range(1, root(2 * SIZE))),
    "instructions": lambda: "a" + times("<?x"),
    "declarations": lambda: "a" + times("<!A "),
    "CDATA": lambda: "a" + times("<![CDATA["),
    "comments in text": lambda: "a" + times("<!--"),
    "unclosed attributes": lambda: times('<a b="'),
    "e-mails": lambda: times("a@b.cc "),
    "www._": lambda: times("www._"),
    "http parentheses": lambda: "http://a.b/" + times(")"),
    "![[]()": lambda: times("![[]()"),
    "nested links": lambda: times("[", SIZE // 2) + times("](b)", SIZE // 2),
    "[a](b": lambda: times("[a](b"),
    "[[references]]": lambda: times("[[a]]"),
    "[x]: lines": lambda: times("[x]: \n"),
    "one long definition": lambda: "[a]: " + times("u", SIZE // 2) + "\n\n" + times("[a]", SIZE // 2),
    "references far away": lambda: "[a]: /" + times("u", 1_000) + "\n\n" + times(times("[a]", 6_000) + "\n\n"),
    "short definitions": lambda: lines(lambda i: f"[{i}]: u\n", SIZE // 2) + "\n" + lines(lambda i: f"[{i}] ", SIZE // 2),
    "small tables": lambda: times("| a | b |\n|---|---|\n| c | d |\n\n"),
    "narrow rows": lambda: "|a|b|\n|-|-|\n" + times("|c|d|\n"),
    "a paragraph then |-|": lambda: times("a\n") + "|-|\n",
    "a paragraph then many |-|": lambda: times("a|a\n", SIZE // 2) + times("|-|\n", SIZE // 2),
    "one wide row": lambda: times("|x", SIZE // 3) + "|\n" + times("|-", SIZE // 3) + "|\n" + times("|x", SIZE // 3) + "|\n",
    "wide row in a narrow table": lambda: "|a|b|\n|-|-|\n" + times("|x") + "\n",
    "1000 columns, empty rows": lambda: times("|x", 2_000) + "|\n" + times("|-", 2_000) + "|\n" + times("|a\n"),
    "many tables of 1000 columns": lambda: times(times("|x", 2_000) + "|\n" + times("|-", 2_000) + "|\n" + times("|a\n", 900) + "\n"),
    "unclosed fences": lambda: times("```\n"),
    **{
        f"paragraphs of {part!r}": lambda part=part: times(times(part, 8_000) + "\n\n")
        for part in ("![[]()", "a<?x", "<!A ", "*a _a*_ ", "www._", "[a](b", "[a](b)", "`a`", "<b>", "[a][b]", "a@b.cc ", "**a*", "[", "|")
    },
}


def measure(binary, name, text, folder, is_ordinary):
    source = folder / "text"
    source.mkdir(exist_ok=True)
    (source / "index.md").write_bytes(text.encode()[:SIZE])
    done = subprocess.run(
        ["/usr/bin/time", "-f", "%e %M", binary, "build", source, "--output", folder / "site", "--force", "--as-of", AS_OF, "--format", "json"],
        capture_output=True, text=True)  # fmt: skip
    seconds, kilobytes = done.stderr.strip().splitlines()[-1].split()
    refused = len(re.findall(r'"markdown-limit"', done.stdout + done.stderr))
    if done.returncode not in (0, 1):
        sys.exit(f"{name}: {binary} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    if is_ordinary and refused:
        print(f"  {name}: {refused} refused blocks   *** none expected")
    return float(seconds), int(kilobytes) / 1024, refused


def main(binary, word=""):
    book_cost = None
    print(f"  {'text of 4 MiB':45}{'wall, s':>9}{'of book':>9}{'peak, MB':>10}{'of book':>9}{'refused':>9}")
    with tempfile.TemporaryDirectory() as name:
        for title, make in (ORDINARY | HOSTILE).items():
            if word not in title:
                continue
            seconds, memory, refused = measure(binary, title, make(), pathlib.Path(name), title in ORDINARY)
            book_cost = book_cost or (seconds, memory)
            over = "  *** over" if seconds > MOST[0] or memory > MOST[1] else ""
            ratios = (seconds / book_cost[0], memory / book_cost[1])
            print(f"  {title[:44]:45}{seconds:9.2f}{ratios[0]:9.2f}{memory:10.0f}{ratios[1]:9.2f}{refused:9}{over}", flush=True)


def write(folder):
    for title, make in (ORDINARY | HOSTILE).items():
        path = pathlib.Path(folder) / re.sub(r"\W+", "-", title) / "index.md"
        while path.exists():
            path = path.parent.with_name(path.parent.name + "x") / "index.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(make().encode()[:SIZE])


if __name__ == "__main__":
    if sys.argv[1] == "--write":
        write(sys.argv[2])
    else:
        main(*sys.argv[1:])
