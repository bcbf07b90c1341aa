import DossierText
import Yams

/// Turns Yams' marks (lines and Unicode scalars, from 1) into bytes of the file, and finds where scalars end.
struct YAMLPlaces {
  private let text: [UInt8]
  /// Where the YAML text begins in the file.
  let base: Int
  /// libyaml also ends a line at NEL, LS and PS.
  private let starts: [Int]

  init(_ text: [UInt8], offset: Int) {
    self.text = text
    base = offset
    var starts = [0]
    var i = 0
    while i < text.count {
      let rest = text[i...]
      if rest.starts(with: [0x0D, 0x0A]) || rest.starts(with: [0xC2, 0x85]) {
        i += 2
      } else if rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) {
        i += 3
      } else {
        i += 1
        if text[i - 1] != 0x0A, text[i - 1] != 0x0D { continue }
      }
      starts.append(i)
    }
    self.starts = starts
  }

  /// The byte of the file that a mark names.
  func offset(_ mark: Mark?) -> Int { local(mark) + base }

  private func local(_ mark: Mark?) -> Int {
    guard let mark else { return 0 }
    guard mark.line >= 1, mark.line <= starts.count else { return text.count }
    var i = starts[mark.line - 1]
    var scalars = mark.column - 1
    while scalars > 0, i < text.count {
      i += 1
      while i < text.count, text[i] & 0xC0 == 0x80 { i += 1 }
      scalars -= 1
    }
    return i
  }

  func byte(at offset: Int) -> UInt8? {
    let i = offset - base
    return text.indices.contains(i) ? text[i] : nil
  }

  /// The bytes of a scalar that begins at a mark: within its quotes and without the line breaks after it. A block scalar is
  /// named by its indicator, a plain scalar over several lines by its first.
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
