import DossierMarkup
package import DossierText

/// The folders at which a link that begins with `/` can start.
package struct LinkRoots: Sendable {
  /// The folder that the configuration names, in parts. Nil if it names none.
  private let configured: [String]?
  /// The folder of the workspace in its repository, in parts.
  private let workspace: [String]

  package init(_ configuration: Configuration?, workspace: [String]) {
    configured = configuration?.linkRoot.map { root in
      root.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    }
    self.workspace = workspace
  }

  /// The paths in the workspace to which the link can lead, in the order in which they are tried: from the configured folder, from
  /// the workspace, and from the repository.
  package func paths(ofLink text: String) -> [SourcePath] {
    guard let whole = SourcePath(parts: ["root"]).resolving(text) else { return [] }
    var paths: [SourcePath] = []
    if let configured { paths.append(SourcePath(parts: configured + whole.parts)) }
    paths.append(whole)
    if !workspace.isEmpty, whole.parts.count > workspace.count, whole.parts.starts(with: workspace) {
      paths.append(SourcePath(parts: Array(whole.parts.dropFirst(workspace.count))))
    }
    return paths
  }
}

extension ReferenceSite {
  /// The paths in the workspace to which the link or the file name can lead. Empty for references of other forms.
  package func paths(_ roots: LinkRoots) -> [SourcePath] {
    switch expectation {
    case .file: return path.resolving(target).map { [$0] } ?? []
    case .link:
      switch LinkTarget(target) {
      case .relative(let text, _): return path.resolving(text).map { [$0] } ?? []
      case .absolute(let text, _): return roots.paths(ofLink: text)
      case .fragment, .external, .unsafe: return []
      }
    case .record, .item, .either: return []
    }
  }
}
