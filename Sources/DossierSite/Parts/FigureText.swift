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
