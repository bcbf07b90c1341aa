import DossierRecords
import DossierText

/// The wording of a comparison. The most important changes come first, and each change appears once.
package struct ComparisonReport: Sendable {
  package let comparison: Comparison

  package init(comparison: Comparison) { self.comparison = comparison }

  package var title: String { "\(comparison.oldName) → \(comparison.newName), evaluated as of \(comparison.asOf)" }

  /// The numbers of changes as text: "records: 3 changed, 1 added; pages: 2 changed".
  package var summary: String {
    let records = ComparisonReport.counts(comparison.records)
    let pages = ComparisonReport.counts(comparison.pages)
    var parts: [String] = []
    if !records.isEmpty { parts.append("records: " + records) }
    if !pages.isEmpty { parts.append("pages: " + pages) }
    if !comparison.files.isEmpty {
      parts.append("other files: \(comparison.files.count) \(comparison.files.count == 1 ? "differs" : "differ")")
    }
    if parts.isEmpty, !comparison.unshown.isEmpty { return "records, pages and files differ only in ways that are not shown" }
    return parts.isEmpty ? "records, pages and files are the same" : parts.joined(separator: "; ")
  }

  private static func counts(_ changes: [RecordChange]) -> String {
    let counts: [(Int, String)] = [
      (changes.count { $0.presence == .kept && !$0.fields.isEmpty }, "changed"),
      (changes.count { $0.presence == .renamed }, "with another id"), (changes.count { $0.presence == .added }, "added"),
      (changes.count { $0.presence == .removed }, "removed"),
      (changes.count(where: \.isMoved), "moved"), (changes.count { $0.presence == .unreadable }, "no longer readable"),
      (changes.count { $0.presence == .readableAgain }, "readable again"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  package var sections: [ReportSection] {
    let wording = ChangeWording(titles: comparison.titles)
    let records = entries(wording)
    let all = [
      ReportSection(title: "Statement of Applicability", entries: comparison.statement.map(wording.entry)),
      ReportSection(title: "Risks", entries: comparison.risks.map(wording.entry)),
      ReportSection(title: "Approvals that no longer match", entries: comparison.stale.map(wording.entry)),
      ReportSection(title: "Approvals without their digest", entries: comparison.unbound.map(wording.entry)),
      ReportSection(title: diagnosticsTitle, entries: wording.entries(comparison.diagnostics)),
      ReportSection(title: "Records", entries: records),
      ReportSection(title: "Pages", entries: comparison.pages.compactMap { wording.entry($0, omitting: []) }),
      ReportSection(
        title: "Changed in a way that is not shown",
        entries: comparison.unshown.isEmpty ? [] : [wording.unshown(comparison.unshown)]),
      ReportSection(title: "Configuration", entries: configuration(wording)),
      ReportSection(title: "Other files", entries: comparison.files.map(wording.entry)),
    ]
    return all.filter { !$0.entries.isEmpty }
  }

  private func entries(_ wording: ChangeWording) -> [ReportEntry] {
    let together = Dictionary(grouping: comparison.records.filter { $0.isMoved && $0.fields.isEmpty && $0.presence == .kept }) {
      [$0.oldPath, $0.newPath]
    }
    return comparison.records.compactMap { change in
      guard let group = together[[change.oldPath, change.newPath]], group.count > 2, group.contains(change) else {
        return wording.entry(change, omitting: alreadyShown(of: change))
      }
      return group.first == change ? wording.moved(group) : nil
    }
  }

  private func configuration(_ wording: ChangeWording) -> [ReportEntry] {
    guard !comparison.configuration.isEmpty else { return [] }
    return [ReportEntry(head: [.name(Configuration.fileName)], lines: comparison.configuration.flatMap { wording.lines($0) })]
  }

  private var diagnosticsTitle: String {
    let (old, new) = (comparison.diagnostics.oldCounts, comparison.diagnostics.newCounts)
    func step(_ name: String, _ before: Int, _ after: Int) -> String {
      before == after ? "\(name) \(after)" : "\(name) \(before) → \(after)"
    }
    let counts = [
      step("errors", old.errors, new.errors), step("warnings", old.warnings, new.warnings), step("notes", old.notes, new.notes),
    ]
    return "Diagnostics: \(counts.joined(separator: ", "))"
  }

  /// Fields of a record that earlier sections of the report already show.
  private func alreadyShown(of record: RecordChange) -> Set<String> {
    var fields: Set<String> = []
    if comparison.statement.contains(where: { $0.record == record.id && $0.old != $0.new }) {
      fields.formUnion(["applicable", "implementation"])
    }
    if comparison.risks.contains(where: { $0.id == record.id && $0.wasThere && $0.isThere }) {
      for score in ["inherent", "residual"] {
        fields.formUnion([score, "\(score).likelihood", "\(score).impact"])
      }
    }
    if comparison.unbound.contains(where: { $0.id == record.id }) {
      for field in record.fields where field.root == "approvals" && field.field.hasSuffix(".digest") {
        if case .value(_, nil) = field.change { fields.insert(field.field) }
      }
    }
    return fields
  }
}
