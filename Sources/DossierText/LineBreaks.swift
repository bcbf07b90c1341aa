/// The line breaks of a text: LF, CR LF and a lone CR, as CommonMark and YAML 1.2 define them.
package enum LineBreaks {
  /// A part of a text in which LF replaces CR LF and a lone CR. A CR at the end of the part is left out if an LF follows the part
  /// in the text.
  ///
  /// A lone CR must not be removed, because a YAML parser reads a key after it.
  package static func unified(_ range: Range<Int>, of text: [UInt8]) -> [UInt8] {
    var unified: [UInt8] = []
    unified.reserveCapacity(range.count)
    for i in range {
      if text[i] != 0x0D {
        unified.append(text[i])
      } else if i + 1 == text.count || text[i + 1] != 0x0A {
        unified.append(0x0A)
      }
    }
    return unified
  }
}
