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

  /// The items of a value that is written on one line, separated by commas, if the shape is a list. Any other value stays
  /// unchanged.
  func divided(for shape: ValueShape) -> YAMLNode {
    guard case .list = shape, case .scalar(let text, let style) = content, text.utf8.contains(UInt8(ascii: ",")) else {
      return self
    }
    var items: [YAMLNode] = []
    var start = 0
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let word = part.drop { $0 == 0x20 }
      let lower = Int(span.lower) + start + (part.count - word.count)
      var end = word
      while end.last == 0x20 { end = end.dropLast() }
      start += part.count + 1
      guard !end.isEmpty else { continue }
      items.append(
        YAMLNode(span: Span(lower, lower + end.count), content: .scalar(String(decoding: Array(end), as: UTF8.self), style)))
    }
    return YAMLNode(span: span, content: .sequence(items))
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

  /// Whether the shape is a reference to a role, or a list of such references.
  var isRoles: Bool {
    switch self {
    case .record(let kinds): kinds == [Role.name]
    case .list(let element): element.isRoles
    default: false
    }
  }
}
