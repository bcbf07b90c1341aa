"""The links and anchors of a folder of Markdown files, computed without the program.

`cmark-gfm` turns each file into HTML. The ids of headings are made as GitHub makes them. The oracle says
which links to files and which links to headings have no target. It shares no code with the program.
"""

import html.parser
import os
import pathlib
import re
import subprocess
import unicodedata
import urllib.parse

import yaml

EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist", "footnotes")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
CUSTOM_ID = re.compile(r"\s*\{\s*#([^\s{}]+)[^{}]*\}\s*$")


class Page(html.parser.HTMLParser):
    """The headings, ids and addresses of an HTML text."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.headings = []
        self.ids = set()
        self.addresses = []
        self.inside = None
        self.notes = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        is_note = "data-footnote-ref" in values or "data-footnote-backref" in values
        if tag == "section":
            self.notes += 1 if self.notes or "footnotes" in values.get("class", "").split() else 0
        if not self.notes and not is_note:
            self.ids.update(values[name] for name in ("id", "name") if values.get(name) and (name == "id" or tag == "a"))
        if re.fullmatch("h[1-6]", tag):
            self.inside = tag
            self.headings.append("")
        address = values.get({"a": "href", "img": "src"}.get(tag))
        if address is not None and not is_note:
            self.addresses.append(address)

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None
        if tag == "section" and self.notes:
            self.notes -= 1

    def handle_data(self, data):
        if self.inside:
            self.headings[-1] += data


def rendered(text, *options):
    """The page that `cmark-gfm` makes of a Markdown text."""
    command = ["cmark-gfm", *options]
    for extension in EXTENSIONS:
        command += ["-e", extension]
    return Page(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode())


def body(text):
    """The text without its front matter, and the number of lines of the front matter.

    Front matter begins in the first line and is a YAML mapping, or is empty.
    """
    match = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if not match:
        return text, 0
    try:
        head = yaml.load(match.group(1), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        # Something like `name: a: b` is meant as a mapping.
        head = {} if re.match(r"\s*[\w-]+:", match.group(1)) else ""
    if head is not None and not isinstance(head, dict):
        return text, 0
    return text[match.end() :], match.group().count("\n")


def slug(text):
    """The id that GitHub makes from the text of a heading."""
    kept = []
    for character in text.strip().lower():
        category = unicodedata.category(character)
        if character == " ":
            kept.append("-")
        elif character in "-_" or category[0] in "LM" or category in ("Nd", "Nl", "Pc"):
            kept.append(character)
    return "".join(kept)


def anchors(text):
    """All ids of a text: of headings, and of elements in HTML."""
    page = rendered(text, "--unsafe")
    found = set(page.ids)
    taken = {}
    for heading in page.headings:
        custom = CUSTOM_ID.search(heading)
        if custom:
            found.add(custom.group(1))
        # A git host does not know the notation `{#id}`, so it is a part of the heading there.
        for written in sorted({heading, CUSTOM_ID.sub("", heading)}):
            first = slug(written)
            name = first
            while name in taken:
                taken[first] += 1
                name = f"{first}-{taken[first]}"
            taken[name] = 0
            found.add(name)
    return found


def links(text):
    """The relative addresses of the links and images of a text, in Markdown and in HTML."""
    for address in rendered(text, "--unsafe").addresses:
        if not SCHEME.match(address) and not address.startswith("//"):
            yield address


class Folder:
    def __init__(self, root):
        self.root = pathlib.Path(os.path.realpath(root))
        self.files = {}
        for folder, names, files in os.walk(self.root):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                path = pathlib.Path(folder, name)
                if name.endswith(".md") and not name.startswith(".") and not path.is_symlink():
                    data = path.read_bytes()
                    self.files[str(path.relative_to(self.root))] = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        self.bodies = {path: body(text) for path, text in self.files.items()}
        self.known = {}

    def anchors(self, path):
        if path not in self.known:
            self.known[path] = anchors(self.bodies[path][0])
        return self.known[path]

    def problems(self):
        """Two sets: `(file, path)` for links without a file, and `(file, fragment)` for links without a heading."""
        files, headings = set(), set()
        for source, (text, _) in self.bodies.items():
            for address in links(text):
                path, _, fragment = address.partition("#")
                path = urllib.parse.unquote(path.partition("?")[0])
                fragment = urllib.parse.unquote(fragment)
                target = self.target(source, path)
                if target is None:
                    continue
                if not target.exists():
                    files.add((source, path))
                elif fragment and not self.has(target, fragment):
                    headings.add((source, fragment))
        return files, headings

    def target(self, source, path):
        """The file or folder that a relative link leads to. None if it is outside of the folder, or if the link is absolute."""
        if path.startswith("/"):
            return None
        if not path:
            return self.root / source
        joined = os.path.normpath(os.path.join(os.path.dirname(source), path))
        return None if joined.split("/")[0] == ".." else self.root / joined

    def has(self, target, fragment):
        if target.is_dir():
            indexes = [target / name for name in ("README.md", "index.md") if (target / name).is_file()]
            if not indexes:
                return True
            target = indexes[0]
        path = os.path.relpath(os.path.realpath(target), self.root)
        return path not in self.bodies or fragment == "top" or fragment in self.anchors(path)
