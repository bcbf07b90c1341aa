import DossierText
import Yams

/// Converts the positions that Yams reports to byte offsets in the file, and finds the ends of scalars.
///
/// Yams reports a position as a `Mark`: a line and a column in Unicode scalars, both counted from 1.
struct YAMLPlaces {
  private let text: [UInt8]
  /// The offset in the file at which the YAML text begins.
  let base: Int
  /// The starts of the lines. As in libyaml, a line also ends at NEL (U+0085), LS (U+2028) or PS (U+2029).
  private let starts: [Int]
  /// The number of Unicode scalars before every 256th byte. In a long line, the search for a column begins at one of these
  /// bytes instead of the start of the line.
  private let scalars: [Int]
  private static let stride = 256

  init(_ text: [UInt8], offset: Int) {
    self.text = text
    base = offset
    var starts = [0]
    var scalars: [Int] = []
    var count = 0
    var next = 0
    for i in text.indices {
      if i % YAMLPlaces.stride == 0 { scalars.append(count) }
      if text[i] & 0xC0 != 0x80 { count += 1 }
      let length = i < next ? 0 : YAMLScan.breakLength(text, i)
      if length > 0 {
        next = i + length
        starts.append(next)
      }
    }
    self.starts = starts
    self.scalars = scalars
  }

  /// The offset in the file of a mark.
  func offset(_ mark: Mark?) -> Int { local(mark) + base }

  private func local(_ mark: Mark?) -> Int {
    guard let mark else { return 0 }
    guard mark.line >= 1, mark.line <= starts.count else { return text.count }
    let start = starts[mark.line - 1]
    let wanted = scalarsBefore(start) + mark.column - 1
    // Search for the last entry of `scalars` that is at most `wanted`. Both are numbers of Unicode scalars before a position.
    // The search begins at the last entry whose position is at or before the start of the line.
    var low = start / YAMLPlaces.stride
    var high = scalars.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalars[middle] <= wanted { low = middle } else { high = middle }
    }
    guard low < scalars.count else { return text.count }
    var i = low * YAMLPlaces.stride
    var count = scalars[low]
    while i < text.count {
      if text[i] & 0xC0 != 0x80 {
        if count == wanted { break }
        count += 1
      }
      i += 1
    }
    return max(i, start)
  }

  private func scalarsBefore(_ place: Int) -> Int {
    let mark = place / YAMLPlaces.stride
    guard mark < scalars.count else { return scalars.last ?? 0 }
    return text[(mark * YAMLPlaces.stride)..<place].reduce(scalars[mark]) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  func byte(at offset: Int) -> UInt8? {
    let i = offset - base
    return text.indices.contains(i) ? text[i] : nil
  }

  /// The span of the YAML scalar at a mark, without quotes and without the line breaks after the scalar.
  ///
  /// For a block scalar, the span is the line of its indicator `|` or `>`. For a plain scalar over several lines, the span is
  /// the first line.
  func scalar(_ mark: Mark?, _ value: String, _ style: YAMLNode.Style) -> Span {
    let start = local(mark)
    var end = start
    switch style {
    case .plain:
      let bytes = Array(value.utf8)
      if text[start...].starts(with: bytes) { return Span(start + base, start + base + bytes.count) }
      end = lineEnd(start)
    case .literal, .folded: end = lineEnd(start)
    case .quoted:
      guard start < text.count else { return Span(start + base, start + base) }
      let quote = text[start]
      end = start + 1
      while end < text.count {
        if quote == UInt8(ascii: "\""), text[end] == UInt8(ascii: "\\") {
          end += 2
          continue
        }
        if text[end] == quote {
          if quote == UInt8(ascii: "'"), end + 1 < text.count, text[end + 1] == quote {
            end += 2
            continue
          }
          break
        }
        end += 1
      }
      return Span(start + 1 + base, min(end, text.count) + base)
    }
    return Span(start + base, end + base)
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
