"""Which files of a folder are read, and which diagnostics other files get."""

import json

from conftest import AS_OF, run


def check(folder, status=None):
    done = run("check", folder, "--as-of", AS_OF, "--format", "json", check=status)
    return [(d["rule"], d["primary"]["path"].rsplit("/", 1)[-1]) for d in json.loads(done.stdout)["diagnostics"] if d["severity"] != "note"]


def test_the_next_id_never_overflows(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: o\n")
    records = "".join(f"  - {{id: DEC-{n}, title: t}}\n" for n in (7, 2**63 - 1, 10**30, 999_999_999_999))
    (tmp_path / "decisions.yaml").write_text("kind: decision\nrecords:\n" + records)
    done = run("new", "decision", "--directory", tmp_path, check=0)
    assert b"DEC-008" in done.stdout + done.stderr or list(tmp_path.rglob("dec-008.md"))


def test_registers_are_distinguished_from_other_yaml_files(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: o\n")
    strangers = {"deploy.yaml": "kind: Service\nspec: [\n", "ci.yml": "a: &x 1\nb: *x\n", "role.yaml": "kind: Role\n"}
    ours = {"a.yaml": "Kind: concern\nrecords: []\n", "b.yml": "records: [\n", "c.yaml": "records: []\n",
            "d.yaml": "\"kind\": concern\nrecord: []\n"}
    for name, text in (strangers | ours).items():
        (tmp_path / name).write_text(text)
    (tmp_path / "e.yaml").write_bytes("kind: concern\n".encode("utf-16"))
    (tmp_path / "f.yaml").write_text("kind: concern\nrecords:\n" + "# filling\n" * 120_000)
    said = check(tmp_path, 1)
    assert {path for _, path in said} == set(ours) | {"e.yaml", "f.yaml"}, said
