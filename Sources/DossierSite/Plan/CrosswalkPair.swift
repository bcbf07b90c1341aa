import DossierRecords

/// Two frameworks, one seen through the other. Numbers are positions in the dossier's catalogues.
struct CrosswalkPair: Sendable, Hashable {
  /// Where one comes from: what its items are answered by counts for those of the target.
  let source: Int
  let target: Int

  /// Every pair that is joined by rows, or by rows through a third framework.
  static func all(_ frameworks: Frameworks) -> [CrosswalkPair] {
    let count = frameworks.catalogues.count
    func join(_ a: Int, _ b: Int) -> Bool { frameworks.mappings.join(a, b) }
    return (0..<count).flatMap { source in
      (0..<count).compactMap { target in
        guard source != target else { return nil }
        let isThrough = (0..<count).contains { $0 != source && $0 != target && join(source, $0) && join($0, target) }
        return join(source, target) || isThrough ? CrosswalkPair(source: source, target: target) : nil
      }
    }
  }
}
