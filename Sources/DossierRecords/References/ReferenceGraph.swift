package import DossierText

/// All references of the dossier, with lookup from the origin and from the target.
///
/// References are in fields, in `[[…]]` in prose, and in links to pages or attachments.
package struct ReferenceGraph: Sendable {
  /// Ordered by origin, then by span.
  package let edges: [Edge]
  private let outgoing: [Origin: Range<Int>]
  private let incoming: [Target: [Int]]

  /// The record or page that contains a reference.
  package enum Origin: Hashable, Sendable, Comparable {
    case entry(Int)
    case page(Int)

    package static func < (a: Origin, b: Origin) -> Bool {
      switch (a, b) {
      case (.entry(let x), .entry(let y)), (.page(let x), .page(let y)): x < y
      case (.entry, .page): true
      case (.page, .entry): false
      }
    }
  }

  /// The target of a reference. The numbers are positions in the arrays of the dossier.
  package enum Target: Hashable, Sendable {
    case entry(Int)
    case page(Int)
    case item(catalogue: Int, item: Int)
    /// A file that is a register. The associated value is the kind of its records.
    case register(String)
    case file(SourcePath)
    case folder
  }

  /// A resolved reference from an origin to a target.
  ///
  /// This type is a class only because copying a reference is cheap. It is immutable, and no code depends on its identity.
  package final class Edge: Sendable {
    package let origin: Origin
    package let site: ReferenceSite
    /// Nil if no target was found.
    package let target: Target?
    /// The id of a heading in the target: the part of the link after `#`.
    package let fragment: String?
    package let problem: Problem?

    init(origin: Origin, site: ReferenceSite, target: Target?, fragment: String?, problem: Problem?) {
      self.origin = origin
      self.site = site
      self.target = target
      self.fragment = fragment
      self.problem = problem
    }
  }

  /// A problem of a reference. A reference with a problem can still have a target.
  package enum Problem: Hashable, Sendable {
    case unknownRecord
    case unknownItem(catalogue: Int)
    case unknownCatalogue(String)
    case wrongKind
    /// The target is known, but the spelling is not canonical.
    case alias(canonical: String)
    case missingFile(SourcePath)
    case missingHeading
    /// The path leads out of the workspace.
    case outside
    /// The target is a text that must not be published, so no reference may lead to it.
    case withheld(SourcePath)
    /// The target exists, but it is not a source and has no place in the site.
    case unpublished(SourcePath, Surroundings.Unlisted)
    /// The path begins with `/`, so its target depends on the address at which the site is published.
    case absolute
  }

  init(_ edges: [Edge]) {
    let sorted = edges.enumerated().sorted { a, b in
      if a.element.origin != b.element.origin { return a.element.origin < b.element.origin }
      if a.element.site.span != b.element.site.span { return a.element.site.span < b.element.site.span }
      return a.offset < b.offset
    }.map(\.element)
    var outgoing: [Origin: Range<Int>] = [:]
    var incoming: [Target: [Int]] = [:]
    for (i, edge) in sorted.enumerated() {
      outgoing[edge.origin] = (outgoing[edge.origin]?.lowerBound ?? i)..<(i + 1)
      if let target = edge.target { incoming[target, default: []].append(i) }
    }
    self.edges = sorted
    self.outgoing = outgoing
    self.incoming = incoming
  }

  package func edges(from origin: Origin) -> ArraySlice<Edge> { edges[outgoing[origin] ?? 0..<0] }

  package func edges(to target: Target) -> [Edge] { (incoming[target] ?? []).map { edges[$0] } }

  /// The reference with exactly this span and this text. Nil if there is no such reference.
  package func edge(from origin: Origin, at span: Span, target: String) -> Edge? {
    let own = outgoing[origin] ?? 0..<0
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].site.span.lower < span.lower { low = middle + 1 } else { high = middle }
    }
    while low < own.upperBound, edges[low].site.span.lower == span.lower {
      if edges[low].site.span == span, edges[low].site.target.utf8.elementsEqual(target.utf8) { return edges[low] }
      low += 1
    }
    return nil
  }
}
