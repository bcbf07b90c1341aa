import DossierAnalysis
import DossierLedger
import DossierText

extension PreparedSite {
  /// The sources as they are on the disk now, which must be what was judged and rendered.
  func sealedSources(_ purpose: String) async throws -> [ManifestEntry] {
    let tree = analysis.sources
    var judged: [SourcePath: Digest] = [:]
    for file in tree.files { judged[file.path] = file.digest }
    for file in tree.attachments { judged[file.path] = file.digest }
    let found = try await readSources(request.workspace, workers: request.workers).found
    let entries = found.compactMap { file -> ManifestEntry? in
      guard case .file(let size, let digest) = file.content else { return nil }
      return ManifestEntry(source: file.path, size: size, digest: digest)
    }
    // One that has become a link, or grew while it was read, is no entry.
    let there = Set(entries.compactMap(\.source))
    let changed =
      entries.first { $0.source.flatMap { judged[$0] } != $0.digest }?.source ?? judged.keys.filter { !there.contains($0) }.min()
    if let changed { throw ReleaseRefusal("\(changed) changed while \(purpose) was made; run again") }
    return entries
  }
}
