/// The HTML ids of the parts that the site itself adds to a page.
///
/// Each id contains a dot. The id of a heading contains no dot, so a heading keeps its id whatever its words are.
package enum PageAnchor {
  package static let content = "page.content"
  package static let fields = "page.fields"
  package static let text = "page.text"
  package static let references = "page.references"
  package static let mentions = "page.mentions"
  package static let diagnostics = "page.diagnostics"
  package static let suppressed = "page.suppressed"
  package static let scores = "page.scores"
  package static let readings = "page.readings"
  package static let approvals = "page.approvals"
  package static let history = "page.history"
  package static let source = "page.source"
  package static let contents = "page.contents"
  package static let nav = "page.navigation"

  package static let all = [
    content, fields, text, references, mentions, diagnostics, suppressed, scores, readings, approvals, history, source, contents,
    nav,
  ]
}
