package import DossierRecords

/// Two frameworks with mappings between their items. `source` and `target` are positions in `Dossier.catalogues`.
package struct CrosswalkPair: Sendable, Hashable {
  /// The framework whose coverage is shown beside the related items of `target`.
  package let source: Int
  package let target: Int

  package init(source: Int, target: Int) {
    self.source = source
    self.target = target
  }

  /// Every pair of frameworks with crosswalk rows between them, directly or through a third framework.
  package static func all(_ frameworks: Frameworks) -> [CrosswalkPair] {
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
