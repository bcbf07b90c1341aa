/// The state of an HTML parser at a position of a template. The state decides whether a value is allowed at this position, and
/// how the value is escaped.
struct HTMLContext: Equatable {
  private(set) var state = State.text
  /// The current tag in lower case.
  private var tag: [UInt8] = []
  /// The current attribute in lower case.
  private var attribute: [UInt8] = []
  /// Whether the value of the attribute has any content before this position.
  private var hasValue = false
  /// Whether the value of the attribute contains a `#` before this position.
  private var hasHash = false

  enum State: Equatable {
    case text, tagOpen, tagName, inTag, attributeName, beforeValue, unquoted, doubleQuoted, singleQuoted, comment, declaration
    /// The text inside `<script>` or `<style>`.
    case raw
  }

  /// The kinds of escaping for a value.
  enum Slot { case text, attribute, url }

  /// How a value must be escaped at this position. Nil if no value is allowed here.
  func slot(isLink: Bool) -> Slot? {
    switch state {
    case .text: return .text
    case .doubleQuoted, .singleQuoted:
      if HTMLContext.forbidden.contains(attribute) || attribute.starts(with: "on".utf8) { return nil }
      guard HTMLContext.addresses.contains(attribute) else { return .attribute }
      if isLink { return hasValue ? nil : .url }
      return hasHash ? .url : nil
    default: return nil
    }
  }

  /// The position in words, for error messages.
  var described: String {
    switch state {
    case .text: "in text"
    case .raw: "inside `<\(String(decoding: tag, as: UTF8.self))>`"
    case .comment, .declaration: "inside a comment"
    case .beforeValue, .unquoted: "in an attribute without quotes"
    case .doubleQuoted, .singleQuoted: "in the attribute `\(String(decoding: attribute, as: UTF8.self))`"
    case .tagOpen, .tagName, .inTag, .attributeName: "inside a tag"
    }
  }

  /// Whether a section that begins at this position can end at the position `other`. Both positions must have the same parser
  /// state, in the same attribute and tag.
  func isSamePlace(as other: HTMLContext) -> Bool {
    state == other.state && attribute == other.attribute && (state == .text || tag == other.tag)
  }

  /// Updates the state after a variable or a section of the template. In a quoted attribute, both can insert content.
  mutating func passValue() {
    if state == .doubleQuoted || state == .singleQuoted { hasValue = true }
  }

  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    var recent: [UInt8] = []
    for byte in bytes {
      recent.append(byte)
      if recent.count > 9 { recent.removeFirst() }
      next(byte, recent)
    }
  }

  private mutating func next(_ byte: UInt8, _ recent: [UInt8]) {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    let isSpace = byte <= 0x20
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { (state, tag) = (.tagOpen, []) }
    case .tagOpen:
      if byte == UInt8(ascii: "!") {
        state = .declaration
      } else if (0x61...0x7A).contains(lower) || byte == UInt8(ascii: "/") {
        (state, tag) = (.tagName, [lower])
      } else {
        state = .text
      }
    case .declaration:
      if recent.ends(with: "<!--") { state = .comment } else if byte == UInt8(ascii: ">") { state = .text }
    case .comment:
      if recent.ends(with: "-->") { state = .text }
    case .tagName:
      if byte == UInt8(ascii: ">") { close() } else if isSpace { state = .inTag } else { tag.append(lower) }
    case .inTag:
      if byte == UInt8(ascii: ">") {
        close()
      } else if !isSpace, byte != UInt8(ascii: "/") {
        (state, attribute) = (.attributeName, [lower])
      }
    case .attributeName:
      switch byte {
      case UInt8(ascii: "="): (state, hasValue, hasHash) = (.beforeValue, false, false)
      case UInt8(ascii: ">"): close()
      default: if isSpace { leaveAttribute() } else { attribute.append(lower) }
      }
    case .beforeValue:
      switch byte {
      case UInt8(ascii: "\""): state = .doubleQuoted
      case UInt8(ascii: "'"): state = .singleQuoted
      default: if !isSpace { state = .unquoted }
      }
    case .unquoted:
      if byte == UInt8(ascii: ">") { close() } else if isSpace { leaveAttribute() }
    case .doubleQuoted, .singleQuoted:
      if byte == (state == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")) {
        leaveAttribute()
      } else {
        hasValue = true
        if byte == UInt8(ascii: "#") { hasHash = true }
      }
    case .raw:
      if byte == UInt8(ascii: ">"), recent.lowercasedEnds(with: "</" + String(decoding: tag, as: UTF8.self) + ">") {
        (state, tag) = (.text, [])
      }
    }
  }

  private mutating func leaveAttribute() { (state, attribute) = (.inTag, []) }

  private mutating func close() {
    attribute = []
    state = tag == Array("script".utf8) || tag == Array("style".utf8) ? .raw : .text
  }

  private static let addresses = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "ping", "xlink:href",
  ]
  .map { Array($0.utf8) }
  private static let forbidden = ["style", "srcdoc", "srcset"].map { Array($0.utf8) }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }

  fileprivate func lowercasedEnds(with text: String) -> Bool {
    suffix(text.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.elementsEqual(text.utf8)
  }
}
