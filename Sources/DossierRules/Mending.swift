package import DossierRecords
package import DossierText

/// One round of edits: the certain fixes of what was said, applied to the bytes of the sources and to nothing else.
///
/// All edits of a diagnostic are applied or none. Of two that touch the same bytes the first in order wins; the other one waits for the
/// next round. What a recorded digest seals is left alone.
package struct Mending: Sendable {
  /// The files with their new bytes, in order.
  package let files: [SourceFile]
  /// What was mended.
  package let mended: [Diagnostic]
  /// What could be mended and was not, by file, and why.
  package let leftAlone: [SourcePath: String]

  /// `except` are files that are not to be edited.
  package init(of diagnostics: [Diagnostic], _ dossier: Dossier, in sources: SourceTree, except: Set<SourcePath> = []) {
    let fixable = diagnostics.filter(\.isCertainlyFixable)
    let seals = Seals(dossier, fixable)
    var edits: [SourcePath: [Diagnostic.Fix]] = [:]
    var mended: [Diagnostic] = []
    var leftAlone: [SourcePath: String] = [:]
    for (diagnostic, seal) in zip(fixable, seals.reasons) {
      if let seal {
        leftAlone[diagnostic.primary.path] = seal
        continue
      }
      let fixes = diagnostic.fixes
      let isFree = fixes.indices.allSatisfy { i in
        let others = (edits[fixes[i].path] ?? []) + fixes[..<i].filter { $0.path == fixes[i].path }
        return !except.contains(fixes[i].path) && Mending.mayEdit(sources.file(at: fixes[i].path), fixes[i].span)
          && !others.contains { $0.span.touches(fixes[i].span) }
      }
      guard isFree else { continue }
      for fix in fixes { edits[fix.path, default: []].append(fix) }
      mended.append(diagnostic)
    }
    files = edits.keys.sorted().compactMap { path in
      sources.file(at: path).map { SourceFile(path: path, bytes: Mending.applied(edits[path] ?? [], to: $0.bytes)) }
    }
    self.mended = mended
    self.leftAlone = leftAlone
  }

  /// False for a file whose bytes here are not those on disk: of one that is no UTF-8 a copy was made readable.
  private static func mayEdit(_ file: SourceFile?, _ span: Span) -> Bool {
    guard let file, Int(span.upper) <= file.bytes.count else { return false }
    return file.digest == Digest(of: file.bytes)
  }

  private static func applied(_ edits: [Diagnostic.Fix], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      result += bytes[done..<Int(edit.span.lower)]
      result += edit.replacement.utf8
      done = Int(edit.span.upper)
    }
    return result + bytes[done...]
  }
}

extension Span {
  /// Shares a byte, or an edge where something is put in.
  fileprivate func touches(_ other: Span) -> Bool {
    if count == 0 || other.count == 0 { return lower <= other.upper && other.lower <= upper }
    return lower < other.upper && other.lower < upper
  }
}
