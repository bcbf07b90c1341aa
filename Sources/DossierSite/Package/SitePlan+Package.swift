import DossierRecords
package import DossierText

extension SitePlan {
  /// The records that a package with these criteria covers.
  package func selection(_ criteria: PackageCriteria) -> PackageSelection { PackageSelection(site, criteria) }

  /// The instructions and reports of a package. The site and the copied files are not included. Paths start at the top folder.
  package func packageFiles(
    _ selection: PackageSelection, _ facts: PackageFacts
  ) throws(TemplateError) -> [(path: SourcePath, bytes: [UInt8])] {
    let template = try TemplateCompiler(EmbeddedTemplates.files).template("package", for: PackagePage.self)
    let reports = PackageReports(site: site, selection: selection).all
    let guide = PackageGuide(site, selection, facts, reports: reports)
    var files: [(path: SourcePath, bytes: [UInt8])] = [
      (SourcePath(parts: ["README.txt"]), Array(guide.text.utf8)),
      (SourcePath(parts: ["index.html"]), template.render(PackagePage(guide, reports, site))),
    ]
    for report in reports {
      func place(_ ending: String) -> SourcePath { SourcePath(parts: ["reports", "\(report.name).\(ending)"]) }
      files.append((place("html"), template.render(PackagePage(report, site))))
      files.append((place("csv"), Array(report.csv.utf8)))
      files.append((place("json"), Array(report.json(site, selection).utf8)))
    }
    if !facts.renamed.isEmpty {
      let lines = facts.renamed.map { "\($0.place)\t\(TerminalText.visible($0.path.description))\n" }
      files.append((SourcePath(parts: ["names.txt"]), Array(("\(ReportWords.renamed)\n" + lines.joined()).utf8)))
    }
    return files
  }

  /// The files whose text this edition of the site must not show, because the text is licensed.
  package var withheld: Set<SourcePath> { site.withheld }

  /// A folder name from the organisation and more parts. It is ASCII and valid on every system.
  package func folderName(_ rest: [String]) -> String {
    ([Slug.make(site.organisation), "evidence"] + rest.map(Slug.make)).joined(separator: "-")
  }
}
