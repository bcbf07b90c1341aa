"""`make bench`: dossier and Hugo over the same records, in one run, on a file system in memory.

Prints wall time and peak memory of both as medians of five with their ratios, the time of each stage, `dossier verify` against `sha256sum -c`,
how the cost grows from 1 000 to 50 000 records, and what the history of a long repository adds to a build. Ratios, not seconds, are the
figures to keep: machines differ.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile

import history

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DOSSIER = ROOT / ".build" / "release" / "dossier"
AS_OF = "2026-10-31"
RUNS = 5


def hugo():
    found = pathlib.Path(sysconfig.get_paths()["purelib"]) / "hugo" / "binaries" / "hugo"
    return found if found.exists() else pathlib.Path(shutil.which("hugo") or "hugo")


def measure(command, cwd):
    """The wall-clock seconds and the peak memory in MB of one run."""
    done = subprocess.run(["/usr/bin/time", "-f", "%e %M", *map(str, command)], cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    seconds, kilobytes = done.stderr.strip().splitlines()[-1].split()
    return float(seconds), int(kilobytes) / 1024


def generate(systems, out):
    subprocess.run([sys.executable, str(HERE / "generate.py"), str(systems), str(out)], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(HERE / "hugo", out / "hugo", dirs_exist_ok=True)


def build(folder):
    shutil.rmtree(folder / "site", ignore_errors=True)
    return measure([DOSSIER, "build", "dossier", "--output", "site", "--as-of", AS_OF, "--quiet"], folder)


def build_hugo(folder):
    shutil.rmtree(folder / "hugo" / "public", ignore_errors=True)
    return measure([hugo(), "--quiet", "--destination", "public"], folder / "hugo")


def verification(folder):
    """`dossier verify` compared with `sha256sum -c` on the same files: medians of alternating runs, with a warm cache."""
    content, public = folder / "dossier", folder / "public"
    for version in ("1", "2"):
        for command in (["release", version, "--allow-errors", "--as-of", AS_OF, "--format", "json"], ["publish", "--to", public]):
            done = subprocess.run([str(DOSSIER), *map(str, command), "--quiet"], cwd=content, capture_output=True)
            if done.returncode not in (0, 1):
                sys.exit(done.stderr[-2000:].decode())
    version = public / "versions" / "2"
    listed = folder / "listed"
    lines = (version / "manifest").read_text().splitlines(keepends=True)
    listed.write_text("".join(line for line in lines if "  SOURCES/" not in line and not line.startswith("#")))
    yardstick = ["sha256sum", "-c", "--quiet", "--strict", listed]
    for name, more in (("one worker", ["--workers", "1"]), ("default", [])):
        pairs = [(measure([DOSSIER, "verify", ".", *more], version)[0], measure(yardstick, version)[0]) for _ in range(2 * RUNS + 1)][1:]
        ours, theirs = (statistics.median(p[i] for p in pairs) for i in (0, 1))
        ratio = statistics.median(p[0] / p[1] for p in pairs)
        print(f"verify, {count(version)} pages, {name}: {ours:.2f} s, sha256sum -c {theirs:.2f} s, ratio {ratio:.2f}   at most 1.3")
    print()


def measure_history(work):
    """The time that reading a long history adds to a build: the median difference of alternating pairs of runs."""
    print("\nhistory of 5 000 commits and 2 000 records, medians of 5 pairs")
    print(f"  {'':12}{'without, s':>12}{'with, s':>10}{'adds, s':>10}   target")
    for form in ("files", "registers"):
        repo = history.main(5_000, 2_000, form, work / "history")
        command = [DOSSIER, "build", repo, "--output", work / "site", "--as-of", AS_OF, "--quiet"]
        run = lambda *more: measure([*command, *more], work)[0]
        run(), run("--no-history")
        pairs = [(run("--no-history"), run()) for _ in range(RUNS)]
        without, whole = (statistics.median(p[i] for p in pairs) for i in (0, 1))
        print(f"  {form:12}{without:12.2f}{whole:10.2f}{statistics.median(b - a for a, b in pairs):10.2f}   at most 1")
        shutil.rmtree(work / "history")


def count(folder):
    return sum(1 for _ in folder.rglob("*.html"))


def main():
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        work = pathlib.Path(name)
        ten = work / "ten"
        generate(1_000, ten)
        build(ten), build_hugo(ten)
        pairs = [(build(ten), build_hugo(ten)) for _ in range(RUNS)]
        ours = [statistics.median(p[0][i] for p in pairs) for i in (0, 1)]
        theirs = [statistics.median(p[1][i] for p in pairs) for i in (0, 1)]
        ratios = [statistics.median(p[0][i] / p[1][i] for p in pairs) for i in (0, 1)]
        print(f"10 000 records, {count(ten / 'site')} pages of ours, {count(ten / 'hugo' / 'public')} of Hugo's, medians of {RUNS}, {os.cpu_count()} cores")
        print(f"  {'':12}{'dossier':>10}{'hugo':>10}{'ratio':>8}   target")
        print(f"  {'wall, s':12}{ours[0]:10.2f}{theirs[0]:10.2f}{ratios[0]:8.3f}   at most 0.333")
        print(f"  {'peak, MB':12}{ours[1]:10.0f}{theirs[1]:10.0f}{ratios[1]:8.3f}   at most 0.333")
        done = subprocess.run(
            [str(DOSSIER), "build", "dossier", "--output", "site", "--as-of", AS_OF, "--timings"],
            cwd=ten, capture_output=True, text=True)
        print("\ntime of each stage, 10 000 records")
        print("".join(f"  {line}\n" for line in done.stderr.splitlines() if line.endswith(" ms")))
        stages = {line[:22].strip(): float(line[22:-3]) for line in done.stderr.splitlines() if line.endswith(" ms")}
        print(f"  all rules (check): {100 * stages['check'] / sum(stages.values()):.1f} % of the build   at most 15 %\n")
        verification(ten)
        shutil.rmtree(ten)
        print("growth")
        print(f"  {'records':>8}{'wall, s':>10}{'peak, MB':>10}{'µs a record':>13}{'kB a record':>13}")
        for systems in (100, 1_000, 5_000):
            folder = work / str(systems)
            generate(systems, folder)
            runs = [build(folder) for _ in range(3)]
            wall, peak = (statistics.median(r[i] for r in runs) for i in (0, 1))
            records = systems * 10
            print(f"  {records:8}{wall:10.2f}{peak:10.0f}{wall / records * 1e6:13.0f}{peak / records * 1024:13.1f}")
            shutil.rmtree(folder)
        measure_history(work)


if __name__ == "__main__":
    main()
