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
          let extent = extents[entry] ?? Findings.extent(of: dossier.entries[entry])
          extents[entry] = extent
          if extent.lower <= diagnostic.primary.span.lower, diagnostic.primary.span.lower < extent.upper { subject = .entry(entry) }
        }
      }
      subjects.append(subject)
      switch subject {
      case .entry(let entry): ofEntry[entry, default: []].append(i)
      case .page(let page): ofPage[page, default: []].append(i)
      case nil: break
      }
    }
  }

  /// The part of its file that belongs to a record: all of a Markdown file, one item of a register.
  private static func extent(of entry: Entry) -> Span {
    let bytes = entry.source.bytes
    guard entry.path.fileExtension != "md" else { return Span(0, bytes.count + 1) }
    let lines = LineIndex(bytes)
    let first = entry.fields.map { Int($0.keySpan.lower) }.filter { $0 > 0 }.min() ?? Int(entry.idSpan.lower)
    var line = lines.line(of: min(first, Int(entry.idSpan.lower)))
    // The item begins with a dash, at or above its first field.
    while line > 0, dash(lines.content(of: line, in: bytes)) == nil { line -= 1 }
    let start = Int(lines.starts[line])
    let indent = dash(lines.content(of: line, in: bytes)) ?? 0
    line += 1
    while line < lines.starts.count {
      let content = lines.content(of: line, in: bytes)
      if let next = dash(content), next <= indent { break }
      if let letter = content.firstIndex(where: { $0 != 0x20 }), letter - content.startIndex < indent { break }
      line += 1
    }
    return Span(start, line < lines.starts.count ? Int(lines.starts[line]) : bytes.count + 1)
  }

  /// The indent of a line that begins a list item.
  private static func dash(_ line: ArraySlice<UInt8>) -> Int? {
    let indent = line.prefix { $0 == 0x20 }.count
    let rest = line.dropFirst(indent)
    guard rest.first == UInt8(ascii: "-") else { return nil }
    return rest.count == 1 || rest[rest.startIndex + 1] == 0x20 ? indent : nil
  }

  /// How many records have something of this severity.
  func records(with severity: Severity) -> Int {
    ofEntry.values.count { $0.contains { all[$0].severity == severity } }
  }

  func count(_ severity: Severity) -> Int { all.count(of: severity) }
}
