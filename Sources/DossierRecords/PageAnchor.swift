/// The HTML ids of the parts that the site itself adds to a page. A heading in a text never gets one of these ids.
package enum PageAnchor {
  package static let content = "content"
  package static let fields = "fields"
  package static let text = "text"
  package static let references = "references"
  package static let mentions = "mentions"
  package static let diagnostics = "diagnostics"
  package static let suppressed = "suppressed"
  package static let scores = "record-scores"
  package static let readings = "record-readings"
  package static let approvals = "record-approvals"
  package static let history = "record-history"
  package static let source = "source"
  package static let contents = "contents"
  package static let nav = "navigation"

  package static let all = [
    content, fields, text, references, mentions, diagnostics, suppressed, scores, readings, approvals, history, source, contents,
    nav,
  ]
}
