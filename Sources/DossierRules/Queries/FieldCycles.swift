import DossierRecords

/// Cycles in the references of one field between records of one kind.
enum FieldCycles {
  /// Fields that refer to a predecessor. `deputies` is not in the list, because two roles may be deputies for each other.
  private static let ordered = ["provenance", "supersedes"]

  /// For each strongly connected component: the field, and the shortest cycle through the first record of the component.
  static func all(in dossier: Dossier) -> [(field: String, edges: [ReferenceGraph.Edge])] {
    var byField: [String: [Int: [ReferenceGraph.Edge]]] = [:]
    for edge in dossier.graph.edges where ordered.contains(edge.site.field) {
      guard case .entry(let from) = edge.origin, case .entry(let to) = edge.target, from != to else { continue }
      let kind = dossier.entries[from].kind.name
      guard dossier.entries[to].kind.name == kind else { continue }
      byField[kind + " " + edge.site.field, default: [:]][from, default: []].append(edge)
    }
    return byField.keys.sorted().flatMap { key -> [(field: String, edges: [ReferenceGraph.Edge])] in
      let edges = byField[key] ?? [:]
      let field = key.split(separator: " ").last.map { String($0) } ?? key
      return starts(edges).map { (field, shortest(from: $0, edges)) }
    }
  }

  private static func target(_ edge: ReferenceGraph.Edge) -> Int? {
    if case .entry(let position) = edge.target { position } else { nil }
  }

  /// The smallest position of each strongly connected component with more than one record, in order (Tarjan's algorithm).
  ///
  /// The function uses an explicit stack and no recursion, because a chain of references can be as long as the number of records.
  private static func starts(_ edges: [Int: [ReferenceGraph.Edge]]) -> [Int] {
    var number: [Int: Int] = [:]
    var low: [Int: Int] = [:]
    var path: [Int] = []
    var onPath: Set<Int> = []
    var found: [Int] = []
    for root in edges.keys.sorted() where number[root] == nil {
      var open: [(node: Int, next: Int)] = [(root, 0)]
      while let (node, next) = open.last {
        if next == 0 {
          number[node] = number.count
          low[node] = number[node]
          path.append(node)
          onPath.insert(node)
        }
        let outgoing = edges[node] ?? []
        if next < outgoing.count {
          open[open.count - 1].next += 1
          guard let to = target(outgoing[next]) else { continue }
          if number[to] == nil {
            open.append((to, 0))
          } else if onPath.contains(to) {
            low[node] = min(low[node] ?? 0, number[to] ?? 0)
          }
          continue
        }
        open.removeLast()
        if let parent = open.last?.node { low[parent] = min(low[parent] ?? 0, low[node] ?? 0) }
        guard low[node] == number[node] else { continue }
        var members: [Int] = []
        while let member = path.popLast() {
          onPath.remove(member)
          members.append(member)
          if member == node { break }
        }
        if members.count > 1, let smallest = members.min() { found.append(smallest) }
      }
    }
    return found.sorted()
  }

  /// The shortest cycle through `start`, found by breadth-first search.
  private static func shortest(from start: Int, _ edges: [Int: [ReferenceGraph.Edge]]) -> [ReferenceGraph.Edge] {
    var cameBy: [Int: (from: Int, edge: ReferenceGraph.Edge)] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for edge in edges[node] ?? [] {
        guard let to = target(edge) else { continue }
        if to == start {
          var cycle = [edge]
          var at = node
          while at != start, let step = cameBy[at] {
            cycle.append(step.edge)
            at = step.from
          }
          return cycle.reversed()
        }
        guard cameBy[to] == nil else { continue }
        cameBy[to] = (node, edge)
        queue.append(to)
      }
    }
    return []
  }
}
