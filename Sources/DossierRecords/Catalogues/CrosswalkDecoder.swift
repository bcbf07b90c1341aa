package import DossierMarkup
package import DossierText

/// Reads a crosswalk file and verifies it: known claims, unique rows and the declared counts.
///
/// The catalogues are not known here. So a later stage checks that the items of the rows exist.
package enum CrosswalkDecoder {
  /// Returns nil if a required field is missing.
  package static func decode(_ document: DossierMarkup.Document) -> Diagnosed<Crosswalk?> {
    var decoding = Decoding(source: document.source, subject: "this crosswalk")
    guard let fields = document.fields else { return Diagnosed(nil, []) }
    var entries: [FieldEntry] = []
    guard let file = CrosswalkFile.schema.decode(fields, &decoding, entries: &entries) else {
      return Diagnosed(nil, decoding.diagnostics)
    }
    decoding.subject = "crosswalk \(file.name)"
    let claims = file.claims.claims
    let keys = claims.map(\.key)
    var first: [[String]: Span] = [:]
    var rows: [Crosswalk.Row] = []
    for row in file.rows {
      for claim in row.claims where !keys.contains(claim.text) {
        decoding.enter("claims")
        decoding.unknownWord(claim.text, YAMLNode(span: claim.span, content: .scalar(claim.text, .plain)), keys)
        decoding.leave()
      }
      let ends = [row.from.text, row.to.text]
      if let earlier = first[ends] {
        decoding.report(
          .duplicateItem, "the row from \(row.from.text) to \(row.to.text) occurs twice in \(decoding.subject)", row.from.span,
          others: [.init(document.path, earlier, "first written here")], help: "merge the two rows, with the claims of both")
        continue
      }
      first[ends] = row.from.span
      rows.append(
        Crosswalk.Row(
          from: row.from, to: row.to, relation: row.relation, claims: row.claims.compactMap { keys.firstIndex(of: $0.text) },
          note: row.note))
    }
    let actual = [
      ("rows", "rows", file.counts?.rows, rows.count),
      ("source_ids", "different ids in `from`", file.counts?.sources, Set(rows.map(\.from.text)).count),
      ("target_ids", "different ids in `to`", file.counts?.targets, Set(rows.map(\.to.text)).count),
    ]
    // If some rows could not be read, do not check the counts. The unreadable rows were already reported.
    let written = if case .sequence(let nodes)? = fields.member("rows")?.value.content { nodes.count } else { 0 }
    for (key, counted, declared, found) in actual where written == file.rows.count && declared != nil && declared != found {
      decoding.report(
        .catalogueCount, "\(decoding.subject) has \(found) \(counted), but `counts.\(key)` is \(declared ?? 0)",
        entries.span(of: "counts.\(key)") ?? .start,
        help: "add the missing row, remove the extra one, or correct `counts.\(key)`")
    }
    let crosswalk = Crosswalk(
      name: file.name, title: file.title, source: file.source, target: file.target, claims: claims, cautions: file.cautions,
      path: document.path, rows: rows,
      asserted: actual.compactMap { key, _, declared, _ in declared.map { AssertedCount(key: key, word: nil, number: $0) } })
    return Diagnosed(crosswalk, decoding.diagnostics)
  }
}
