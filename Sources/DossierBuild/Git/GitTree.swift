import DossierRecords
import DossierText

/// The files of a workspace as a commit has them, without what a build passes over.
struct GitTree: Sendable {
  let files: [File]
  /// Folders whose contents are another repository's.
  let submodules: [SourcePath]
  /// What a scan says of links and of names that cannot be used.
  let diagnostics: [Diagnostic]

  struct File: Sendable {
    let path: SourcePath
    let object: ObjectID
    let size: Int
  }

  /// Reads `MODE TYPE OBJECT SIZE`, a tab and the path, a NUL after each.
  init(listing: [UInt8]) {
    var tokens = GitLog.Tokens(listing)
    var (files, submodules, diagnostics): ([File], [SourcePath], [Diagnostic]) = ([], [], [])
    while let token = tokens.next() {
      guard let tab = token.firstIndex(of: 0x09) else { continue }
      let words = token[..<tab].split(separator: 0x20)
      let name = token[(tab + 1)...]
      let parts = name.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 4, !parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) else { continue }
      let mode = String(decoding: words[0], as: UTF8.self)
      guard let path = GitLog.path(name, []), mode != "120000" else {
        let isLink = mode == "120000"
        diagnostics.append(
          Diagnostic(
            isLink ? .symbolicLink : .specialFile, .warning,
            isLink ? "a symbolic link is not followed" : "this is no regular file and is not read",
            at: .init(SourcePath(parts: parts), .start)))
        continue
      }
      if mode == "160000" { submodules.append(path) }
      guard mode.hasPrefix("100"), let object = ObjectID(words[2]), let size = Int(String(decoding: words[3], as: UTF8.self))
      else {
        continue
      }
      files.append(File(path: path, object: object, size: size))
    }
    self.files = files.sorted { $0.path < $1.path }
    (self.submodules, self.diagnostics) = (submodules.sorted(), diagnostics)
  }

  private init(files: [File], submodules: [SourcePath], diagnostics: [Diagnostic]) {
    (self.files, self.submodules, self.diagnostics) = (files, submodules, diagnostics)
  }

  /// Without these folders and what is in them.
  func without(_ folders: [[String]]) -> GitTree {
    guard !folders.isEmpty else { return self }
    return GitTree(
      files: files.filter { file in !folders.contains { file.path.lies(in: $0) } }, submodules: submodules,
      diagnostics: diagnostics.filter { said in !folders.contains { said.primary.path.lies(in: $0) } })
  }
}

extension SourcePath {
  /// Whether it is in a folder, at any depth, or is the folder itself.
  func lies(in folder: [String]) -> Bool { parts.starts(with: folder) }
}
