import DossierAnalysis
import DossierLedger
import DossierText
import Glibc

/// Lists every entry of a folder, at any depth, including hidden files, links and pipes.
enum FolderContents {
  /// Reads a file only if its size is expected. A file at an expected path must have the size of the manifest entry for that
  /// path. A file at any other path must have the size of at least one manifest entry.
  static func read(_ path: String, wanted: [SourcePath: ManifestEntry], workers: Int) async throws -> [FoundFile] {
    let root = try Descriptor(folder: path)
    var files: [SourcePath] = []
    var others: [FoundFile] = []
    try visit(root, [], &files, &others)
    let sizes = Set(wanted.values.map(\.size))
    let read = try await orderedMap(files, workers: workers) { file in
      let own = wanted[file]?.size
      let content = try content(of: file, in: path) { size in own == nil ? sizes.contains(size) : own == size }
      return FoundFile(path: file, content: content)
    }
    return read + others
  }

  private static func visit(
    _ folder: borrowing Descriptor, _ parts: [String], _ files: inout [SourcePath], _ others: inout [FoundFile]
  ) throws(EnvironmentError) {
    let shown = parts.isEmpty ? "." : parts.joined(separator: "/")
    let members = try attempt("read the folder \(shown)") { () throws(SystemFailure) in try FolderListing(folder).members }
    for member in members {
      let path = SourcePath(parts: parts + [member.name])
      switch member.kind {
      case .file: files.append(path)
      case .link, .other: others.append(FoundFile(path: path, content: .special))
      case .nameless: others.append(FoundFile(path: path, content: .nameless))
      case .folder where parts.count >= Listing.deepest: others.append(FoundFile(path: path, content: .deep))
      case .folder:
        guard let inner = try? folder.folder(member.name) else {
          others.append(FoundFile(path: path, content: .unreadable))
          continue
        }
        try visit(inner, path.parts, &files, &others)
      }
    }
  }
}
