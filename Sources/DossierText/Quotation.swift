/// Quotes words that this program did not write, so that the words can be part of a sentence of this program.
package enum Quotation {
  /// The words in double quotes, on one line. Quotation marks and unsafe characters in the words are escaped as in JSON. So the
  /// words cannot end the quotation and look like a part of the sentence.
  package static func of(_ words: String) -> String { JSON.string(words).compact() }

  /// The name and version of a program. Returns `tool` unchanged if it is exactly one name, a space and one version. Otherwise,
  /// adds quotation marks.
  package static func ofTool(_ tool: String) -> String {
    let parts = tool.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    let isPlain = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameByte) }
    return isPlain ? tool : of(tool)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [0x2B, 0x2D, 0x2E].contains(byte)
  }
}
