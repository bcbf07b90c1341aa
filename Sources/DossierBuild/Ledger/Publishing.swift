import DossierAnalysis
package import DossierLedger
import DossierRecords
import DossierSite
package import DossierText
import Glibc

/// The release to publish and its target folder.
package struct PublicationRequest: Sendable {
  package let workspace: Workspace
  /// The name of the release. Nil means the latest release.
  package let version: String?
  package let target: String
  package let tool: ToolVersion
  package let workers: Int
  package let wait: LockWait

  package init(
    workspace: Workspace, version: String?, target: String, tool: ToolVersion, workers: Int, waiting wait: LockWait = LockWait()
  ) {
    self.workspace = workspace
    self.version = version
    self.target = target
    self.tool = tool
    self.workers = workers
    self.wait = wait
  }
}

package struct Publication: Sendable {
  package let manifest: Manifest
  package let folder: String
  /// Whether the version was already published in the target folder.
  package let wasThere: Bool
}

/// Adds a version to a published folder and writes the list files again.
///
/// Never changes a version that is already published. If the function is interrupted at any point, it can be run again.
package func publish(_ request: PublicationRequest) async throws -> Publication {
  let made = try MadeFolders(request.target)
  do { return try await publishInto(request) } catch {
    made.undo()
    throw error
  }
}

private func publishInto(_ request: PublicationRequest) async throws -> Publication {
  try request.refuseTarget()
  let record = try request.record()
  let sealed = request.workspace.prefix + "\(SealedFolder.releases)/\(record.name)"
  let verified = try await verify(
    VerificationRequest(path: sealed, allowedSigners: nil, sources: nil, tool: request.tool, workers: request.workers))
  if let failure = verified.releases.flatMap(\.findings).first(where: { $0.state == .failed }) {
    throw ReleaseRefusal("the release \(record.name) is damaged: \(failure.sentence)")
  }
  let folder = "\(request.target)/\(PublishedFolder.versions)/\(record.name)"
  let there = try ReleaseIndex<Manifest>("\(request.target)/\(PublishedFolder.versions)").release(record.name)
  if let there, there.digest != record.digest {
    throw ReleaseRefusal("a different release \(record.name) is already published there; a published version must not change")
  }
  if there != nil {
    try await request.refuseChanged(folder)
  } else {
    guard FileIdentity(path: folder) == nil else {
      throw ReleaseRefusal("\(folder) exists and is not release \(record.name); move it away and publish again")
    }
    try await request.write(record.manifest, from: sealed, to: folder)
  }
  try request.writeLists()
  return Publication(manifest: record.manifest, folder: folder, wasThere: there != nil)
}

extension PublicationRequest {
  fileprivate func refuseTarget() throws {
    let folder = try Descriptor(folder: target)
    if let system = try SystemFolder.containing(folder) {
      throw ReleaseRefusal("\(target) is in \(system); choose another folder with --to", isUsage: true)
    }
    let read = try Descriptor(folder: workspace.path)
    let above = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
    if let own = FileIdentity(read), above.contains(own) {
      throw ReleaseRefusal("\(target) is inside the workspace; choose another folder with --to", isUsage: true)
    }
  }

  /// Throws if the published version differs from its manifest. So a damaged version is never reported as published.
  fileprivate func refuseChanged(_ folder: String) async throws {
    let request = VerificationRequest(path: folder, allowedSigners: nil, sources: nil, tool: tool, workers: workers)
    let findings = try await verify(request).releases.flatMap(\.findings)
    let own = findings.first { $0.state == .failed && !$0.code.hasPrefix("chain") }
    // If the folder is a symbolic link to a `releases` folder, `verify` reports missing site files only as not checked. So
    // this finding is treated as a failure too.
    guard let own = own ?? findings.first(where: { $0.code == "site" && $0.state != .proved }) else { return }
    throw ReleaseRefusal(
      "the published version in \(folder) does not match its release: \(own.sentence); move it away and publish again")
  }

  fileprivate func record() throws -> ReleaseIndex<Manifest>.Release {
    let index = try ReleaseIndex<Manifest>(workspace.prefix + SealedFolder.releases)
    if let version {
      if let record = index.release(version) { return record }
      if let reason = index.damage(of: version) {
        throw ReleaseRefusal("the release \(version) is damaged: \(reason)")
      }
      throw ReleaseRefusal("there is no release `\(version)`; make it with `dossier release`", isUsage: true)
    }
    if let damaged = index.damaged.first { throw ReleaseRefusal("the release \(damaged.name) is damaged: \(damaged.reason)") }
    let heads = index.heads
    guard let head = heads.first else {
      throw ReleaseRefusal("there is no release yet; make one with `dossier release VERSION`", isUsage: true)
    }
    guard heads.count == 1 else {
      throw ReleaseRefusal(
        "there are \(heads.count) latest releases: \(heads.map(\.name).joined(separator: ", ")); choose one with --release")
    }
    return head
  }

  /// Builds the site again, and writes the site if it matches the manifest.
  fileprivate func write(_ manifest: Manifest, from sealed: String, to folder: String) async throws {
    let seal = manifest.seal
    let found = try await readSources(workspace, workers: workers).found
    let differences = manifest.sources.differences(from: found, prefix: "source") { $0.source }
    if let first = differences.first {
      let more = differences.count > 1 ? ", and \(differences.count - 1) more" : ""
      throw ReleaseRefusal(
        "the sources differ from release \(seal.version): \(first.sentence)\(more); \(seal.origin.checkout(seal.version))"
      )
    }
    guard let edition = Edition(rawValue: seal.edition), seal.tool == "\(tool.name) \(tool.version)" else {
      throw ReleaseRefusal(
        "release \(seal.version) was made by \(Quotation.ofTool(seal.tool)), but this is \(tool.name) \(tool.version); publish it with that program"
      )
    }
    let end = try SealedHistory(of: workspace, isShown: seal.showsHistory).end(of: seal)
    let prepared = try await prepare(
      BuildRequest(
        workspace: workspace, output: folder, options: AnalysisOptions(asOf: seal.asOf, workers: workers), tool: tool,
        edition: edition, readsHistory: seal.showsHistory, historyEnd: end,
        release: SiteRelease(version: seal.version.description, signer: seal.signer)))
    let writer = try NewFolder(folder, waiting: wait)
    do {
      let files = writer.files()
      try await prepared.write(manifest, to: files, workspace)
      for name in SealedFolder.own {
        let root = try Descriptor(folder: sealed)
        guard let file = try? root.file(name) else { continue }
        let bytes = try attempt("read \(sealed)/\(name)") { () throws(SystemFailure) in
          try file.read(expecting: 1 << 16, limit: SealedFolder.maximumManifestSize)
        }
        try files.write(bytes, to: [name])
      }
      try writer.commit()
    } catch {
      writer.abandon()
      throw error
    }
  }

  /// Writes the list files. Locks the target folder, so that the lists match the versions in it.
  fileprivate func writeLists() throws {
    let folder = try Descriptor(folder: target)
    try wait.lock(folder, shown: target)
    let lists = PublishedFolder(target, tool: tool)
    lists.sweep()
    let index = try ReleaseIndex<Manifest>("\(target)/\(PublishedFolder.versions)")
    try lists.write(index)
  }
}

extension PreparedSite {
  /// Writes every site file in the manifest. Stops at the first file that differs from its manifest entry.
  fileprivate func write(_ manifest: Manifest, to folder: NewFiles, _ workspace: Workspace) async throws {
    var sealed: [SourcePath: ManifestEntry] = [:]
    for entry in manifest.site { sealed[entry.path] = entry }
    let entries = sealed
    @Sendable func admit(_ file: SiteFile) throws(ReleaseRefusal) {
      let entry = ManifestEntry(file)
      guard entries[entry.path] == entry else {
        throw ReleaseRefusal("the rebuilt file \(entry.path) differs from the manifest; nothing was published")
      }
    }
    _ = try await orderedMap(site.pages, workers: request.workers) { page in
      let file = site.render(page)
      try admit(file)
      try folder.write(file.bytes, to: file.route.parts)
    }
    for asset in site.assets {
      try admit(asset)
      try folder.write(asset.bytes, to: asset.route.parts)
    }
    for copy in site.copies {
      try folder.copy(
        copy.source, from: workspace, to: copy.route.parts, expecting: entries[SourcePath(parts: copy.route.parts)]?.digest)
    }
    guard site.pages.count + site.assets.count + site.copies.count == entries.count else {
      throw ReleaseRefusal("the number of site files differs from the manifest; nothing was published")
    }
  }
}

extension Seal.Origin {
  /// Advice on how to restore the sources of the release.
  fileprivate func checkout(_ version: ReleaseVersion) -> String {
    guard case .commit(let id, true) = self else { return "restore the sources of the release and publish again" }
    let place = "\(SealedFolder.releases)/\(version)"
    return "the release was made from commit \(id.prefix(12)); check out the first later commit that contains \(place)"
  }
}
