import DossierMarkup
package import DossierRecords
package import DossierText

/// Adds approvals to the source files of records, in memory. No other byte of the files changes.
///
/// Each edited file is decoded again and verified. The approved record must have the same digest as before, its former approvals
/// and the new approval. Every other record of the file must have the same digest and approvals as before.
package struct Approving: Sendable {
  /// The changed files with their new bytes, sorted by path.
  package let files: [SourceFile]
  package let written: [Entry]
  /// Records that already have this approval. They are not changed.
  package let already: [Entry]

  package init(_ request: ApprovalRequest, _ dossier: Dossier, in sources: SourceTree) throws(ApprovalRequest.Refusal) {
    var changed: [SourcePath: SourceFile] = [:]
    var (written, already): ([Entry], [Entry]) = ([], [])
    let decoder = DocumentDecoder(dossier.configurationEntry)
    for (entry, approval) in try request.approvals(in: dossier) {
      let there = entry.head?.approvals.first {
        RecordID.key($0.by.id) == RecordID.key(approval.by.id) && $0.date == approval.date && $0.digest == approval.digest
      }
      if let there {
        guard there.until == approval.until, [nil, there.name].contains(approval.name), [nil, there.note].contains(approval.note)
        else {
          throw ApprovalRequest.Refusal(
            description:
              "\(entry.named) already has an approval by \(approval.by.id) of \(approval.date), with another name, note or"
              + " end date; change it by hand, or approve on another day")
        }
        already.append(entry)
        continue
      }
      guard let file = changed[entry.path] ?? sources.file(at: entry.path), file.digest == Digest(of: file.bytes),
        let edited = Approving.edited(file, entry, approval, decoder)
      else {
        throw ApprovalRequest.Refusal(
          description: "the approvals of \(entry.named) in \(entry.path) are written in a form that dossier cannot extend;"
            + " add this by hand: \(approval.inBraces)")
      }
      changed[entry.path] = edited
      written.append(entry)
    }
    files = changed.keys.sorted().compactMap { changed[$0] }
    (self.written, self.already) = (written, already)
  }

  /// The file with the new approval. Nil if the approval cannot be added, or if the edited file does not contain exactly the
  /// expected records.
  private static func edited(
    _ file: SourceFile, _ entry: Entry, _ approval: Approval, _ decoder: DocumentDecoder
  ) -> SourceFile? {
    let document = DocumentParser.parse(file).value
    guard let edit = RecordEditor(document)?.appending(.mapping(approval.fields), to: "approvals", of: entry.id) else {
      return nil
    }
    let edited = SourceFile(path: file.path, bytes: edit.applied(to: file.bytes))
    let before = decoder.decode(document)
    let after = decoder.decode(DocumentParser.parse(edited).value)
    guard after.diagnostics.count <= before.diagnostics.count, after.value.entries.count == before.value.entries.count else {
      return nil
    }
    let isRight = zip(before.value.entries, after.value.entries).allSatisfy { old, new in
      let added = RecordID.key(old.entry.id) == RecordID.key(entry.id) ? [approval] : []
      return old.entry.id == new.entry.id && old.entry.digest == new.entry.digest
        && (old.entry.head?.approvals ?? []) + added == new.entry.head?.approvals ?? []
    }
    return isRight ? edited : nil
  }
}

extension Approval {
  /// The fields of the approval as YAML, in the order of the schema.
  var fields: [(key: String, value: YAMLEdit.Value)] {
    var fields = [("by", by.id), ("date", date.description)]
    if let name { fields.append(("name", JSON.string(name).compact())) }
    if let digest { fields.append(("digest", digest.description.allSatisfy(\.isNumber) ? "\"\(digest)\"" : digest.description)) }
    if let until { fields.append(("until", until.description)) }
    if let note { fields.append(("note", JSON.string(note).compact())) }
    return fields.map { ($0.0, .scalar($0.1)) }
  }

  var inBraces: String { YAMLEdit.Value.mapping(fields).flow }
}
