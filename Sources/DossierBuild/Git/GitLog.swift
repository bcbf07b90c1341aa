import DossierRecords
import DossierText

/// Parses the output of `git log`: for each commit, the changed files, the author and the date. The newest commit comes first.
enum GitLog {
  /// The arguments for `git log`.
  ///
  /// With these arguments, git lists every commit that changed a file of the workspace. So every past version of a record is
  /// found, even if a merge discarded the change. For a merge, git lists the differences from the first parent. Git does not
  /// detect renames, because dossier follows records by id.
  static func arguments(_ commit: ObjectID) -> [String] {
    [
      "log", "--full-history", "--parents", "--raw", "-z", "--no-renames", "--diff-merges=first-parent",
      "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv",
      "--no-show-signature",
      "--no-mailmap", "--no-notes", "--ignore-submodules=none", "--encoding=UTF-8", "--date-order",
      "--format=tformat:%x01%H%x00%P%x00%an%x00%aI%x00%s%x00", commit.description, "--", ".",
    ]
  }

  /// Parses the output of git for these arguments. `prefix` is the path of the workspace inside the repository.
  ///
  /// Files whose names are not UTF-8, links and submodules are skipped, as in a build.
  static func changes(_ output: [UInt8], prefix: [UInt8]) -> [CommitChanges] {
    var tokens = Tokens(output)
    var result: [CommitChanges] = []
    var commit: Commit?
    var files: [CommitChanges.File] = []
    func close(_ result: inout [CommitChanges]) {
      if let commit { result.append(CommitChanges(commit: commit, files: files)) }
    }
    while var token = tokens.next() {
      if token.first == 0x0A { token = token.dropFirst() }
      switch token.first {
      case 0x01:
        close(&result)
        files = []
        let rest = (0..<4).map { _ in tokens.next() ?? [] }
        commit = ObjectID(token.dropFirst()).map { id in
          Commit(
            id: id, parents: rest[0].split(separator: 0x20).compactMap { ObjectID($0) },
            author: String(decoding: rest[1], as: UTF8.self),
            time: String(decoding: rest[2], as: UTF8.self), subject: String(decoding: rest[3], as: UTF8.self))
        }
      case UInt8(ascii: ":"):
        guard let name = tokens.next() else { break }
        if let file = file(token, name, prefix) { files.append(file) }
      default: break
      }
    }
    close(&result)
    return result
  }

  /// The folders that are submodules in the newest commit of the output that changed them, sorted.
  static func submodules(_ output: [UInt8], prefix: [UInt8]) -> [SourcePath] {
    var tokens = Tokens(output)
    var isSubmodule: [SourcePath: Bool] = [:]
    while var token = tokens.next() {
      if token.first == 0x0A { token = token.dropFirst() }
      // The other parts of a commit are not entries, even if they look like entries.
      if token.first == 0x01 { for _ in 0..<4 { _ = tokens.next() } }
      let (before, after) = (token.dropFirst().prefix(6), token.dropFirst(8).prefix(6))
      guard token.first == UInt8(ascii: ":"), before.elementsEqual("160000".utf8) || after.elementsEqual("160000".utf8),
        let name = tokens.next(), let path = path(name, prefix), isSubmodule[path] == nil
      else { continue }
      isSubmodule[path] = after.elementsEqual("160000".utf8)
    }
    return isSubmodule.filter(\.value).keys.sorted()
  }

  /// Parses the entry of one changed file, `:MODE MODE OBJECT OBJECT STATUS`. Nil if `path` returns nil for `name`, or if the
  /// entry is a file neither before nor after the commit.
  private static func file(_ token: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ prefix: [UInt8]) -> CommitChanges.File? {
    let words = token.dropFirst().split(separator: 0x20)
    guard words.count == 5, let path = path(name, prefix) else { return nil }
    func object(_ i: Int) -> ObjectID? { words[i].starts(with: "100".utf8) ? ObjectID(words[2 + i]) : nil }
    let (before, after) = (object(0), object(1))
    guard before != nil || after != nil else { return nil }
    return CommitChanges.File(path: path, before: before, after: after)
  }

  /// The path inside the workspace. Nil if the file is outside the workspace or hidden, or if its path is not UTF-8.
  static func path(_ name: ArraySlice<UInt8>, _ prefix: [UInt8]) -> SourcePath? {
    guard name.starts(with: prefix), let text = String(validating: name.dropFirst(prefix.count), as: UTF8.self),
      let path = SourcePath(text), !path.parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") })
    else { return nil }
    return path
  }

  /// Splits bytes at NUL bytes.
  struct Tokens {
    private let bytes: [UInt8]
    private var start = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> ArraySlice<UInt8>? {
      guard start < bytes.count else { return nil }
      let end = bytes[start...].firstIndex(of: 0) ?? bytes.count
      defer { start = end + 1 }
      return bytes[start..<end]
    }
  }
}
