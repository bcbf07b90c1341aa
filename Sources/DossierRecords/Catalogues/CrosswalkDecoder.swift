package import DossierMarkup
package import DossierText

/// Reads a crosswalk file and holds it against itself: claims known, rows once, as many as it says. Whether the ends of its rows
/// exist can be said only when the catalogues are known.
package enum CrosswalkDecoder {
  /// Nil where something required is missing.
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
          .duplicateItem, "the row from \(row.from.text) to \(row.to.text) stands twice in \(decoding.subject)", row.from.span,
          others: [.init(document.path, earlier, "first written here")], help: "make one row of the two, with the claims of both")
        continue
      }
      first[ends] = row.from.span
      rows.append(
        Crosswalk.Row(
          from: row.from, to: row.to, relation: row.relation, claims: row.claims.compactMap { keys.firstIndex(of: $0.text) },
          note: row.note))
    }
    let actual = [
      ("rows", file.counts?.rows, rows.count), ("source_ids", file.counts?.sources, Set(rows.map(\.from.text)).count),
      ("target_ids", file.counts?.targets, Set(rows.map(\.to.text)).count),
    ]
    // Rows that could not be read have been reported; without them no number holds.
    let written = if case .sequence(let nodes)? = fields.member("rows")?.value.content { nodes.count } else { 0 }
    for (key, said, found) in actual where written == file.rows.count && said != nil && said != found {
      decoding.report(
        .catalogueCount, "\(decoding.subject) has \(found) for `\(key)`, not \(said ?? 0)",
        entries.span(of: "counts.\(key)") ?? .start, help: "find the row that is missing or too much, or correct the number")
    }
    let crosswalk = Crosswalk(
      name: file.name, title: file.title, source: file.source, target: file.target, claims: claims, cautions: file.cautions,
      path: document.path, rows: rows,
      asserted: actual.compactMap { key, said, _ in said.map { AssertedCount(key: key, word: nil, number: $0) } })
    return Diagnosed(crosswalk, decoding.diagnostics)
  }
}
