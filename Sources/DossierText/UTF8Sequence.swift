/// Validates UTF-8 sequences (Unicode 3.9, table 3-7).
package enum UTF8Sequence {
  /// The length of the valid sequence at the start of `bytes`. 0 if `bytes` does not begin with a valid sequence.
  package static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let lead = bytes.first else { return 0 }
    if lead < 0x80 { return 1 }
    let second = bytes.dropFirst().first ?? 0
    let length: Int
    switch (lead, second) {
    case (0xC2...0xDF, 0x80...0xBF): return 2
    case (0xE0, 0xA0...0xBF), (0xE1...0xEC, 0x80...0xBF), (0xED, 0x80...0x9F), (0xEE...0xEF, 0x80...0xBF): length = 3
    case (0xF0, 0x90...0xBF), (0xF1...0xF3, 0x80...0xBF), (0xF4, 0x80...0x8F): length = 4
    default: return 0
    }
    let rest = bytes.dropFirst(2).prefix(length - 2)
    return rest.count == length - 2 && rest.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
