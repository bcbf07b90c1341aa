package import DossierText

/// The headings of a text, with the same ids as on GitHub.
package struct Outline: Sendable, Hashable {
  package let headings: [Heading]

  package struct Heading: Sendable, Hashable {
    package let level: Int
    package let text: String
    package let id: String
    /// The index of the heading's node in the tree.
    package let node: Int
    package let span: Span
  }

  /// Makes the outline of a tree. No heading gets an id that is in `reserved`. Pass the ids that the page uses for its own
  /// parts.
  package init(_ tree: MarkupTree, reserved: [String] = []) {
    var taken: [String: Int] = [:]
    for id in reserved { taken[id] = 0 }
    var headings: [Heading] = []
    for (i, node) in tree.nodes.enumerated() where node.kind == .heading {
      let text = tree.plainText(of: i)
      let slug = Outline.slug(text)
      var id = slug
      // Like github-slugger, count up until the id is free, so that ids are unique.
      while let count = taken[id] {
        taken[slug] = (taken[slug] ?? 0) + 1
        id = "\(slug)-\(max(count + 1, taken[slug] ?? 1))"
      }
      taken[id] = 0
      headings.append(Heading(level: Int(node.number), text: text, id: id, node: i, span: node.span))
    }
    self.headings = headings
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
