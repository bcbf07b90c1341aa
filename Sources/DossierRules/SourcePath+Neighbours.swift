import DossierText

extension SourcePath {
  /// The path that was probably meant: a name in the same folder that differs little, else the same name elsewhere.
  func closest(among paths: [SourcePath]) -> SourcePath? {
    let neighbours = paths.filter { $0.folder == folder }
    if let name = Suggestion.closest(to: name, among: neighbours.map(\.name)) {
      return neighbours.first { $0.name == name }
    }
    let namesakes = paths.filter { $0.name == name }
    // Of several files of that name none is plainly meant.
    return namesakes.count == 1 ? namesakes.first : nil
  }

  /// How a link in this file names `target`.
  func relative(to target: SourcePath) -> String {
    var shared = 0
    while shared < folder.count, shared < target.folder.count, folder[shared] == target.folder[shared] { shared += 1 }
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + target.parts.dropFirst(shared)).joined(separator: "/")
  }
}
