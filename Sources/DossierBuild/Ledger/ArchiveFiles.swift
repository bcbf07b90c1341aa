import DossierAnalysis
import DossierArchive
import DossierLedger
import DossierText

/// The files of a release in an archive. If the whole release is in a single top-level folder of the archive, paths are relative
/// to that folder.
struct ArchiveFiles: ReleaseFiles {
  private let source: ArchiveFile
  private let entries: [SourcePath: ArchiveEntry]

  /// Nil if no manifest was found at the top level of the archive, or in a single top-level folder.
  init?(_ source: ArchiveFile, _ directory: ArchiveDirectory) {
    let files = directory.entries.filter { !$0.isFolder }
    var root: [Substring] = []
    if !files.contains(where: { $0.name == SealedFolder.manifest }) {
      let tops = Set(files.map { $0.name.prefix { $0 != "/" } })
      guard tops.count == 1, let top = tops.first, files.contains(where: { $0.name == "\(top)/\(SealedFolder.manifest)" }) else {
        return nil
      }
      root = [top]
    }
    var entries: [SourcePath: ArchiveEntry] = [:]
    for file in files {
      entries[SourcePath(parts: file.name.split(separator: "/").dropFirst(root.count).map(String.init))] = file
    }
    self.source = source
    self.entries = entries
  }

  func bytes(of path: SourcePath, limit: Int) -> [UInt8]? {
    guard let entry = entries[path], entry.size <= limit else { return nil }
    var bytes: [UInt8] = []
    guard (try? entry.read(from: source) { bytes += $0 }) != nil else { return nil }
    return bytes
  }

  func has(_ path: SourcePath) -> Bool { entries[path] != nil }

  /// The reason why a file cannot be read. Nil if the file can be read or does not exist.
  func damage(of path: SourcePath) throws -> String? {
    guard let entry = entries[path] else { return nil }
    do { try entry.read(from: source) { _ in } } catch let problem as ArchiveProblem { return problem.reason }
    return nil
  }

  func found(wanted: [SourcePath: ManifestEntry], workers: Int) async throws -> [FoundFile] {
    let sizes = Set(wanted.values.map(\.size))
    // Extra files are read only up to the total size of the expected files.
    var budget = wanted.values.reduce(0) { sum, entry in
      let (more, isTooMuch) = sum.addingReportingOverflow(entry.size)
      return isTooMuch ? .max : more
    }
    var jobs: [(SourcePath, ArchiveEntry, Bool)] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      if let own = wanted[path] {
        jobs.append((path, entry, entry.size == own.size))
        continue
      }
      // Read an extra file only to detect whether it is a missing file under another name.
      let mayBeRenamed = sizes.contains(entry.size) && entry.size <= budget
      if mayBeRenamed { budget -= entry.size }
      jobs.append((path, entry, mayBeRenamed))
    }
    return try await orderedMap(jobs, workers: workers) { path, entry, isRead in
      FoundFile(path: path, content: isRead ? try content(of: entry) : .sized(entry.size))
    }
  }

  private func content(of entry: ArchiveEntry) throws -> FoundFile.Content {
    var stream = DigestStream()
    do {
      try entry.read(from: source) { stream.add($0) }
      return .file(size: entry.size, digest: stream.finish())
    } catch let problem as ArchiveProblem { return .damaged(problem.reason) }
  }
}
