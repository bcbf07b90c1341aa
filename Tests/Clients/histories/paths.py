"""Where the files of a history are."""

MARKDOWN = ["a/pol.md", "pol.md", "policies/pol-001.md", "policies/zz.md", "zz.md", "deep/er/pol.md"]
REGISTERS = ["a.yaml", "policies.yaml", "policies/all.yaml", "zz.yml"]
# Where a build does not find records.
ASIDE = [
    ".old/pol.md", ".pol.md", "policies/.drafts/p.md", ".github/all.yaml", "pol.txt", "policies/pol.markdown", "pol.md.bak",
    "notes/pol.html", "pol.json", "policies/pol", "site/pol.html", "site/notes.html", "site/policies/old.md",
    "releases/1/sources.md",
]
# Files without records that can contain a digest.
MENTIONING = [
    "notes.txt", ".notes", "site/pol.html", "site/notes.md", "site/notes.html", "releases/1/files", "releases/1/seal", "notes/page.html",
]
# Files that mark a folder as a site or as a release. The site does not list all files that the histories write into its folder.
MARKERS = {
    "site/site.json": '{"dossier-site": 1, "files": ["pol.html", "notes.md", "policies/old.md"]}\n',
    "releases/1/manifest": "# dossier manifest 1\n",
}


def is_live(path, file):
    """Whether the name of a file of records suits its form."""
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return not is_hidden and path.endswith((".yaml", ".yml") if file.is_register else ".md")
