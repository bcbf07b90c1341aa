import DossierRecords
import DossierText

/// Identifies problems by a fingerprint that does not depend on line numbers. One value can be used for all problems of a
/// dossier.
struct ProblemFingerprints {
  private let dossier: Dossier
  private let sources: SourceTree
  private var lines: [SourcePath: LineIndex] = [:]

  init(_ dossier: Dossier, _ sources: SourceTree) {
    self.dossier = dossier
    self.sources = sources
  }

  mutating func problem(_ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?) -> Baseline.Problem {
    let label = diagnostic.primary
    var record: String?
    if case .entry(let position)? = subject { record = dossier.entries[position].id }
    return Baseline.Problem(
      rule: diagnostic.rule.name, path: label.path.description, record: record, fingerprint: fingerprint(label), count: 1)
  }

  /// The first 16 digits of a SHA-256. The hash is computed from the key at the start of the line and the underlined text.
  private mutating func fingerprint(_ label: Diagnostic.Label) -> String {
    guard let file = sources.file(at: label.path) else { return String(Digest(of: []).description.prefix(16)) }
    let index = lines[label.path] ?? LineIndex(file.bytes)
    lines[label.path] = index
    let line = index.content(of: index.line(of: Int(label.span.lower)), in: file.bytes)
    let underlined = LineBreaks.unified(label.span.range.clamped(to: file.bytes.indices), of: file.bytes)
    return String(Digest(of: ProblemFingerprints.key(of: line) + [0] + underlined).description.prefix(16))
  }

  /// The key at the start of a line, such as `controls` in `  controls: [A.6.2.4]`.
  ///
  /// Skips a dash before the key. Empty if the line does not begin with a key.
  private static func key(of line: ArraySlice<UInt8>) -> [UInt8] {
    let rest = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    let key = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard !key.isEmpty, key.endIndex < rest.endIndex, rest[key.endIndex] == UInt8(ascii: ":") else { return [] }
    return Array(key)
  }
}
