import DossierText

/// Gives later ones of equal keys names of the same length that no mapping has, so that the rest of a text can be read.
struct KeyRenaming {
  private var taken: Set<[UInt8]>
  private var number = 0
  private static let letters = Array("ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba".utf8)

  init(taken: Set<[UInt8]>) { self.taken = taken }

  /// False where there is no name left.
  mutating func rename(_ key: Span, in text: inout [UInt8]) -> Bool {
    // Of a short length there are few names: some attempts may meet names that are taken.
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
