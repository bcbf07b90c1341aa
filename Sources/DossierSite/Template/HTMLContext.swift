/// The state of an HTML parser at a position of a template. The state decides whether a value is allowed at this position, and
/// how the value is escaped.
///
/// The states are those of the tokenizer in the HTML standard (section 13.2.5). Otherwise a browser could read a value as code.
struct HTMLContext: Equatable {
  private(set) var state = State.text
  /// The current tag in lower case.
  private var tag: [UInt8] = []
  private var isEndTag = false
  /// The current attribute in lower case.
  private var attribute: [UInt8] = []
  /// Whether the value of the attribute has any content before this position.
  private var hasValue = false
  /// Whether the value of the attribute contains a `#` before this position.
  private var hasHash = false
  /// In the states `content` and `raw`: the bytes from a `<` that may begin the end tag, in lower case.
  private var pending: [UInt8] = []

  enum State: Equatable {
    case text, tagOpen, endTagOpen, tagName, inTag, attributeName, afterName, beforeValue, unquoted, doubleQuoted, singleQuoted
    /// After `<!` and `<!-`, and in a comment without dashes, which ends at the first `>`.
    case declaration, declarationDash, bogusComment
    case comment(Comment)
    /// The text inside `<title>` or `<textarea>`.
    case content
    /// The text inside an element such as `<script>` or `<style>`.
    case raw
    /// Browsers can read this position in several ways. The state does not change again.
    case unknown
  }

  /// The position in a comment: after its start, or after dashes that may end the comment.
  enum Comment { case start, startDash, text, dash, end, bang }

  /// The kinds of escaping for a value.
  enum Slot { case text, attribute, url }

  /// How a value must be escaped at this position. Nil if no value is allowed here.
  func slot(isLink: Bool) -> Slot? {
    switch state {
    case .text: return .text
    case .content: return pending.isEmpty ? .text : nil
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
    case .content, .raw, .unknown: "inside `<\(String(decoding: tag, as: UTF8.self))>`"
    case .comment, .declaration, .declarationDash, .bogusComment: "inside a comment"
    case .beforeValue, .unquoted: "in an attribute without quotes"
    case .doubleQuoted, .singleQuoted: "in the attribute `\(String(decoding: attribute, as: UTF8.self))`"
    case .tagOpen, .endTagOpen, .tagName, .inTag, .attributeName, .afterName: "inside a tag"
    }
  }

  /// Whether a section that begins at this position can end at the position `other`. Both positions must have the same parser
  /// state, in the same attribute and tag.
  func isSamePlace(as other: HTMLContext) -> Bool {
    state == other.state && attribute == other.attribute && pending == other.pending
      && (state == .text || (tag == other.tag && isEndTag == other.isEndTag))
  }

  /// Updates the state after a variable or a section of the template. In a quoted attribute, both can insert content.
  mutating func passValue() {
    if state == .doubleQuoted || state == .singleQuoted { hasValue = true }
  }

  mutating func pass(_ bytes: ArraySlice<UInt8>) { for byte in bytes { next(byte) } }

  private mutating func next(_ byte: UInt8) {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen, .endTagOpen: open(byte, lower)
    case .tagName, .inTag, .attributeName, .afterName: nextInTag(byte, lower)
    case .beforeValue, .unquoted, .doubleQuoted, .singleQuoted: nextInValue(byte)
    case .declaration:
      switch byte {
      case UInt8(ascii: "-"): state = .declarationDash
      // Only inside SVG and MathML, `<![CDATA[` is not a comment.
      case UInt8(ascii: "["): state = .unknown
      default: state = byte == UInt8(ascii: ">") ? .text : .bogusComment
      }
    case .declarationDash:
      state = byte == UInt8(ascii: "-") ? .comment(.start) : byte == UInt8(ascii: ">") ? .text : .bogusComment
    case .bogusComment: if byte == UInt8(ascii: ">") { state = .text }
    case .comment(let place): nextInComment(byte, place)
    case .content, .raw: nextInRawText(byte, lower)
    case .unknown: break
    }
  }

  private mutating func open(_ byte: UInt8, _ lower: UInt8) {
    let isEnd = state == .endTagOpen
    if (0x61...0x7A).contains(lower) {
      (state, tag, isEndTag) = (.tagName, [lower], isEnd)
    } else if isEnd {
      state = byte == UInt8(ascii: ">") ? .text : .bogusComment
    } else {
      switch byte {
      case UInt8(ascii: "!"): state = .declaration
      case UInt8(ascii: "?"): state = .bogusComment
      case UInt8(ascii: "/"): state = .endTagOpen
      case UInt8(ascii: "<"): break
      default: state = .text
      }
    }
  }

  private mutating func nextInTag(_ byte: UInt8, _ lower: UInt8) {
    switch (byte, state) {
    case (UInt8(ascii: ">"), _): close()
    case (UInt8(ascii: "/"), _): leaveAttribute()
    case (UInt8(ascii: "="), .attributeName), (UInt8(ascii: "="), .afterName):
      (state, hasValue, hasHash) = (.beforeValue, false, false)
    case (_, .attributeName) where HTMLContext.isSpace(byte): state = .afterName
    case (_, .tagName) where HTMLContext.isSpace(byte): state = .inTag
    case (_, .tagName): tag.append(lower)
    case (_, .attributeName): attribute.append(lower)
    default: if !HTMLContext.isSpace(byte) { (state, attribute) = (.attributeName, [lower]) }
    }
  }

  private mutating func nextInValue(_ byte: UInt8) {
    switch (byte, state) {
    case (UInt8(ascii: "\""), .beforeValue): state = .doubleQuoted
    case (UInt8(ascii: "'"), .beforeValue): state = .singleQuoted
    case (UInt8(ascii: "\""), .doubleQuoted), (UInt8(ascii: "'"), .singleQuoted): leaveAttribute()
    case (_, .doubleQuoted), (_, .singleQuoted):
      hasValue = true
      if byte == UInt8(ascii: "#") { hasHash = true }
    case (UInt8(ascii: ">"), _): close()
    case (_, .unquoted): if HTMLContext.isSpace(byte) { leaveAttribute() }
    default: if !HTMLContext.isSpace(byte) { state = .unquoted }
    }
  }

  private mutating func nextInComment(_ byte: UInt8, _ place: Comment) {
    switch (byte, place) {
    case (UInt8(ascii: ">"), .start), (UInt8(ascii: ">"), .startDash), (UInt8(ascii: ">"), .end), (UInt8(ascii: ">"), .bang):
      state = .text
    case (UInt8(ascii: "-"), .start): state = .comment(.startDash)
    case (UInt8(ascii: "-"), .text), (UInt8(ascii: "-"), .bang): state = .comment(.dash)
    case (UInt8(ascii: "-"), _): state = .comment(.end)
    case (UInt8(ascii: "!"), .end): state = .comment(.bang)
    default: state = .comment(.text)
    }
  }

  /// Inside an element that contains only text, only the end tag of the element is read as a tag. Inside SVG, browsers also read
  /// other tags. `<!--` in a script changes where the script ends. So such text makes the state unknown.
  private mutating func nextInRawText(_ byte: UInt8, _ lower: UInt8) {
    let end = Array("</".utf8) + tag
    if pending == end, HTMLContext.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      (state, isEndTag, pending) = (.inTag, true, [])
      if byte == UInt8(ascii: ">") { close() }
    } else if pending.count == 1, byte != UInt8(ascii: "/") {
      let isTag = (0x61...0x7A).contains(lower) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      if isTag { state = .unknown }
      if byte != UInt8(ascii: "<") { pending = [] }
    } else if !pending.isEmpty || byte == UInt8(ascii: "<") {
      pending.append(lower)
      if !end.starts(with: pending) { state = .unknown }
    }
  }

  private mutating func leaveAttribute() { (state, attribute) = (.inTag, []) }

  private mutating func close() {
    attribute = []
    if isEndTag {
      state = .text
    } else if tag == Array("plaintext".utf8) {
      // Nothing ends this element.
      state = .unknown
    } else if HTMLContext.contentElements.contains(tag) {
      state = .content
    } else {
      state = HTMLContext.rawElements.contains(tag) ? .raw : .text
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }

  private static let contentElements = ["title", "textarea"].map { Array($0.utf8) }
  private static let rawElements = ["script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"]
    .map { Array($0.utf8) }
  private static let addresses = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "ping", "xlink:href",
  ]
  .map { Array($0.utf8) }
  private static let forbidden = ["style", "srcdoc", "srcset"].map { Array($0.utf8) }
}
