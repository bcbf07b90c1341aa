@testable import DossierMarkup
@testable import DossierText

/// Checks that all spans are inside the file.
struct SpanProperties {
  let size: Int

  func check(_ span: Span, _ subject: @autoclosure () -> String) throws(Violation) {
    try require(Int(span.upper) <= size, "\(subject()) has the span \(span.range), but the file has \(size) bytes")
  }

  func check(_ diagnostics: [Diagnostic]) throws(Violation) {
    for diagnostic in diagnostics {
      for label in [diagnostic.primary] + diagnostic.others { try check(label.span, "\(diagnostic.rule)") }
      for fix in diagnostic.fixes { try check(fix.span, "a fix of \(diagnostic.rule)") }
    }
  }

  func check(_ node: YAMLNode) throws(Violation) {
    try check(node.span, "the YAML value \(node.described)")
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { try check(item) }
    case .mapping(let members):
      for member in members {
        try check(member.keySpan, "the key \(member.key)")
        try check(member.value)
      }
    }
  }

  func check(_ tree: MarkupTree) throws(Violation) {
    for (i, node) in tree.nodes.enumerated() {
      try check(node.span, "the \(node.kind)")
      try require(Int(node.end) > i && Int(node.end) <= tree.nodes.count, "the \(node.kind) has no valid end")
    }
  }
}
