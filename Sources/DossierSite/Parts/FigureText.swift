package import DossierAssessment

/// A sentence with figures. A figure is a number that is counted from the records. A `FigureName` identifies the figure.
package struct FigureText: Sendable {
  let pieces: [Piece]

  enum Piece: Sendable {
    case words(String)
    case figure(FigureName)
  }

  static func + (a: FigureText, b: FigureText) -> FigureText { FigureText(pieces: a.pieces + b.pieces) }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// The sentence as plain text.
  package func plain(_ figures: Figures) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let name): String(figures.count(name))
      }
    }.joined()
  }
}

extension FigureText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(pieces: [.words(value)]) }

  package init(stringInterpolation: Interpolation) { self.init(pieces: stringInterpolation.pieces) }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.words(literal)) }
    }

    package mutating func appendInterpolation(_ words: String) { appendLiteral(words) }

    package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    package mutating func appendInterpolation(_ figure: FigureName) { pieces.append(.figure(figure)) }
  }
}

extension [FigureText] {
  func joined(_ separator: String) -> FigureText {
    FigureText(
      pieces: enumerated().flatMap { i, text in (i == 0 ? [] : [FigureText.Piece.words(separator)]) + text.pieces })
  }
}

extension Figures {
  /// The figures that are not 0, each with its word: "3 partial, 2 planned". Nil if all figures are 0.
  func listed(_ parts: [(FigureName, String)]) -> FigureText? {
    let shown = parts.filter { count($0.0) > 0 }.map { name, word -> FigureText in "\(name) \(word)" }
    return shown.isEmpty ? nil : shown.joined(", ")
  }

  /// "1 record", "2 records".
  func counted(_ name: FigureName, _ singular: String, _ plural: String? = nil) -> FigureText {
    "\(name) \(count(name) == 1 ? singular : plural ?? singular + "s")"
  }
}
