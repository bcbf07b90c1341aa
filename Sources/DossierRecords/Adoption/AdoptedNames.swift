package import DossierText

extension RuleID {
  /// Most references are reported after all files are read. A name of several records is reported while its file is decoded.
  package static let unknownRecord = RuleID("unknown-record")
}

/// The names by which files refer to records: ids, the names that adoptions declare, and paths.
package struct AdoptedNames: Sendable {
  private var ids: [String: String] = [:]
  private var names: [String: [Target]] = [:]
  private var paths: [SourcePath: String] = [:]

  private struct Target: Sendable, Hashable {
    let id: String
    let language: String?
  }

  enum Found: Equatable {
    case record(String)
    /// The name of several records.
    case several([String])
    case nothing
  }

  package init(_ documents: [DecodedDocument]) {
    for document in documents {
      for decoded in document.entries where !decoded.entry.id.isEmpty {
        let id = decoded.entry.id
        if ids[RecordID.key(id)] == nil { ids[RecordID.key(id)] = id }
        for name in decoded.names { names[name, default: []].append(Target(id: id, language: decoded.language)) }
      }
      if document.entries.count == 1, let entry = document.entries.first?.entry, entry.path.isMarkup {
        paths[entry.path] = entry.id
      }
    }
  }

  /// The record that a text in the file `path` refers to. `language` is the language of this file: if several records have the
  /// name, the record in the same language is meant.
  func record(_ text: String, from path: SourcePath, language: String?) -> Found {
    if let id = ids[RecordID.key(text)] { return .record(id) }
    if let targets = names[text] {
      let found = Set(targets.map(\.id)).sorted()
      if let only = found.first, found.count == 1 { return .record(only) }
      let same = Set(targets.filter { $0.language != nil && $0.language == language }.map(\.id))
      if let only = same.first, same.count == 1 { return .record(only) }
      return .several(found)
    }
    guard text.utf8.contains(UInt8(ascii: "/")) || text.utf8.contains(UInt8(ascii: ".")) else { return .nothing }
    // A path is relative to the file, or to the folder of the workspace.
    for start in [path, SourcePath(parts: [path.name])] {
      guard let found = start.resolving(text) else { continue }
      for name in [found.name, found.name + "." + path.fileExtension, found.name + ".md"] {
        if let id = paths[SourcePath(parts: found.folder + [name])] { return .record(id) }
      }
    }
    return .nothing
  }
}
