/// Bare addresses, by the "Autolinks (extension)" section of the GitHub Flavored Markdown specification.
enum Autolink {
  /// `www.`, `http://`, `https://` or `ftp://` and a valid domain, from `start` on.
  static func web(at start: Int, in text: [UInt8]) -> (range: Range<Int>, prefix: String)? {
    for (scheme, prefix) in [("www.", "http://"), ("http://", ""), ("https://", ""), ("ftp://", "")] {
      let mark = Array(scheme.utf8)
      guard text[start...].starts(with: mark) else { continue }
      let domainStart = scheme == "www." ? start : start + mark.count
      guard let domainEnd = domain(from: domainStart, in: text, needsPeriod: scheme == "www.") else { return nil }
      var end = domainEnd
      while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
      let last = withoutTrailingPunctuation(start..<end, text)
      return last > domainStart ? (start..<last, prefix) : nil
    }
    return nil
  }

  /// An e-mail address around the `@` at `at`, not reaching before `floor`.
  static func mail(around at: Int, from floor: Int, in text: [UInt8]) -> Range<Int>? {
    var start = at
    while start > floor, isLocal(text[start - 1]) { start -= 1 }
    guard start < at else { return nil }
    var end = at + 1
    var periods = 0
    while end < text.count {
      let byte = text[end]
      if isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        end += 1
      } else if byte == UInt8(ascii: "."), end + 1 < text.count, isAlphanumeric(text[end + 1]) {
        periods += 1
        end += 1
      } else {
        break
      }
    }
    guard periods > 0, end > at + 1, text[end - 1] != UInt8(ascii: "-"), text[end - 1] != UInt8(ascii: "_") else {
      return nil
    }
    if end < text.count, text[end] == UInt8(ascii: "@") { return nil }
    return start..<end
  }

  /// The end of a domain: segments of letters, digits, `-` and `_` with periods between; no `_` in the last two.
  private static func domain(from start: Int, in text: [UInt8], needsPeriod: Bool) -> Int? {
    var end = start
    var periods = 0
    var lastUnderscore = false
    var secondUnderscore = false
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "_") {
        lastUnderscore = true
      } else if byte == UInt8(ascii: ".") {
        periods += 1
        (secondUnderscore, lastUnderscore) = (lastUnderscore, false)
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte < 0x80 {
        break
      }
      end += 1
    }
    guard end > start, isAlphanumeric(text[start]) || text[start] >= 0x80 else { return nil }
    guard !lastUnderscore, !secondUnderscore, periods > 0 || !needsPeriod else { return nil }
    return end
  }

  /// Trailing punctuation, an unmatched `)` and an entity at the end do not belong to an address.
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
