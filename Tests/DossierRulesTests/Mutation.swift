import DossierRules
import DossierText
import Testing

/// Other ways to write the same example. They must not change what is reported, only the places.
enum Mutation: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case none = "as written"
  case byteOrderMark = "with a byte-order mark"
  case carriageReturns = "with CR LF"
  case multiByteText = "after multi-byte text"
  case reversed = "with the files in reverse order"

  var testDescription: String { rawValue }

  /// The rewritten sources and their marks.
  func apply(to example: RuleExample) -> (tree: SourceTree, marks: Set<RuleExample.Mark>) {
    let (tree, marks) = example.sources()
    var files: [SourceFile] = []
    var moved: Set<RuleExample.Mark> = []
    for file in tree.files {
      let edited = rewrite(file)
      files.append(SourceFile(path: file.path, bytes: edited.bytes))
      for mark in marks where mark.path == file.path {
        moved.insert(.init(mark.path, Span(edited.place(Int(mark.span.lower)), edited.place(Int(mark.span.upper)))))
      }
    }
    for mark in marks where tree.file(at: mark.path) == nil { moved.insert(mark) }
    if self == .reversed { files.reverse() }
    return (SourceTree(files: files, attachments: self == .reversed ? tree.attachments.reversed() : tree.attachments), moved)
  }

  private func rewrite(_ file: SourceFile) -> Rewritten {
    switch self {
    case .none, .reversed: return Rewritten(file.bytes)
    case .byteOrderMark:
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      guard file.path.fileExtension == "md", !file.bytes.starts(with: mark) else { return Rewritten(file.bytes) }
      return Rewritten(file.bytes, inserting: mark, at: 0)
    case .carriageReturns: return Rewritten(carriageReturnsIn: file.bytes)
    case .multiByteText:
      let text = "äöü 漢字 🎈"
      if file.path.fileExtension != "md" { return Rewritten(file.bytes, inserting: Array("# \(text)\n".utf8), at: 0) }
      if file.bytes.starts(with: Array("---\n".utf8)) {
        return Rewritten(file.bytes, inserting: Array("x-note: \"\(text)\"\n".utf8), at: 4)
      }
      // The text comes after a byte-order mark.
      let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return Rewritten(file.bytes, inserting: Array("\(text)\n\n".utf8), at: start)
    }
  }
}

/// The new bytes, and the new place of each byte of the original.
private struct Rewritten {
  let bytes: [UInt8]
  private let places: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    places = Array(0...bytes.count)
  }

  init(_ original: [UInt8], inserting insertion: [UInt8], at place: Int) {
    bytes = original[..<place] + insertion + original[place...]
    // A span that ends at the place of insertion keeps its end. Only an empty file has nothing before that place.
    places = (0...original.count).map {
      $0 < place || ($0 == place && place > 0 && original[place - 1] != 0x0A) ? $0 : $0 + insertion.count
    }
  }

  init(carriageReturnsIn original: [UInt8]) {
    var bytes: [UInt8] = []
    var places: [Int] = []
    for byte in original {
      places.append(bytes.count)
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    self.bytes = bytes
    self.places = places + [bytes.count]
  }

  func place(_ offset: Int) -> Int { places[offset] }
}
