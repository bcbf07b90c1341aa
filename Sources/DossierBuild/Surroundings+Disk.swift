import DossierAnalysis
import DossierText
import Glibc

extension ParsedFiles {
  /// What is around the sources on the disk, as far as the texts refer to it.
  func surroundings(in workspace: Workspace) -> Surroundings {
    let lookup = DiskLookup(
      workspace: workspace, submodules: DiskLookup.submodules(in: workspace),
      sources: Set(sources.tree.files.map(\.path) + sources.tree.attachments.map(\.path)))
    return surroundings(folder: { DiskLookup.folder(of: workspace) }, look: { lookup.entry($0) })
  }
}

/// Looks up paths to which links lead and at which a scan found no file. Symbolic links are followed only inside the workspace.
struct DiskLookup {
  let workspace: Workspace
  /// The folders of submodules, from `.gitmodules`.
  let submodules: [SourcePath]
  /// The files that a scan found.
  let sources: Set<SourcePath>

  /// The folder of a workspace in its repository, in parts. Empty if there is no repository.
  static func folder(of workspace: Workspace) -> [String] {
    guard let place = try? GitPlace(of: workspace) else { return [] }
    return place.prefix.split(separator: "/").map(String.init)
  }

  /// The folders in the lines `path = FOLDER` of `.gitmodules`.
  static func submodules(in workspace: Workspace) -> [SourcePath] {
    guard let root = try? Descriptor(folder: workspace.path), let file = try? root.file(".gitmodules"),
      let bytes = try? file.read(expecting: 1 << 12, limit: 1 << 20)
    else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
      return words.count == 2 && words[0] == "path" ? SourcePath(words[1]) : nil
    }
  }

  /// What exists at a path. Nil if nothing exists there.
  func entry(_ path: SourcePath) -> Surroundings.Unlisted? {
    guard let root = try? Descriptor(folder: workspace.path) else { return nil }
    var real: [String] = []
    var rest = path.parts[...]
    var links = 0
    var kind: mode_t = S_IFDIR
    while let name = rest.popFirst() {
      if name == "." { continue }
      if name == ".." {
        guard real.popLast() != nil else { return .outside }
        continue
      }
      guard kind == S_IFDIR, let folder = try? root.descend(real[...]), let status = try? folder.status(of: name) else {
        return submodules.contains { path.lies(in: $0.parts) } ? .submodule : nil
      }
      kind = status.st_mode & S_IFMT
      guard kind == S_IFLNK else {
        real.append(name)
        continue
      }
      links += 1
      // Linux also stops after 40 links.
      guard links <= 40, let target = DiskLookup.target(of: name, in: folder) else { return .outside }
      guard target.utf8.first != UInt8(ascii: "/") else { return .outside }
      rest = target.split(separator: "/").map(String.init)[...] + rest
      kind = S_IFDIR
    }
    let found = SourcePath(parts: real)
    if links > 0, kind == S_IFDIR || sources.contains(found) { return real.isEmpty ? .unread : .alias(found) }
    if submodules.contains(where: { found.lies(in: $0.parts) }) { return .submodule }
    guard links == 0, kind == S_IFREG, Surroundings.mayPublish(path) else { return .unread }
    return picture(path).map { .picture($0) } ?? .unread
  }

  private func picture(_ path: SourcePath) -> SourceTree.Attachment? {
    guard let root = try? Descriptor(folder: workspace.path), let folder = try? root.descend(path.folder[...]),
      let file = try? folder.file(path.name),
      let size = try? file.status().st_size, let digest = try? file.digest()
    else { return nil }
    return SourceTree.Attachment(path: path, size: Int(size), digest: digest)
  }

  private static func target(of name: String, in folder: borrowing Descriptor) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlinkat(folder.number, name, &buffer, buffer.count)
    guard length > 0, length < buffer.count else { return nil }
    return String(validating: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
