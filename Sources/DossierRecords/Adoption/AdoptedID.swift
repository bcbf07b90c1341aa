package import DossierText

/// Makes an id for an adopted file that has no id field. The id is made from the path, so the id changes only if the path
/// changes.
///
/// `docs/policies/AI use.md` becomes `POL-docs-policies-ai-use`. If the path is too long or has non-ASCII letters, the id also
/// contains the start of the path's SHA-256.
package enum AdoptedID {
  /// Makes the id. `stem` is the name of the file without its extensions; by default, without the last extension.
  package static func make(prefix: String, path: SourcePath, stem name: String? = nil) -> String {
    let whole = path.description.utf8
    let end = name.map { path.name.utf8.count - $0.utf8.count } ?? path.extensionLength
    let stem = Array(whole.dropLast(end))
    var words: [UInt8] = []
    for byte in stem {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
        words.append(lower)
      } else if let last = words.last, last != hyphen {
        words.append(hyphen)
      }
    }
    if words.last == hyphen { words.removeLast() }
    let room = 64 - prefix.utf8.count - 1
    if words.isEmpty || words.count > room || stem.contains(where: { $0 >= 0x80 }) {
      let checksum = Array(Digest(of: Array(whole)).description.utf8.prefix(8))
      var end = words.suffix(room - 9)
      // Begin at the start of a word.
      if end.count < words.count, let cut = end.firstIndex(of: hyphen) { end = end[(cut + 1)...] }
      words = checksum + (end.isEmpty ? [] : [hyphen]) + end
    }
    return prefix + "-" + String(decoding: words, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")
}
