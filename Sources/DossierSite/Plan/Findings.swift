import DossierRecords
import DossierText

/// The diagnostics by record and page.
struct Findings: Sendable {
  let all: [Diagnostic]
  /// For each record, the positions of its diagnostics in `all`.
  private(set) var ofEntry: [Int: [Int]] = [:]
  /// For each page, the positions of its diagnostics in `all`.
  private(set) var ofPage: [Int: [Int]] = [:]
  /// The page or record of each diagnostic. Nil if the diagnostic is about a whole file.
  let subjects: [ReferenceGraph.Origin?]
  /// The diagnostics that an exception or the baseline suppresses.
  let suppressed: [Suppressed]
  /// The page or record of each suppressed diagnostic.
  let suppressedSubjects: [ReferenceGraph.Origin?]
  private let suppressedBySubject: [ReferenceGraph.Origin: [Int]]

  /// For each record with an error: the keys that are written in the record but could not be read.
  private(set) var unreadable: [Int: Set<String>] = [:]

  init(_ diagnostics: [Diagnostic], _ suppressed: [Suppressed], _ dossier: Dossier) {
    self.suppressed = suppressed
    suppressedSubjects = dossier.subjects(of: suppressed.map(\.diagnostic.primary))
    var bySubject: [ReferenceGraph.Origin: [Int]] = [:]
    for (i, subject) in suppressedSubjects.enumerated() {
      if let subject { bySubject[subject, default: []].append(i) }
    }
    suppressedBySubject = bySubject
    all = diagnostics.arranged()
    subjects = dossier.subjects(of: all.map(\.primary))
    for (i, subject) in subjects.enumerated() {
      switch subject {
      case .entry(let entry): ofEntry[entry, default: []].append(i)
      case .page(let page): ofPage[page, default: []].append(i)
      case nil: break
      }
    }
    for (entry, own) in ofEntry where own.contains(where: { all[$0].severity == .error }) {
      let read = dossier.entries[entry].fields.map(\.name) + dossier.entries[entry].extras.map(\.name) + ["kind", "id", "text"]
      let missed = RecordSource.keys(of: dossier.entries[entry]).subtracting(read)
      if !missed.isEmpty { unreadable[entry] = missed }
    }
  }

  /// The words for a field without a readable value: "not stated", or "written, but cannot be read".
  func absence(of field: String, in entry: Int) -> String {
    SiteWords.absence(isWritten: unreadable[entry]?.contains(field) == true)
  }

  /// The positions in `suppressed` of the diagnostics of a record or page.
  func suppressed(of subject: ReferenceGraph.Origin) -> [Int] { suppressedBySubject[subject] ?? [] }

  /// The number of records with a diagnostic of this severity.
  func records(with severity: Severity) -> Int {
    ofEntry.values.count { $0.contains { all[$0].severity == severity } }
  }

  func count(_ severity: Severity) -> Int { all.count(of: severity) }
}
