import DossierMarkup
package import DossierRecords
package import DossierText

/// Replaces old digests in the approvals of one role, in memory: `Entry.wholeDigest` is replaced with `Entry.digest`. Unlike
/// `wholeDigest`, `digest` is computed only from the content that an approval covers.
///
/// Only digests that match the current record are replaced. No other byte of the files changes. Each edited file is decoded again
/// and verified. If the role has keys, each of its approvals must be proved, because the signature of the renewal would prove an
/// approval that somebody else wrote.
package struct DigestRenewal: Sendable {
  /// The changed files with their new bytes, sorted by path.
  package let files: [SourceFile]
  package let renewed: [Entry]

  /// Renews the approvals of `role` in the records with these ids, or in all records if there are no ids.
  package init(
    of role: Entry, in ids: [String], _ dossier: Dossier, _ sources: SourceTree
  ) throws(ApprovalRequest.Refusal) {
    let keys = Set(ids.map(RecordID.key))
    if let unknown = ids.first(where: { dossier.entry($0) == nil }) {
      throw ApprovalRequest.Refusal(description: "there is no record `\(TerminalText.visible(unknown))`")
    }
    let chosen = dossier.entries.filter { keys.isEmpty || keys.contains(RecordID.key($0.id)) }
    try DigestRenewal.refuseUnproved(chosen, of: role, dossier)
    let decoder = DocumentDecoder(dossier.configurationEntry)
    var changed: [SourcePath: SourceFile] = [:]
    var renewed: [Entry] = []
    for (path, entries) in Dictionary(grouping: dossier.entries, by: \.path) {
      let edits = entries.filter { keys.isEmpty || keys.contains(RecordID.key($0.id)) }.flatMap { entry in
        DigestRenewal.places(in: entry, of: role).map { Edit(entry: entry, span: entry.span(of: "approvals[\($0)].digest")) }
      }
      guard !edits.isEmpty else { continue }
      guard let file = sources.file(at: path), file.digest == Digest(of: file.bytes),
        let edited = DigestRenewal.edited(file, edits, of: role, decoder)
      else {
        throw ApprovalRequest.Refusal(
          description: "the approvals in \(path) are written in a form that dossier cannot change; replace the digests by hand")
      }
      changed[path] = edited
      renewed += edits.map(\.entry)
    }
    files = changed.keys.sorted().compactMap { changed[$0] }
    let ids = Set(renewed.map(\.id))
    self.renewed = dossier.entries.filter { ids.contains($0.id) }
  }

  private static func refuseUnproved(_ entries: [Entry], of role: Entry, _ dossier: Dossier) throws(ApprovalRequest.Refusal) {
    guard !((role.record as? Role)?.sshKeys ?? []).isEmpty else { return }
    var unproved: [String] = []
    for entry in entries {
      for i in places(in: entry, of: role) {
        if case .unproved(let doubt)? = dossier.proofs[entry, i] { unproved.append("\(entry.id): \(doubt.words)") }
      }
    }
    guard let first = unproved.first else { return }
    let others = unproved.count == 1 ? "" : unproved.count == 2 ? "; 1 more" : "; \(unproved.count - 1) more"
    throw ApprovalRequest.Refusal(
      description: "only proved approvals of a role with keys are renewed, and this is not proved: \(first)\(others)."
        + " Give the ids of the other records, or read the record and approve it again without --renew")
  }

  private struct Edit {
    let entry: Entry
    let span: Span
  }

  /// The positions of the role's approvals whose digest is the `wholeDigest` of the record. Empty if `wholeDigest` and `digest`
  /// are equal.
  private static func places(in entry: Entry, of role: Entry) -> [Int] {
    let approvals = entry.head?.approvals ?? []
    return approvals.indices.filter { i in
      RecordID.key(approvals[i].by.id) == RecordID.key(role.id) && approvals[i].digest == entry.wholeDigest
        && entry.wholeDigest != entry.digest
    }
  }

  /// The file with the new digests. Nil if a digest cannot be replaced, or if the edited file does not contain exactly the
  /// expected records.
  private static func edited(
    _ file: SourceFile, _ edits: [Edit], of role: Entry, _ decoder: DocumentDecoder
  ) -> SourceFile? {
    var bytes = file.bytes
    for edit in edits.sorted(by: { $0.span.lower > $1.span.lower }) {
      let written = Int(edit.span.lower)..<Int(edit.span.upper)
      guard bytes.indices.contains(written.lowerBound), written.upperBound <= bytes.count,
        let text = String(validating: bytes[written], as: UTF8.self)
      else { return nil }
      let old = edit.entry.wholeDigest.description
      let digits = text.lowercased().filter { $0 != "\"" && $0 != "'" }
      guard digits == old else { return nil }
      let new = edit.entry.digest.description
      bytes.replaceSubrange(written, with: Array((new.allSatisfy(\.isNumber) ? "\"\(new)\"" : new).utf8))
    }
    let edited = SourceFile(path: file.path, bytes: bytes)
    let before = decoder.decode(DocumentParser.parse(file).value)
    let after = decoder.decode(DocumentParser.parse(edited).value)
    let changed = Set(edits.map { RecordID.key($0.entry.id) })
    guard before.value.entries.count == after.value.entries.count else { return nil }
    let isRight = zip(before.value.entries, after.value.entries).allSatisfy { old, new in
      let places = changed.contains(RecordID.key(old.entry.id)) ? DigestRenewal.places(in: old.entry, of: role) : []
      let expected = (old.entry.head?.approvals ?? []).enumerated().map { i, approval in
        places.contains(i) ? approval.renewed(old.entry.digest) : approval
      }
      return old.entry.id == new.entry.id && old.entry.wholeDigest == new.entry.wholeDigest
        && expected == new.entry.head?.approvals ?? []
    }
    return isRight ? edited : nil
  }
}

extension Approval {
  fileprivate func renewed(_ digest: Digest) -> Approval {
    Approval(by: by, date: date, name: name, digest: digest, until: until, note: note)
  }
}
