package import DossierRecords
package import DossierText

/// One pass of fixes: applies the certain fixes of diagnostics to the bytes of the sources, and changes nothing else.
///
/// All edits of a diagnostic are applied, or none. If two diagnostics edit the same bytes, the first one wins, and the other one
/// waits for the next pass. Content with a recorded digest is not changed.
package struct FixPass: Sendable {
  /// The changed files with their new bytes, sorted by path.
  package let files: [SourceFile]
  /// The diagnostics that were fixed.
  package let fixed: [Diagnostic]
  /// The reason why possible fixes were not applied, by file.
  package let leftAlone: [SourcePath: String]

  /// `except` contains files that must not be edited.
  package init(of diagnostics: [Diagnostic], _ dossier: Dossier, in sources: SourceTree, except: Set<SourcePath> = []) {
    let fixable = diagnostics.filter(\.isCertainlyFixable)
    let seals = EditLocks(dossier, fixable)
    var edits: [SourcePath: [Diagnostic.Fix]] = [:]
    var fixed: [Diagnostic] = []
    var leftAlone: [SourcePath: String] = [:]
    for (diagnostic, seal) in zip(fixable, seals.reasons) {
      if let seal {
        leftAlone[diagnostic.primary.path] = seal
        continue
      }
      let fixes = diagnostic.fixes
      let isFree = fixes.indices.allSatisfy { i in
        let others = (edits[fixes[i].path] ?? []) + fixes[..<i].filter { $0.path == fixes[i].path }
        return !except.contains(fixes[i].path) && FixPass.mayEdit(sources.file(at: fixes[i].path), fixes[i].span)
          && !others.contains { $0.span.touches(fixes[i].span) }
      }
      guard isFree else { continue }
      for fix in fixes { edits[fix.path, default: []].append(fix) }
      fixed.append(diagnostic)
    }
    files = edits.keys.sorted().compactMap { path in
      sources.file(at: path).map { SourceFile(path: path, bytes: FixPass.applied(edits[path] ?? [], to: $0.bytes)) }
    }
    self.fixed = fixed
    self.leftAlone = leftAlone
  }

  /// False if the bytes of the file differ from those on disk.
  ///
  /// This is so for a file that is not UTF-8, because its bytes were replaced to make it readable.
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
  /// Whether two spans share a byte, or share an edge where one of them is an insertion.
  fileprivate func touches(_ other: Span) -> Bool {
    if count == 0 || other.count == 0 { return lower <= other.upper && other.lower <= upper }
    return lower < other.upper && other.lower < upper
  }
}
