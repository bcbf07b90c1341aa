import DossierAssessment
import DossierText

extension PackageGuide {
  init(_ site: Site, _ selection: PackageSelection, _ facts: PackageFacts, reports: [Report]) {
    title = "Evidence package of \(site.organisation)"
    sections = [
      Part(
        title: "Content of this package",
        paragraphs: [
          "Records of the AI management system of \(site.organisation), with their evidence, evaluated as of \(Wording.long(site.asOf)) by \(site.tool.name) \(site.tool.version), from \(facts.origin). You do not need to install anything. No page needs a network or scripts.",
          PackageGuide.release(facts), PackageGuide.state(site, selection),
        ], isContents: true),
      Part(title: "Selected records", paragraphs: selection.sentences + PackageGuide.contents(facts)),
      Part(
        title: "How to open it",
        paragraphs: [
          "Unpack the archive and open index.html, or site/index.html for the site. Use the file manager or these commands, if the archive was not renamed:"
        ], commands: ["unzip \(facts.folder).zip", "cd \(facts.folder)"]),
      PackageGuide.check(facts),
      Part(
        title: "What the verification proves and what it does not",
        paragraphs: [
          "The manifest proves that the files are those that were packed. The signature shows who signed the manifest, but only if you received the keys from a person you trust. Nothing proves when the package was created, or that the content of the records is true. reports/evidence lists all evidence, so that you can check that it was selected according to the criteria.",
          "This command does the same checks and more: dossier verify FILE.zip --allowed-signers SIGNERS. It verifies the archive without unpacking it.",
        ]),
    ]
  }

  /// The open errors and warnings of the whole workspace. If the package is limited to an AI system, also how many of them the gap
  /// report lists.
  private static func state(_ site: Site, _ selection: PackageSelection) -> String {
    let errors = site.figures.count(.diagnostics(.error))
    let warnings = site.figures.count(.diagnostics(.warning))
    let all =
      errors == 0
      ? "The whole workspace has no open error and \(Wording.countOrNo(warnings, "open warning"))."
      : "Issues to fix: the whole workspace has \(Wording.count(errors, "open error")) and \(Wording.countOrNo(warnings, "open warning"))."
    guard errors + warnings > 0 else { return all }
    guard selection.system != nil else { return "\(all) reports/gap-report lists them with the next action for each." }
    let listed = (errors: selection.count(.error, in: site), warnings: selection.count(.warning, in: site))
    return
      "\(all) reports/gap-report lists only those of the selected records: \(Wording.countOrNo(listed.errors, "error")) and \(Wording.countOrNo(listed.warnings, "warning"))."
  }

  private static func release(_ facts: PackageFacts) -> String {
    if let release = facts.release { return "The sources are exactly those of release \(release)." }
    guard let last = facts.last else {
      return "There is no release yet, so no seal confirms this state of the sources."
    }
    return "The sources are not those of a release. They have changed since \(last), the last release."
  }

  private static func contents(_ facts: PackageFacts) -> [String] {
    var sentences = [
      "In documents: the sources of the site, \(Wording.count(facts.documents, "file")) of Markdown and YAML, unchanged. "
        + (facts.withheld == 0
          ? "No text is held back."
          : "\(facts.withheld) more \(facts.withheld == 1 ? "is" : "are") held back: they contain text that is licensed only to the organisation, or they could not be read as text, so their content is unknown.")
    ]
    sentences.append(
      "In evidence: \(Wording.countOrNo(facts.evidence, "file")). In reports: each table as a page, as CSV and as JSON.")
    if facts.isSealed {
      sentences.append(
        "In site: the site as it was sealed, with the manifest and the seal of the release. site/integrity.html explains how to verify it separately."
      )
    }
    if facts.releases > 0 {
      sentences.append(
        "In releases: the manifests and signatures of \(Wording.count(facts.releases, "earlier release")), without their files."
      )
    }
    sentences.append(
      "In manifest: every file with its SHA-256, and all sources with their SHA-256, also those that are not in the package. In seal: only the first lines of the manifest."
    )
    if !facts.renamed.isEmpty {
      sentences.append(
        "\(Wording.count(facts.renamed.count, "file has", "files have")) another name in the package than in the sources, because some systems cannot unpack the original name, or run such a file when it is opened. names.txt lists them."
      )
    }
    return sentences
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
      "The first command has no output if every file is as it was packed. The second and third have no output if there is no additional file. The fourth has no output if the documents and evidence are sources that the manifest lists."
    ]
    if facts.releases > 0 {
      after.append(
        "The fifth prints the digests of the earlier releases, and the digest that each release states for its predecessor. Each stated digest must be among the printed ones."
      )
    }
    after.append(
      facts.signer.map {
        "The last prints a good signature by the key \($0). SIGNERS is a file of allowed signers, and WHO is a name in it. Use a file that you received from a person you trust, not from this archive."
      } ?? "This package is not signed. Nothing shows who created it, or whether someone replaced the whole package.")
    return Part(
      title: "How to verify it with standard tools",
      paragraphs: [
        "Run these commands in the unpacked folder, on Linux, on macOS with coreutils, or on Windows with WSL or Git Bash:"
      ],
      commands: commands, after: after)
  }
}
