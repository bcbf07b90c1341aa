/// Finds bare addresses in the same way as libcmark-gfm's autolink extension (`extensions/autolink.c`).
enum Autolink {
  /// The address that begins with `www.` at `start`. Nil if no valid domain begins at `start`.
  static func web(at start: Int, in text: [UInt8]) -> Range<Int>? {
    guard text[start...].starts(with: "www.".utf8), start + 4 < text.count, isHost(start + 4, text) else { return nil }
    guard let domain = domain(from: start, in: text), text[start..<domain].contains(UInt8(ascii: ".")) else { return nil }
    return address(start..<domain, text)
  }

  /// An address with the scheme `http`, `https` or `ftp`. The colon of the scheme is at `colon`. The address does not begin
  /// before `floor`.
  static func url(around colon: Int, from floor: Int, in text: [UInt8]) -> Range<Int>? {
    guard text[colon...].starts(with: "://".utf8) else { return nil }
    var start = colon
    // Read at most six letters. The longest scheme has five letters, so a word with six letters is not a scheme.
    while start > floor, colon - start < 6, isLetter(text[start - 1]) { start -= 1 }
    let scheme = text[start..<colon].map { $0 | 0x20 }
    guard ["http", "https", "ftp"].contains(where: { scheme.elementsEqual($0.utf8) }) else { return nil }
    guard colon + 3 < text.count, isHost(colon + 3, text), let domain = domain(from: colon + 3, in: text) else { return nil }
    return address(start..<domain, text)
  }

  /// The whole address that begins with `known`. The address ends before white space or `<`. Trailing punctuation is not
  /// included.
  private static func address(_ known: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var end = known.upperBound
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    let last = withoutTrailingPunctuation(known.lowerBound..<end, text)
    return last > known.lowerBound ? known.lowerBound..<last : nil
  }

  /// An e-mail address with its `@` at `at`, inside `range`.
  static func mail(around at: Int, within range: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    var start = at
    while start > range.lowerBound, isLocal(text[start - 1]) { start -= 1 }
    guard start < at else { return nil }
    var end = at + 1
    var periods = 0
    while end < range.upperBound {
      let byte = text[end]
      if isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        end += 1
      } else if byte == UInt8(ascii: "."), end + 1 < range.upperBound, isAlphanumeric(text[end + 1]) {
        periods += 1
        end += 1
      } else {
        break
      }
    }
    guard periods > 0, isLetter(text[end - 1]) else { return nil }
    if end < range.upperBound, text[end] == UInt8(ascii: "@") { return nil }
    return start..<end
  }

  /// The end of the domain at `start`. Nil if one of the last two parts of the domain contains `_`, or if the domain has more
  /// than 255 bytes (RFC 1035).
  ///
  /// A domain consists of ASCII letters, digits, `-`, `_` and periods. A non-ASCII character ends the domain, but not the
  /// address.
  private static func domain(from start: Int, in text: [UInt8]) -> Int? {
    var end = start + 1
    var lastUnderscore = false
    var secondUnderscore = false
    while end < text.count {
      guard end - start <= 255 else { return nil }
      let byte = text[end]
      if byte == UInt8(ascii: "_"), end + 1 < text.count {
        lastUnderscore = true
      } else if byte == UInt8(ascii: ".") {
        (secondUnderscore, lastUnderscore) = (lastUnderscore, false)
      } else if byte != UInt8(ascii: "-"), !isAlphanumeric(byte) {
        break
      }
      end += 1
    }
    return lastUnderscore || secondUnderscore ? nil : end
  }

  /// Whether a domain can begin with the character at `i`. Spaces and punctuation of all scripts are rejected. ASCII control
  /// characters are accepted, as in libcmark-gfm.
  private static func isHost(_ i: Int, _ text: [UInt8]) -> Bool {
    guard text[i] >= 0x80 else { return isAlphanumeric(text[i]) || text[i] < 0x20 }
    guard let scalar = String(decoding: text[i..<min(i + 4, text.count)], as: UTF8.self).unicodeScalars.first else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// The end of the address after trailing punctuation, unmatched `)` and entities such as `&amp;` are removed.
  private static func withoutTrailingPunctuation(_ range: Range<Int>, _ text: [UInt8]) -> Int {
    var balance = text[range].reduce(0) {
      $1 == UInt8(ascii: "(") ? $0 + 1 : $1 == UInt8(ascii: ")") ? $0 - 1 : $0
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")"):
        guard balance < 0 else { return end }
        balance += 1
        end -= 1
      case UInt8(ascii: ";"):
        var name = end - 1
        while name > range.lowerBound, isLetter(text[name - 1]) { name -= 1 }
        let isEntity = name < end - 1 && name > range.lowerBound && text[name - 1] == UInt8(ascii: "&")
        end = isEntity ? name - 1 : end - 1
      default: return end
      }
    }
    return end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
