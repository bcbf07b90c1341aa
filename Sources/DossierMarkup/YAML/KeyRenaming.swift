import DossierText

/// Renames duplicate keys, so that Yams can read the rest of the text.
///
/// A new name has the same length as the key, and no mapping uses the new name as a key.
struct KeyRenaming {
  private var taken: Set<[UInt8]>
  private var number = 0
  private static let letters = Array("ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba".utf8)

  init(taken: Set<[UInt8]>) { self.taken = taken }

  /// Returns false if no unused name was found.
  mutating func rename(_ key: Span, in text: inout [UInt8]) -> Bool {
    // There are few short names, so the first names that are tried may already be in use.
    for _ in 0..<64 {
      var rest = number
      number += 1
      let name = (0..<key.count).map { _ in
        defer { rest /= KeyRenaming.letters.count }
        return KeyRenaming.letters[rest % KeyRenaming.letters.count]
      }
      guard taken.insert(name).inserted else { continue }
      text.replaceSubrange(key.range, with: name)
      return true
    }
    return false
  }
}
