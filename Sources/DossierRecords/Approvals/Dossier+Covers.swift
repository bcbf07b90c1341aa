extension Dossier {
  /// Whether an approval covers the current content of its record. `index` is the position of the approval in its list.
  ///
  /// An approval without a digest covers every version of the record. Earlier versions of this program wrote digests that also
  /// cover fields such as the review dates. After a change of such a field, the digest does not match the record. If git was
  /// read, `proofs` say whether the approved version has the same covered content. If git was not read, the approval does not
  /// cover the record.
  package func covers(_ entry: Entry, approval index: Int) -> Bool {
    guard let approvals = entry.head?.approvals, approvals.indices.contains(index), let digest = approvals[index].digest else {
      return true
    }
    if entry.matches(digest) { return true }
    return switch proofs[entry, index] {
    case .proved?, .unproved?: true
    case .changed?, nil: false
    }
  }
}
