import DossierRecords
import DossierText

/// The diagnostics, and which records and pages they are about.
struct Findings: Sendable {
  let all: [Diagnostic]
  /// Positions in `all`, by record and by page.
  private(set) var ofEntry: [Int: [Int]] = [:]
  private(set) var ofPage: [Int: [Int]] = [:]
  /// The page or record each one is about; nil where it is about a file as a whole.
  private(set) var subjects: [Subject?] = []

  /// Keys of a record that are written but could not be read; worked out only where something is wrong with it.
  private(set) var unreadable: [Int: Set<String>] = [:]

  enum Subject: Sendable, Hashable {
    case entry(Int)
    case page(Int)
  }

  init(_ diagnostics: [Diagnostic], _ dossier: Dossier, _ sources: SourceTree) {
    all = diagnostics.arranged()
    var pages: [SourcePath: Int] = [:]
    for (i, page) in dossier.pages.enumerated() { pages[page.path] = i }
    var entries: [SourcePath: [Int]] = [:]
    for (i, entry) in dossier.entries.enumerated() { entries[entry.path, default: []].append(i) }
    var extents: [Int: Span] = [:]
    for (i, diagnostic) in all.enumerated() {
      let path = diagnostic.primary.path
      var subject: Subject?
      if let page = pages[path] {
        subject = .page(page)
      } else if let own = entries[path] {
        for entry in own {
          let extent = extents[entry] ?? RecordSource.extent(of: dossier.entries[entry])
          extents[entry] = extent
          if extent.lower <= diagnostic.primary.span.lower, diagnostic.primary.span.lower < extent.upper {
            subject = .entry(entry)
          }
        }
      }
      subjects.append(subject)
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

  /// "not stated", or that it is written in a way that cannot be read.
  func absence(of field: String, in entry: Int) -> String {
    unreadable[entry]?.contains(field) == true ? "written, but cannot be read" : "not stated"
  }

  /// How many records have something of this severity.
  func records(with severity: Severity) -> Int {
    ofEntry.values.count { $0.contains { all[$0].severity == severity } }
  }

  func count(_ severity: Severity) -> Int { all.count(of: severity) }
}
