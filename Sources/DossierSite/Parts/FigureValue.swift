import DossierAssessment
import DossierRecords
import DossierText

/// A number that counts records or items, with its name and a link to the list of its members.
struct FigureValue: ViewModel {
  let name: String
  let count: Int
  let href: Href

  static let view = View<FigureValue>(.text("name", \.name), .number("count", \.count), .link("href", \.href))

  init(_ linker: Linker, _ name: FigureName) {
    self.name = name.description
    count = linker.site.figures.count(name)
    href = linker.href(name)
  }
}

/// A sentence of a page. Each figure in the sentence links to the list of its members.
struct FigureSentence: ViewModel {
  let pieces: [Piece]

  static let view = View<FigureSentence>(.list("pieces", \.pieces))

  struct Piece: ViewModel {
    let text: String
    let figure: FigureValue?
    static let view = View<Piece>(.text("text", \.text), .scope("figure", \.figure))
  }

  init(_ linker: Linker, _ text: FigureText) {
    pieces = text.pieces.map { piece in
      switch piece {
      case .words(let words): Piece(text: words, figure: nil)
      case .figure(let name): Piece(text: "", figure: FigureValue(linker, name))
      }
    }
  }
}

/// A link with a remark that contains figures.
struct CountedLink: ViewModel {
  let title: String
  let href: Href
  let note: FigureSentence?

  static let view = View<CountedLink>(.text("title", \.title), .link("href", \.href), .scope("note", \.note))
}

extension Linker {
  /// The page that lists the members of a figure.
  func href(_ figure: FigureName) -> Href {
    switch figure {
    case .records(let kind):
      return href(site.kindPosition(kind).map { site.routes.kinds[$0] } ?? RouteTable.home)
    case .referring(let catalogue, let item, let kind):
      guard let i = site.dossier.catalogues.firstIndex(where: { $0.name == catalogue }),
        let position = site.dossier.catalogues[i].position(of: item)
      else { return href(RouteTable.frameworks) }
      return href(site.routes.items[i][position], MentionGroup.anchor(kind))
    case .diagnostics(let severity): return href(RouteTable.issues, severity.rawValue)
    case .withoutQuestion: return href(RouteTable.issues)
    case .suppressed:
      let suppressed = site.findings.suppressed
      let first = suppressed.contains { $0.reason != .baseline } ? "excepted" : suppressed.isEmpty ? nil : "baseline"
      return href(RouteTable.issues, first)
    default: return href(site.routes.figures[figure] ?? RouteTable.home)
    }
  }
}
