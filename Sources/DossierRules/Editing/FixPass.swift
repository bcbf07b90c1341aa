package import DossierRecords
package import DossierText

/// One pass of fixes: applies the certain fixes of diagnostics to the bytes of the sources, and changes nothing else.
///
/// An edit is applied only if the file contains the wrong value at its span. All edits of a diagnostic are applied, or none. If two diagnostics edit the same bytes, only the first diagnostic is fixed.
/// The next pass can fix the second diagnostic. Content with a recorded digest is not changed.
package struct FixPass: Sendable {
  /// The changed files with their new bytes, sorted by path.
  package let files: [SourceFile]
  /// The diagnostics that were fixed.
  package let fixed: [Diagnostic]
  /// The reason why possible fixes were not applied, by file.
  package let leftAlone: [SourcePath: String]

  /// Applies the fixes. `except` contains files that must not be edited.
  package init(of diagnostics: [Diagnostic], _ dossier: Dossier, in sources: SourceTree, except: Set<SourcePath> = []) {
    let fixable = diagnostics.filter(\.isCertainlyFixable)
    let seals = EditLocks(dossier, fixable)
    var edits: [SourcePath: FileEdits] = [:]
    var fixed: [Diagnostic] = []
    var leftAlone: [SourcePath: String] = [:]
    for (diagnostic, seal) in zip(fixable, seals.reasons) {
      if let seal {
        leftAlone[diagnostic.primary.path] = seal
        continue
      }
      let fixes = diagnostic.fixes
      for path in Set(fixes.map(\.path)) where edits[path] == nil {
        edits[path] = FileEdits(except.contains(path) ? nil : sources.file(at: path))
      }
      guard
        fixes.indices.allSatisfy({ i in
          !fixes[..<i].contains { $0.path == fixes[i].path && $0.span.touches(fixes[i].span) }
            && edits[fixes[i].path]?.accepts(fixes[i]) == true
        })
      else { continue }
      for fix in fixes { edits[fix.path]?.add(fix) }
      fixed.append(diagnostic)
    }
    files = edits.keys.sorted().compactMap { path in
      guard let edits = edits[path], !edits.isEmpty, let file = sources.file(at: path) else { return nil }
      return SourceFile(path: path, bytes: edits.applied(to: file.bytes))
    }
    self.fixed = fixed
    self.leftAlone = leftAlone
  }
}
