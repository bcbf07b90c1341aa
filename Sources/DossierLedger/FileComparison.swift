package import DossierText

/// What stands at a path, as it was found.
package struct FoundFile: Hashable, Sendable {
  package let path: SourcePath
  package let content: Content

  package enum Content: Hashable, Sendable {
    case file(size: Int, digest: Digest)
    /// A file whose bytes were not read, because its size says enough.
    case sized(Int)
    /// A file that cannot be had from where it is kept; why, to follow its name.
    case damaged(String)
    /// A link, a pipe.
    case special
    /// A name that is not UTF-8.
    case nameless
    /// A folder with more folders in each other than any release has.
    case deep
    /// Somebody may read it, and we may not.
    case unreadable
  }

  package init(path: SourcePath, content: Content) {
    self.path = path
    self.content = content
  }
}

extension [ManifestEntry] {
  /// What is wrong with the files found, held against these entries; nothing when all are there, unchanged, and no other is.
  ///
  /// `place` gives where an entry belongs; codes begin with `prefix`.
  package func differences(
    from found: [FoundFile], prefix: String, place: (ManifestEntry) -> SourcePath?
  ) -> [Finding] {
    var wanted: [SourcePath: ManifestEntry] = [:]
    for entry in self { if let path = place(entry) { wanted[path] = entry } }
    let present = Set(found.map(\.path))
    let extra = found.filter { wanted[$0.path] == nil }
    // What lies in a folder that cannot be read may be there.
    let closed = extra.filter { $0.content == .unreadable }.map(\.path)
    var missing = wanted.filter { path, _ in
      !present.contains(path) && !closed.contains { path.parts.starts(with: $0.parts) }
    }
    // What of the missing has the same bytes as something that is too much, was renamed.
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
            .failed, "\(prefix)-renamed", path: name, "\(TerminalText.visible(old.description)) has been renamed to \(name)"))
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
  /// What stands where nothing was sealed.
  fileprivate func surplus(_ name: String, _ prefix: String) -> Finding {
    switch self {
    case .special: Finding(.failed, "\(prefix)-special", path: name, "\(name) is no regular file, and no release has such")
    case .nameless:
      Finding(.failed, "\(prefix)-special", path: name, "\(name) has a name that is not UTF-8, and no release has such")
    case .deep: Finding(.failed, "\(prefix)-extra", path: name, "\(name) is a folder deeper than those of any release")
    case .unreadable: Finding(.failed, "\(prefix)-unreadable", path: name, "\(name) cannot be read, nor what may be in it")
    case .file, .sized, .damaged: Finding(.failed, "\(prefix)-extra", path: name, "\(name) is not in the manifest")
    }
  }
}

extension ManifestEntry {
  fileprivate func difference(from found: FoundFile, _ prefix: String) -> Finding? {
    let name = TerminalText.visible(found.path.description)
    switch found.content {
    case .special, .nameless, .deep:
      return Finding(.failed, "\(prefix)-special", path: name, "\(name) is no regular file any more")
    case .unreadable: return Finding(.failed, "\(prefix)-unreadable", path: name, "\(name) cannot be read")
    case .damaged(let reason): return Finding(.failed, "\(prefix)-damaged", path: name, "\(name) \(reason)")
    case .file(let size, _) where size != self.size, .sized(let size) where size != self.size:
      return Finding(.failed, "\(prefix)-changed", path: name, "\(name) has been changed: \(size) bytes, not \(self.size)")
    case .file(_, let digest) where digest != self.digest:
      return Finding(.failed, "\(prefix)-changed", path: name, "\(name) has been changed: other bytes, as many as before")
    case .file, .sized: return nil
    }
  }
}
