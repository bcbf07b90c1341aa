import DossierLedger
import DossierText
import Glibc

/// Everything in a folder, at any depth: hidden files, links and pipes too.
enum FolderContents {
  static func read(_ path: String, workers: Int) async throws -> [FoundFile] {
    let root = try Descriptor(folder: path)
    var files: [SourcePath] = []
    var others: [FoundFile] = []
    try visit(root, [], &files, &others)
    return try await orderedMap(files, workers: workers) { FoundFile(path: $0, content: try content(of: $0, in: path)) } + others
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
      case .folder:
        guard parts.count < 64, let inner = try? folder.folder(member.name) else {
          others.append(FoundFile(path: path, content: .unreadable))
          continue
        }
        try visit(inner, path.parts, &files, &others)
      }
    }
  }
}
