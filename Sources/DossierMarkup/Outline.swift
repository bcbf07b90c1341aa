package import DossierText

/// The places in a text to which a link can lead: its headings, with the same ids as on GitHub, and its other ids.
package struct Outline: Sendable, Hashable {
  package let headings: [Heading]
  /// The ids that do not come from the text of a heading: `<a id="x">`, and `{#x}` after a heading.
  package let anchors: [Anchor]
  /// All ids as bytes, because two ids that only look alike are different.
  private let ids: Set<[UInt8]>

  package struct Heading: Sendable, Hashable {
    package let level: Int
    /// The text without `{#id}`.
    package let text: String
    package let id: String
    /// The index of the heading's node in the tree.
    package let node: Int
    package let span: Span
    /// The number of bytes of ` {#id}` at the end of the last text in the heading.
    package let suffix: Int
  }

  /// An id without a heading in Markdown. The page has an empty element with this id before the node.
  package struct Anchor: Sendable, Hashable {
    package let id: String
    package let node: Int
  }

  /// Makes the outline of a tree. No heading gets an id that is in `reserved`. Pass the ids that the page uses for its own
  /// parts.
  package init(_ tree: MarkupTree, reserved: [String] = []) {
    var slugs = Slugs(reserved)
    var headings: [Heading] = []
    var found: [Anchor] = []
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      switch node.kind {
      case .heading:
        let text = tree.plainText(of: i)
        let id = slugs.next(for: text)
        let own = tree.identifier(ofHeading: i)
        headings.append(
          Heading(
            level: Int(node.number), text: own.map { Outline.withoutEnd(text, $0.length) } ?? text, id: id, node: i,
            span: node.span, suffix: own?.length ?? 0))
        if let own { found.append(Anchor(id: own.id, node: i)) }
      case .anchor: found.append(Anchor(id: tree.string(node.literal), node: i))
      case .image:
        // The alternative text of an image is an attribute, so HTML in it has no effect.
        i = Int(node.end)
        continue
      default: break
      }
      i += 1
    }
    self.headings = headings
    var ids = Set(headings.map { Array($0.id.utf8) })
    // A page contains each id once. The heading comes first, because its id is the id on GitHub.
    anchors = found.filter { !Outline.isReserved($0.id, reserved) && ids.insert(Array($0.id.utf8)).inserted }
    self.ids = ids
  }

  /// Whether the page contains exactly this id.
  package func contains(_ id: String) -> Bool { ids.contains(Array(id.utf8)) }

  /// All ids: of the headings, then the others.
  package var allIDs: [String] { headings.map(\.id) + anchors.map(\.id) }

  /// Whether the page uses the id itself. The ids of footnotes begin with `fn.` or `ref-fn.`.
  private static func isReserved(_ id: String, _ reserved: [String]) -> Bool {
    reserved.contains(id) || id.utf8.starts(with: "fn.".utf8) || id.utf8.starts(with: "ref-fn.".utf8)
  }

  /// The text without its last bytes and without white space before them.
  private static func withoutEnd(_ text: String, _ count: Int) -> String {
    var bytes = Array(text.utf8.dropLast(count))
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Numbers equal slugs like github-slugger.
  private struct Slugs {
    private var taken: [String: Int] = [:]

    init(_ reserved: [String]) { for id in reserved { taken[id] = 0 } }

    mutating func next(for text: String) -> String {
      let slug = Outline.slug(text)
      var id = slug
      // Like github-slugger, count up until the id is free, so that ids are unique.
      while let count = taken[id] {
        taken[slug] = (taken[slug] ?? 0) + 1
        id = "\(slug)-\(max(count + 1, taken[slug] ?? 1))"
      }
      taken[id] = 0
      return id
    }
  }

  /// The id for a heading text, in lower case. Letters, marks, digits, connectors and hyphens are kept. Spaces become hyphens.
  /// All other characters are removed.
  package static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || isWord(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar == "_" || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.isAlphabetic
    }
  }
}

extension MarkupTree {
  /// The id in `{#id}` at the end of a heading, as in Pandoc and Docusaurus. `length` is the number of bytes of the mark in the
  /// last text of the heading.
  fileprivate func identifier(ofHeading index: Int) -> (id: String, length: Int)? {
    let last = Int(nodes[index].end) - 1
    guard last > index, nodes[last].kind == .text else { return nil }
    let text = bytes(nodes[last].literal)
    guard text.last == UInt8(ascii: "}"), let open = text.lastIndex(of: UInt8(ascii: "{")),
      text[(open + 1)...].first == UInt8(ascii: "#")
    else { return nil }
    let id = text[(open + 2)...].dropLast().prefix { $0 > 0x20 }
    guard !id.isEmpty else { return nil }
    return (String(decoding: id, as: UTF8.self), text.endIndex - open)
  }
}
