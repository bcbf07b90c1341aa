import DossierMarkup
import DossierText

extension YAMLNode {
  /// Converts the value to the format of this program if the value has only one possible meaning. Any other value stays
  /// unchanged, so that the decoder reports it.
  func fitted(to shape: ValueShape) -> YAMLNode {
    switch (shape, content) {
    case (.list(let element), .sequence(let items)):
      return YAMLNode(span: span, content: .sequence(items.map { $0.fitted(to: element) }))
    case (.list(let element), .scalar):
      return YAMLNode(span: span, content: .sequence([fitted(to: element)]))
    case (.date, .scalar(let text, let style)):
      return ForeignDate.day(text).map { YAMLNode(span: span, content: .scalar($0.description, style)) } ?? self
    case (.word(let words), .scalar(let text, let style)):
      let normal = String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
      return words.contains(normal) ? YAMLNode(span: span, content: .scalar(normal, style)) : self
    default: return self
    }
  }

  /// The same value with one span for all its parts.
  func moved(to place: Span) -> YAMLNode {
    let content: Content =
      switch content {
      // Use the quoted style. For the style `literal`, `sourceMap` would expect the lines of the text after this span.
      case .scalar(let text, _): .scalar(text, .quoted)
      case .sequence(let items): .sequence(items.map { $0.moved(to: place) })
      case .mapping(let members):
        .mapping(members.map { .init(key: $0.key, keySpan: place, value: $0.value.moved(to: place)) })
      }
    return YAMLNode(span: place, content: content)
  }
}

extension ValueShape {
  /// Whether the shape is a record reference or a list of record references.
  var isRecords: Bool {
    switch self {
    case .record: true
    case .list(let element): element.isRecords
    default: false
    }
  }
}
