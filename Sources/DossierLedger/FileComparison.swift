package import DossierText

/// A file that was found at a path in a folder or an archive, or another kind of entry, such as a symbolic link.
package struct FoundFile: Hashable, Sendable {
  package let path: SourcePath
  package let content: Content

  package enum Content: Hashable, Sendable {
    case file(size: Int, digest: Digest)
    /// A file of which only the size is known. The bytes of the file were not read, or the file grew while it was read.
    case sized(Int)
    /// A file that cannot be extracted from its archive. The text states the reason. Messages put this text after the name of the
    /// file.
    case damaged(String)
    /// Not a regular file, for example a symbolic link or a pipe.
    case special
    /// An entry whose name is not UTF-8.
    case nameless
    /// A folder that is nested too deeply to be part of a release.
    case deep
    /// An entry that this process has no permission to read.
    case unreadable
  }

  package init(path: SourcePath, content: Content) {
    self.path = path
    self.content = content
  }
}

extension [ManifestEntry] {
  /// The differences between `found` and these entries. Empty if every listed file is present and unchanged, and no other file
  /// was found.
  ///
  /// `place` returns the expected path of an entry. Every finding code begins with `prefix`.
  package func differences(
    from found: [FoundFile], prefix: String, place: (ManifestEntry) -> SourcePath?
  ) -> [Finding] {
    var wanted: [SourcePath: ManifestEntry] = [:]
    for entry in self { if let path = place(entry) { wanted[path] = entry } }
    let present = Set(found.map(\.path))
    let extra = found.filter { wanted[$0.path] == nil }
    // Files in an unreadable folder are not reported as missing, because the folder may contain them.
    let closed = extra.filter { $0.content == .unreadable }.map(\.path)
    var missing = wanted.filter { path, _ in
      !present.contains(path) && !closed.contains { path.parts.starts(with: $0.parts) }
    }
    // An extra file with the same bytes as a missing file is reported as a rename.
    var lost: [Digest: [SourcePath]] = [:]
    for path in missing.keys.sorted(by: >) { if let entry = missing[path] { lost[entry.digest, default: []].append(path) } }
    var findings: [Finding] = []
    for file in found {
      guard let entry = wanted[file.path] else { continue }
      findings += [entry.difference(from: file, prefix)].compactMap(\.self)
    }
    for file in extra {
      let name = TerminalText.visible(file.path.description)
      if case .file(_, let digest) = file.content, let old = lost[digest]?.popLast() {
        missing[old] = nil
        findings.append(
          Finding(
            .failed, "\(prefix)-renamed", path: name, "\(TerminalText.visible(old.description)) was renamed to \(name)"))
      } else {
        findings.append(file.content.surplus(name, prefix))
      }
    }
    for path in missing.keys {
      let name = TerminalText.visible(path.description)
      findings.append(Finding(.failed, "\(prefix)-missing", path: name, "\(name) is missing"))
    }
    return findings.sorted { ($0.path ?? "", $0.code) < ($1.path ?? "", $1.code) }
  }
}

extension FoundFile.Content {
  /// The finding for an entry at a path that the manifest does not list.
  fileprivate func surplus(_ name: String, _ prefix: String) -> Finding {
    switch self {
    case .special:
      Finding(.failed, "\(prefix)-special", path: name, "\(name) is not a regular file; a release has only regular files")
    case .nameless:
      Finding(.failed, "\(prefix)-special", path: name, "\(name) has a name that is not UTF-8; a release has only UTF-8 names")
    case .deep:
      Finding(.failed, "\(prefix)-extra", path: name, "\(name) is a folder that is nested deeper than any folder of a release")
    case .unreadable:
      Finding(.failed, "\(prefix)-unreadable", path: name, "\(name) cannot be read, so its contents were not checked")
    case .file, .sized, .damaged: Finding(.failed, "\(prefix)-extra", path: name, "\(name) is not in the manifest")
    }
  }
}

extension ManifestEntry {
  fileprivate func difference(from found: FoundFile, _ prefix: String) -> Finding? {
    let name = TerminalText.visible(found.path.description)
    switch found.content {
    case .special, .nameless, .deep:
      return Finding(.failed, "\(prefix)-special", path: name, "\(name) is no longer a regular file")
    case .unreadable: return Finding(.failed, "\(prefix)-unreadable", path: name, "\(name) cannot be read")
    case .damaged(let reason): return Finding(.failed, "\(prefix)-damaged", path: name, "\(name) \(reason)")
    case .file(let size, _) where size != self.size, .sized(let size) where size != self.size:
      return Finding(.failed, "\(prefix)-changed", path: name, "\(name) was changed: it has \(size) bytes, not \(self.size)")
    case .file(_, let digest) where digest != self.digest:
      return Finding(.failed, "\(prefix)-changed", path: name, "\(name) was changed: its size is the same, but its bytes differ")
    case .file, .sized: return nil
    }
  }
}
