/// A compiled template. Names are already resolved to positions in scopes, so that rendering needs no search by name.
struct TemplateProgram: Sendable {
  let steps: [Step]

  /// The position of a value. `depth` counts the scopes outward; the innermost scope has depth 0. `slot` is the index of the
  /// value in that scope.
  struct Place: Sendable, Hashable {
    let depth: Int
    let slot: Int
  }

  indirect enum Step: Sendable {
    case literal([UInt8])
    case text(Place)
    case attribute(Place)
    case url(Place)
    case html(Place)
    case section(Place, [Step])
    case inverted(Place, [Step])
  }

  func render(_ scope: Scope, into out: inout [UInt8]) {
    var scopes = [scope]
    TemplateProgram.run(steps, &scopes, &out)
  }

  private static func run(_ steps: [Step], _ scopes: inout [Scope], _ out: inout [UInt8]) {
    for step in steps {
      switch step {
      case .literal(let bytes): out += bytes
      case .text(let place):
        switch value(place, scopes) {
        case .text(let text): Escape.append(text, to: &out)
        case .link(let href): Escape.append(href.text, to: &out)
        default: break
        }
      case .attribute(let place):
        switch value(place, scopes) {
        case .text(let text): Escape.appendAttribute(text, to: &out)
        case .link(let href): Escape.appendAttribute(href.text, to: &out)
        default: break
        }
      case .url(let place):
        switch value(place, scopes) {
        case .text(let text): Escape.appendURL(text.utf8, to: &out)
        case .link(let href): Escape.appendURL(href.text.utf8, to: &out)
        default: break
        }
      case .html(let place):
        if case .html(let html) = value(place, scopes) { out += html.bytes }
      case .section(let place, let inner): section(value(place, scopes), inner, &scopes, &out)
      case .inverted(let place, let inner):
        if isEmpty(value(place, scopes)) { run(inner, &scopes, &out) }
      }
    }
  }

  private static func section(_ value: TemplateValue, _ inner: [Step], _ scopes: inout [Scope], _ out: inout [UInt8]) {
    switch value {
    case .flag(true): run(inner, &scopes, &out)
    case .list(let items):
      for item in items {
        scopes.append(item)
        run(inner, &scopes, &out)
        scopes.removeLast()
      }
    case .scope(.some(let item)):
      scopes.append(item)
      run(inner, &scopes, &out)
      scopes.removeLast()
    default: break
    }
  }

  private static func value(_ place: Place, _ scopes: [Scope]) -> TemplateValue {
    scopes[scopes.count - 1 - place.depth].values[place.slot]
  }

  private static func isEmpty(_ value: TemplateValue) -> Bool {
    switch value {
    case .flag(let isSet): !isSet
    case .list(let items): items.isEmpty
    case .scope(let scope): scope == nil
    case .text, .link, .html: false
    }
  }
}
