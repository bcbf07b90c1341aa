import DossierAnalysis
import DossierLedger
import DossierText

extension PreparedSite {
  /// The manifest entries of the sources that are on disk now. Throws if these sources differ from the sources that were
  /// analysed.
  func sealedSources(_ purpose: String) async throws -> [ManifestEntry] {
    let tree = analysis.sources
    var analysed: [SourcePath: Digest] = [:]
    for file in tree.files { analysed[file.path] = file.digest }
    for file in tree.attachments { analysed[file.path] = file.digest }
    let found = try await readSources(request.workspace, workers: request.workers).found
    let entries = found.compactMap { file -> ManifestEntry? in
      guard case .file(let size, let digest) = file.content else { return nil }
      return ManifestEntry(source: file.path, size: size, digest: digest)
    }
    // A file has no entry if it became a link, or if it grew while it was read.
    let there = Set(entries.compactMap(\.source))
    let changed =
      entries.first { $0.source.flatMap { analysed[$0] } != $0.digest }?.source
      ?? analysed.keys.filter { !there.contains($0) }.min()
    if let changed { throw ReleaseRefusal("\(changed) changed while \(purpose) was made; run the command again") }
    return entries
  }
}
