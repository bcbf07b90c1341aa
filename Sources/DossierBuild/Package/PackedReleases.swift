import DossierLedger
import DossierSite
package import DossierText

/// The releases of a workspace that a package contains, and the release that matches the current sources, if any.
struct PackedReleases: Sendable {
  let index: ReleaseIndex<Manifest>
  /// The release whose sources equal the current sources. If several releases match, `last` is preferred. Otherwise the
  /// release whose folder name sorts last is used.
  let made: ReleaseIndex<Manifest>.Release?
  /// The latest release of the chain.
  let last: ReleaseIndex<Manifest>.Release?
  private let path: String

  /// `sources` are the current sources. Throws if a release is damaged or if the releases do not form one chain. If `wanted` is
  /// not nil, throws also if there is no release `wanted`, or if its sources differ from `sources`.
  init(_ workspace: Workspace, sources: [ManifestEntry], wanted: String?) throws {
    path = workspace.prefix + SealedFolder.releases
    index = try ReleaseIndex<Manifest>(path)
    if let damaged = index.damaged.first {
      throw ReleaseRefusal("the release \(damaged.name) is damaged: \(damaged.reason); restore it from git")
    }
    let heads = index.heads
    guard heads.count <= 1, heads.count == 1 || index.releases.isEmpty else {
      throw ReleaseRefusal("the releases do not form a chain with one latest release; run `dossier verify` for details")
    }
    last = heads.first
    let own = Set(sources)
    func isMade(_ record: ReleaseIndex<Manifest>.Release) -> Bool {
      record.manifest.sources.count == own.count && record.manifest.sources.allSatisfy(own.contains)
    }
    guard let wanted else {
      made = heads.first.flatMap { isMade($0) ? $0 : nil } ?? index.releases.last(where: isMade)
      return
    }
    guard let record = index.release(wanted) else {
      throw ReleaseRefusal("there is no release `\(TerminalText.visible(wanted))`", isUsage: true)
    }
    guard isMade(record) else {
      throw ReleaseRefusal("the sources differ from release \(wanted); check out the commit that it was made from")
    }
    made = record
  }

  /// Copies of the manifest, the seal and their signatures for the site in the package. The commands on the pages of the site
  /// need these files there.
  func besideSite(_ files: [(path: SourcePath, bytes: [UInt8])]) -> [(path: SourcePath, bytes: [UInt8])] {
    guard let made else { return [] }
    return files.filter { $0.path.folder == [SealedFolder.releases, made.name] }.map {
      (SourcePath(parts: [PackageFindings.site, $0.path.name]), $0.bytes)
    }
  }

  /// The manifests, seals and signatures of all releases, with their paths in the package.
  func files() throws -> [(path: SourcePath, bytes: [UInt8])] {
    try index.releases.flatMap { record in
      let folder = try Descriptor(folder: "\(path)/\(record.name)")
      return try SealedFolder.own.compactMap { name -> (path: SourcePath, bytes: [UInt8])? in
        guard let file = try? folder.file(name) else { return nil }
        let bytes = try attempt("read \(path)/\(record.name)/\(name)") { () throws(SystemFailure) in
          try file.read(expecting: 1 << 16, limit: SealedFolder.maximumManifestSize)
        }
        return (SourcePath(parts: [SealedFolder.releases, record.name, name]), bytes)
      }
    }
  }
}

/// The as-of date of a release. Nil when there is no such release.
package func dayOfRelease(_ name: String, in workspace: Workspace) throws -> CivilDate? {
  try seal(of: name, in: workspace)?.asOf
}

private func seal(of name: String, in workspace: Workspace) throws -> Seal? {
  try ReleaseIndex<Seal>(workspace.prefix + SealedFolder.releases).release(name)?.seal
}

extension BuildRequest {
  /// The request to rebuild the site of a release. Returns the request unchanged if there is no such release.
  func packing(_ release: String?) throws -> BuildRequest {
    guard let release, let seal = try seal(of: release, in: workspace) else { return self }
    let end = try SealedHistory(of: workspace, isShown: seal.showsHistory).end(of: seal)
    return BuildRequest(
      workspace: workspace, output: output, options: options, force: force, tool: tool, edition: edition,
      readsHistory: seal.showsHistory, historyEnd: end,
      release: SiteRelease(version: seal.version.description, signer: seal.signer))
  }
}
