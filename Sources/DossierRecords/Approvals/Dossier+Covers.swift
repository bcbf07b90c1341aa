extension Dossier {
  /// Whether an approval covers the current content of its record. An approval without a digest covers every version.
  ///
  /// A digest that an earlier version wrote also covers, for example, the review dates. If git was read, the proofs say whether such a digest
  /// is that of an earlier version with the same covered content. `index` is the position of the approval in its list.
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
