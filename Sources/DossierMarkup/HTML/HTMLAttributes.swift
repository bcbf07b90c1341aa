/// The attributes of a start tag that have a meaning in a text. All other attributes are ignored.
struct HTMLAttributes {
  var href: Range<Int>?
  var source: Range<Int>?
  var alternative: Range<Int>?
  var title: Range<Int>?
  /// The value of `id`. For a link, `name` has the same meaning.
  var id: Range<Int>?
  var name: Range<Int>?
  /// `l`, `c` or `r`.
  var alignment: UInt8 = 0
  var width: UInt16 = 0
  var height: UInt16 = 0
  var columns: UInt16 = 0
  var rows: UInt16 = 0
  var start: UInt16?
  var isOpen = false

  /// Reads the attributes in a part of `bytes`. If an attribute occurs twice, the first one counts, as in a browser.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var i = range.lowerBound
    let end = range.upperBound
    func isSpace(_ i: Int) -> Bool { bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "/") }
    while i < end {
      while i < end, isSpace(i) { i += 1 }
      let nameStart = i
      while i < end, !isSpace(i), bytes[i] != UInt8(ascii: "=") { i += 1 }
      let name = nameStart..<i
      var after = i
      while after < end, bytes[after] <= 0x20 { after += 1 }
      var value = i..<i
      if after < end, bytes[after] == UInt8(ascii: "=") {
        i = after + 1
        while i < end, bytes[i] <= 0x20 { i += 1 }
        if i < end, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
          let close = bytes[(i + 1)..<end].firstIndex(of: bytes[i]) ?? end
          value = (i + 1)..<close
          i = min(close + 1, end)
        } else {
          let valueStart = i
          while i < end, bytes[i] > 0x20 { i += 1 }
          value = valueStart..<i
        }
      }
      guard name.count > 0 else { continue }
      set(bytes, name, value)
    }
  }

  private mutating func set(_ bytes: [UInt8], _ name: Range<Int>, _ value: Range<Int>) {
    guard name.count <= 8 else { return }
    switch String(decoding: bytes[name], as: UTF8.self).lowercased() {
    case "href": href = href ?? value
    case "src": source = source ?? value
    case "alt": alternative = alternative ?? value
    case "title": title = title ?? value
    case "id": id = id ?? value
    case "name": self.name = self.name ?? value
    case "align":
      switch String(decoding: bytes[value].prefix(8), as: UTF8.self).lowercased() {
      case "left": alignment = UInt8(ascii: "l")
      case "center", "middle": alignment = UInt8(ascii: "c")
      case "right": alignment = UInt8(ascii: "r")
      default: break
      }
    case "width": width = HTMLAttributes.number(bytes[value], 10_000) ?? width
    case "height": height = HTMLAttributes.number(bytes[value], 10_000) ?? height
    case "colspan": columns = HTMLAttributes.number(bytes[value], 1000) ?? columns
    case "rowspan": rows = HTMLAttributes.number(bytes[value], 1000) ?? rows
    case "start": start = HTMLAttributes.number(bytes[value], 10_000) ?? start
    case "open": isOpen = true
    default: break
    }
  }

  /// A whole number of at most `most`, or a number of pixels such as `40px`. Nil for anything else, for example a percentage.
  private static func number(_ bytes: ArraySlice<UInt8>, _ most: Int) -> UInt16? {
    let text = String(decoding: bytes.prefix(12), as: UTF8.self).trimmingPrefix { $0 == " " }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard let number = Int(digits), number >= 1, number <= most, rest.isEmpty || rest == "px" else { return nil }
    return UInt16(number)
  }
}
