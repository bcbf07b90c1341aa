import DossierRecords
import DossierText

/// A git tree object: the names in a folder and the objects that they refer to.
struct TreeObject: Sendable {
  private(set) var entries: [[UInt8]: Entry] = [:]

  struct Entry: Sendable, Hashable {
    let object: ObjectID
    let type: Kind
  }

  enum Kind: Sendable, Hashable {
    case folder
    case file
    /// A symbolic link.
    case link
    /// A commit of another repository: a submodule.
    case repository
  }

  /// Parses the entries. Each entry consists of `MODE NAME`, a NUL byte, and the bytes of the object id. Nil if an entry has
  /// another form. Nil also if two entries have the same name, because programs do not agree on which entry to use.
  init?(_ bytes: [UInt8], digits: Int) {
    var start = 0
    while start < bytes.count {
      guard let nul = bytes[start...].firstIndex(of: 0), nul + digits / 2 < bytes.count else { return nil }
      let head = bytes[start..<nul]
      let raw = bytes[(nul + 1)...].prefix(digits / 2)
      start = nul + 1 + digits / 2
      guard let space = head.firstIndex(of: 0x20), let object = ObjectID(Hexadecimal.digits(of: raw)) else { return nil }
      // Git reads the mode as an octal number, and old programs wrote a zero before it.
      guard let mode = Int(String(decoding: head[..<space], as: UTF8.self), radix: 8) else { return nil }
      let type: Kind =
        switch mode & 0o170000 {
        case 0o040000: .folder
        case 0o120000: .link
        case 0o160000: .repository
        default: .file
        }
      let name = Array(head[(space + 1)...])
      guard entries.updateValue(Entry(object: object, type: type), forKey: name) == nil else { return nil }
    }
  }
}
