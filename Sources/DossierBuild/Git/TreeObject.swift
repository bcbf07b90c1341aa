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
      let type: Kind =
        switch String(decoding: head[..<space], as: UTF8.self) {
        case "40000": .folder
        case "120000": .link
        case "160000": .repository
        default: .file
        }
      let name = Array(head[(space + 1)...])
      guard entries.updateValue(Entry(object: object, type: type), forKey: name) == nil else { return nil }
    }
  }
}
