import DossierAssessment
import DossierText

extension PackageGuide {
  init(_ site: Site, _ selection: PackageSelection, _ facts: PackageFacts, reports: [Report]) {
    title = "Evidence package of \(site.organisation)"
    let errors = site.figures.count(.diagnostics(.error))
    let warnings = site.figures.count(.diagnostics(.warning))
    let state =
      errors == 0
      ? "There is no open error and \(Wording.countOrNo(warnings, "open warning")) (reports/gap-report)."
      : "There are open errors: \(errors), and \(Wording.countOrNo(warnings, "open warning")). They are listed with what to do in reports/gap-report."
    sections = [
      Part(
        title: "What this is",
        paragraphs: [
          "Records of the AI management system of \(site.organisation), with the evidence behind them, judged against \(Wording.long(site.asOf)) by \(site.tool.name) \(site.tool.version), from \(facts.origin). Nothing needs to be installed, and no page needs a network or scripts.",
          PackageGuide.release(facts), state,
        ], isContents: true),
      Part(title: "What was selected", paragraphs: selection.sentences + PackageGuide.contents(facts)),
      Part(
        title: "How to open it",
        paragraphs: [
          "Unpack the archive and open index.html, or site/index.html for the site itself. From the file manager, or so, where the archive still has its first name:"
        ], commands: ["unzip \(facts.folder).zip", "cd \(facts.folder)"]),
      PackageGuide.check(facts),
      Part(
        title: "What is proved, and what is not",
        paragraphs: [
          "That the files are those that were packed follows from the manifest; whose manifest it is, from the signature, and only with keys that you have from somebody you trust. Nothing proves when it was made, nor that what the records say is true. That evidence was selected as the criteria say can be seen in reports/evidence, which lists all of it.",
          "The same and more, in words: dossier verify FILE.zip --allowed-signers SIGNERS. It verifies the archive without unpacking it.",
        ]),
    ]
  }

  private static func release(_ facts: PackageFacts) -> String {
    if let release = facts.release { return "The sources are those of release \(release), every one." }
    guard let last = facts.last else {
      return "There is no release yet: nothing says from outside that this state was meant to last."
    }
    return "The sources are not those of a release: they have changed since \(last), the last one."
  }

  private static func contents(_ facts: PackageFacts) -> [String] {
    var said = [
      "In documents: the sources of the site, \(Wording.count(facts.documents, "file")) of Markdown and YAML, as they are. "
        + (facts.withheld == 0
          ? "None is held back."
          : "\(facts.withheld) more \(facts.withheld == 1 ? "is" : "are") held back: they hold text that is licensed to the organisation alone, or could not be read as text so that nobody knows.")
    ]
    said.append(
      "In evidence: \(Wording.countOrNo(facts.evidence, "file")). In reports: the same tables as pages, as CSV and as JSON.")
    if facts.isSealed {
      said.append(
        "In site: the site as it was sealed, with the manifest and the seal of the release beside it, so that it can be checked alone, as site/integrity.html says."
      )
    }
    if facts.releases > 0 {
      said.append(
        "In releases: what was sealed earlier, \(Wording.count(facts.releases, "release")), their manifests and signatures without their files."
      )
    }
    said.append(
      "In manifest: every file with its SHA-256, and all sources with theirs, handed over or not. In seal: its head alone.")
    if !facts.renamed.isEmpty {
      said.append(
        "\(Wording.count(facts.renamed.count, "file has", "files have")) another name here than in the sources, because not every system could unpack it: names.txt lists them."
      )
    }
    return said
  }

  private static func check(_ facts: PackageFacts) -> Part {
    let compared = [
      #"sed -nE 's:^(\\?[0-9a-f]{64}  )(documents|evidence)/:\1SOURCES/:p' manifest | grep -vE '^\\?[0-9a-f]{64}  SOURCES/renamed/' | grep -vxFf manifest"#,
      "sha256sum releases/*/manifest; grep '^# previous' manifest releases/*/manifest",
    ]
    var commands = [
      #"grep -vE '^\\?[0-9a-f]{64}  SOURCES/' manifest | sha256sum -c --strict --quiet"#,
      #"grep -vE '^(#|\\?[0-9a-f]{64}  SOURCES/)' manifest | sed -E '/^\\/s/\\\\/\\/g; s/^\\?[0-9a-f]{64}  //' | LC_ALL=C sort > /tmp/listed"#,
      "find . ! -type d | sed 's|^\\./||' | grep -vxE '(manifest|seal)(\\.sig)?' | LC_ALL=C sort | diff /tmp/listed -",
    ]
    commands += facts.releases > 0 ? compared : [compared[0]]
    if facts.signer != nil {
      commands.append("ssh-keygen -Y verify -f SIGNERS -I WHO -n dossier-release -s manifest.sig < manifest")
    }
    var after = [
      "The first says nothing when every file is as it was packed; the second and third, when there is no other; the fourth, when the documents and evidence are sources that the manifest lists."
    ]
    if facts.releases > 0 {
      after.append(
        "The fifth prints the digests of earlier releases, and which release names which: each named digest must be among them.")
    }
    after.append(
      facts.signer.map {
        "The last prints a good signature by the key \($0). SIGNERS is a file of allowed signers, and WHO a name in it; have it from somebody you trust, not from this archive."
      } ?? "This package is not signed: nothing shows who made it, or that it was not made anew as a whole.")
    return Part(
      title: "How to check it with ordinary tools",
      paragraphs: ["In the folder that unpacking made, on Linux, macOS with coreutils, or Windows with WSL or Git Bash:"],
      commands: commands, after: after)
  }
}
