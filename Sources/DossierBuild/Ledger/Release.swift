import DossierAnalysis
package import DossierLedger
import DossierRecords
import DossierSite
import DossierText

/// A release that is ready to be made. None of its files is written yet.
package struct PreparedRelease: Sendable {
  package let site: PreparedSite
  package let version: ReleaseVersion
  let previous: Seal.Previous?
  let folder: String
  /// The path and fingerprint of the signing key. Nil when the release will not be signed.
  let key: (path: String, fingerprint: String)?
}

/// A release that has been made.
package struct MadeRelease: Sendable {
  package let manifest: Manifest
  /// The folder of the release.
  package let folder: String
}

/// The reason why a release is not made or published.
package struct ReleaseRefusal: Error, Sendable {
  package let reason: String
  /// Whether the command was used incorrectly. Otherwise the problem is in the workspace or the release.
  package let isUsage: Bool

  init(_ reason: String, isUsage: Bool = false) {
    self.reason = reason
    self.isUsage = isUsage
  }
}

/// Prepares a release: analyses the workspace and plans the site. `key` is the key that will sign the release.
///
/// Throws `ReleaseRefusal` if the name already exists, if the chain is broken or has more than one latest release, or if the
/// history is incomplete.
package func prepareRelease(_ version: ReleaseVersion, _ request: BuildRequest, key: String?) async throws -> PreparedRelease {
  let releases = request.workspace.prefix + SealedFolder.releases
  let folder = "\(releases)/\(version)"
  let index = try ReleaseIndex<Manifest>(releases)
  if let taken = try takenName(like: version, in: releases) {
    throw ReleaseRefusal("release \(taken) already exists, and a release must not change; choose another name", isUsage: true)
  }
  if let damaged = index.damaged.first {
    throw ReleaseRefusal(
      "the release \(damaged.name) is damaged (\(damaged.reason)); restore it from git before you make another")
  }
  let heads = index.heads
  guard heads.count <= 1 else {
    let names = heads.map(\.name).joined(separator: ", ")
    throw ReleaseRefusal(
      "there is more than one latest release: \(names); a chain has only one, so keep the right one and remove the others")
  }
  if heads.isEmpty, let any = index.releases.first {
    throw ReleaseRefusal("the chain of releases contains a cycle, for example at \(any.name); restore the releases from git")
  }
  let previous = heads.first.map { Seal.Previous(version: $0.manifest.seal.version, manifest: $0.digest) }
  let signer = try key.map { (path: $0, fingerprint: try SSHSignature.fingerprint(of: $0)) }
  let end = try SealedHistory(of: request.workspace, isShown: request.readsHistory).end()
  let sealed = request.sealed(end, SiteRelease(version: version.description, signer: signer?.fingerprint))
  return PreparedRelease(
    site: try await prepare(sealed), version: version, previous: previous, folder: folder, key: signer)
}

/// The name of the entry in the folder `path` that differs from the name of the version at most in upper and lower case. Nil if
/// the folder has no such entry, or if the folder does not exist.
private func takenName(like version: ReleaseVersion, in path: String) throws(EnvironmentError) -> String? {
  guard FileIdentity(path: path) != nil else { return nil }
  let folder = try Descriptor(folder: path)
  return try attempt("read the folder \(path)") { () throws(SystemFailure) in
    try FolderListing(folder).members.first { $0.name.lowercased() == version.folded }?.name
  }
}

extension PreparedRelease {
  package var errors: Int { site.diagnostics.count(of: .error) }

  /// Counts and hashes all files, signs the release and moves it to its final folder in one step.
  package func make(allowsUnclean: Bool, allowsErrors: Bool) async throws -> MadeRelease {
    let request = site.request
    guard errors == 0 || allowsErrors else { throw ReleaseRefusal("there are \(errors) unresolved errors") }
    let sources = try await site.sealedSources("the release")
    let git = try CheckedOutTree(of: request.workspace, sources: Set(sources.compactMap(\.source)))
    guard git.historyEnd == request.historyEnd else {
      throw ReleaseRefusal("another commit was checked out while the release was made; run the command again")
    }
    try refuse(git, allowsUnclean)
    let entries = try await site.entries(sources: sources)
    if let clash = entries.first(where: { SealedFolder.own.contains($0.path.parts[0]) }) {
      throw ReleaseRefusal("the site has a page at \(clash.path), but that path is reserved for the files of a release")
    }
    let manifest = try manifest(of: entries + sources, origin: git.origin)
    try write(manifest)
    return MadeRelease(manifest: manifest, folder: folder)
  }

  private func refuse(_ git: CheckedOutTree, _ allowsUnclean: Bool) throws(ReleaseRefusal) {
    guard git.origin.isUnclean, !allowsUnclean else { return }
    if git.origin == .noCommit { throw ReleaseRefusal("nothing is committed yet; commit the sources, or use --allow-dirty") }
    let first = git.differing.prefix(3).map { TerminalText.visible($0.description) }.joined(separator: ", ")
    let more = git.differing.count > 3 ? " and \(git.differing.count - 3) more" : ""
    throw ReleaseRefusal("these files differ from the last commit: \(first)\(more); commit them, or use --allow-dirty")
  }

  private func manifest(of entries: [ManifestEntry], origin: Seal.Origin) throws -> Manifest {
    let request = site.request
    let policyResult = site.analysis.policyResult
    let counts = Seal.Counts(
      errors: errors, warnings: site.diagnostics.count(of: .warning), notes: site.diagnostics.count(of: .note),
      excepted: policyResult.suppressed.excepted, known: policyResult.suppressed.known)
    let allowed = (errors > 0 ? [Seal.Allowance.errors] : []) + (origin.isUnclean ? [.uncleanTree] : [])
    let facts = ReleaseFacts(
      version: version, organisation: site.analysis.dossier.configuration.organisation, asOf: request.asOf,
      edition: request.edition.rawValue, showsHistory: request.readsHistory, tool: "\(request.tool.name) \(request.tool.version)",
      origin: origin, counts: counts, allowed: allowed, signer: key?.fingerprint, previous: previous)
    do throws(ManifestProblem) { return try Manifest(facts, entries) } catch { throw ReleaseRefusal(error.description) }
  }

  private func write(_ manifest: Manifest) throws {
    let writer = try NewFolder(folder, waiting: site.request.wait)
    do {
      let files = writer.files()
      try files.write(manifest.bytes, to: [SealedFolder.manifest])
      try files.write(manifest.seal.bytes, to: [SealedFolder.seal])
      if let key = key?.path {
        try files.write(try SSHSignature.make(manifest.bytes, with: key), to: [SealedFolder.manifestSignature])
        try files.write(try SSHSignature.make(manifest.seal.bytes, with: key), to: [SealedFolder.sealSignature])
      }
      // Another process may have made a release since the index was read. The chain must keep a single latest release.
      let releases = site.request.workspace.prefix + SealedFolder.releases
      let isNext = try writer.commit(if: { () throws(EnvironmentError) in
        try ReleaseIndex<Seal>(releases).heads.map(\.digest) == [previous?.manifest].compactMap(\.self)
      })
      guard isNext else { throw ReleaseRefusal("another release was made at the same time; run the command again") }
    } catch {
      writer.abandon()
      throw error
    }
  }
}
