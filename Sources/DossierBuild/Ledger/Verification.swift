import DossierArchive
package import DossierLedger
package import DossierText
import Glibc

/// The path to verify and the inputs for the verification.
package struct VerificationRequest: Sendable {
  package let path: String
  /// The allowed signers file. Without it, the owner of a signing key is not checked.
  package let allowedSigners: AllowedSigners?
  /// The folder of the sources. Nil means that sources are not checked.
  package let sources: String?
  /// The name and version of this program. Another version of the program may write the list files
  /// of a published folder (see `ListFile`) with other content. So the verification must know whether this version wrote them.
  package let tool: ToolVersion
  package let workers: Int

  package init(path: String, allowedSigners: AllowedSigners?, sources: String?, tool: ToolVersion, workers: Int) {
    self.path = path
    self.allowedSigners = allowedSigners
    self.sources = sources
    self.tool = tool
    self.workers = workers
  }
}

/// The result of verifying one release.
package struct VerifiedRelease: Sendable {
  /// The folder or archive of the release.
  package let path: String
  /// Nil when there is no readable manifest.
  package let manifest: Manifest?
  package let findings: [Finding]

  package var isSound: Bool { !findings.contains { $0.state == .failed } }
}

/// The result of verifying a folder with one or more releases.
package struct Verification: Sendable {
  package let releases: [VerifiedRelease]
  /// The findings that concern the whole folder.
  package let findings: [Finding]

  package init(releases: [VerifiedRelease], findings: [Finding]) {
    self.releases = releases
    self.findings = findings
  }

  package var isSound: Bool { releases.allSatisfy(\.isSound) && !findings.contains { $0.state == .failed } }
}

/// Verifies a release, a published version, an archive, a package, or all releases in a folder.
package func verify(_ request: VerificationRequest) async throws -> Verification {
  if ArchiveFile.isFile(request.path) { return Verification(releases: [try await verifyArchive(request)], findings: []) }
  let folder = try Descriptor(folder: request.path)
  let names = try attempt("read the folder \(request.path)") { () throws(SystemFailure) in try FolderListing(folder).members }
  func has(_ name: String) -> Bool { names.contains { $0.name == name } }
  if !has(SealedFolder.manifest) {
    if has(PublishedFolder.versions), let inner = try? folder.folder(PublishedFolder.versions) {
      return try await verifyAll(request, in: "\(request.path)/\(PublishedFolder.versions)", inner, published: request.path)
    }
    let containsReleases = names.contains { member in
      guard member.kind == .folder, let inner = try? folder.folder(member.name) else { return false }
      return SealedFolder.isHeld(by: inner)
    }
    if containsReleases { return try await verifyAll(request, in: request.path, folder, published: nil) }
  }
  return Verification(releases: [try await verifyOne(request, at: request.path)], findings: [])
}

private func verifyAll(
  _ request: VerificationRequest, in path: String, _ folder: borrowing Descriptor, published: String?
) async throws -> Verification {
  let members = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(folder).members }
  var releases: [VerifiedRelease] = []
  var findings: [Finding] = []
  let stages = members.map(\.name).filter(StageName.isOfAny)
  if !stages.isEmpty {
    let names = stages.map { TerminalText.visible($0) }.joined(separator: ", ")
    findings.append(
      Finding(
        .unchecked, "stage",
        "\(names): probably left by an interrupted publication; not part of any release and not checked"))
  }
  let isBesideSources = try ChainFindings(path: path).isReleasesFolder
  var ordinary: [String] = []
  for member in members where !StageName.isOfAny(member.name) {
    let name = TerminalText.visible(member.name)
    if isBesideSources, !SealedFolder.isMeant(by: member, in: folder) {
      ordinary.append(name)
    } else if member.kind == .folder {
      let one = VerificationRequest(
        path: "\(path)/\(member.name)", allowedSigners: request.allowedSigners, sources: nil, tool: request.tool,
        workers: request.workers)
      releases.append(try await verifyOne(one, at: one.path))
    } else {
      findings.append(
        Finding(.failed, "file-extra", path: name, "\(name) is next to the releases, but is not part of any release"))
    }
  }
  if !ordinary.isEmpty {
    findings.append(
      Finding(
        .unchecked, "beside", "next to the releases, not part of any release and not checked: \(ordinary.joined(separator: ", "))"
      ))
  }
  let index = try ReleaseIndex<Manifest>(path)
  let heads = index.heads
  if heads.count > 1 {
    findings.append(
      Finding(
        .failed, "chain-forked", "the chain has \(heads.count) latest releases: \(heads.map(\.name).joined(separator: ", "))"))
  }
  if request.sources != nil {
    findings.append(
      Finding(.unchecked, "sources", "sources can be compared with one release only; give the folder of that release"))
  }
  if let published {
    let lists = PublishedFolder(published, tool: request.tool)
    findings += try lists.differences(from: index) + lists.additions()
  }
  return Verification(releases: releases, findings: findings)
}

private func verifyOne(_ request: VerificationRequest, at path: String) async throws -> VerifiedRelease {
  let folder = try Descriptor(folder: path)
  let bytes: [UInt8]
  do throws(SystemFailure) {
    bytes = try SealedFolder.readManifest(in: folder)
  } catch {
    let reason =
      error.code == ENOENT
      ? "there is no manifest in this folder; give the folder of a release or of a published version, or a folder that contains several"
      : "the manifest cannot be read: \(error.reason)"
    return VerifiedRelease(
      path: path, manifest: nil, findings: [Finding(.failed, "manifest-missing", path: SealedFolder.manifest, reason)])
  }
  let chain = try ChainFindings(path: path)
  let files = FolderFiles(path: path)
  return try await verifyFiles(files, manifest: bytes, request, at: path, mayLackSite: chain.isBesideSources) { manifest in
    try chain.of(manifest)
  }
}

/// Verifies an archive without unpacking it. An archive that tools could unpack in different ways is rejected before any file is
/// read.
private func verifyArchive(_ request: VerificationRequest) async throws -> VerifiedRelease {
  let path = request.path
  let source = try ArchiveFile(path)
  let directory = try ArchiveDirectory(of: source)
  func failed(_ findings: [Finding]) -> VerifiedRelease { VerifiedRelease(path: path, manifest: nil, findings: findings) }
  guard directory.problems.isEmpty else {
    if directory.problems.contains(where: { $0.code == "not-a-zip" }), try !source.beginsLikeArchive {
      return failed([
        Finding(
          .failed, "zip-not-a-zip",
          "this is not a ZIP archive; verify a single file with a proof from `dossier prove`: `dossier verify FILE --proof PROOF`"
        )
      ])
    }
    return failed(
      directory.problems.map { problem in
        Finding(
          .failed, "zip-\(problem.code)", path: problem.name.map { TerminalText.visible($0) },
          TerminalText.visible(problem.description))
      })
  }
  let missing = Finding(
    .failed, "manifest-missing", path: SealedFolder.manifest,
    "no manifest was found at the top level of the archive, or in its top-level folder if it has only one; pack each version in its own archive"
  )
  guard let files = ArchiveFiles(source, directory) else { return failed([missing]) }
  let name = SourcePath(parts: [SealedFolder.manifest])
  guard let bytes = files.bytes(of: name, limit: SealedFolder.maximumManifestSize) else {
    let reason = try files.damage(of: name) ?? "is too large"
    return failed([Finding(.failed, "manifest-missing", path: SealedFolder.manifest, "the manifest \(reason)")])
  }
  let archive = Finding(
    .proved, "zip",
    "the archive has \(directory.entries.count { !$0.isFolder }) files and nothing that tools unpack in different ways: no file is duplicated, hidden, outside its folder or stored under two names"
  )
  let release = try await verifyFiles(files, manifest: bytes, request, at: path, mayLackSite: false) { manifest in
    guard let previous = manifest.seal.previous else {
      return [Finding(.proved, "chain", "the manifest has no previous release, so it begins the chain")]
    }
    return [
      Finding(
        .unchecked, "chain",
        "the previous release, \(previous.version), is not in the archive, so the chain was not checked further")
    ]
  }
  return VerifiedRelease(path: path, manifest: release.manifest, findings: [archive] + release.findings)
}

/// Verifies signatures, Merkle root, files, chain and sources, for a folder or an archive. `mayLackSite` means that the release
/// can be stored without its site.
private func verifyFiles(
  _ files: some ReleaseFiles, manifest bytes: [UInt8], _ request: VerificationRequest, at path: String, mayLackSite: Bool,
  chain: (Manifest) throws -> [Finding]
) async throws -> VerifiedRelease {
  let signatures = SignatureFindings(request)
  let manifest: Manifest
  do throws(ManifestProblem) { manifest = try Manifest(reading: bytes) } catch {
    let signature = try signatures.of(files, SealedFolder.manifest, bytes)
    let failure = Finding(
      .failed, "manifest-malformed", path: SealedFolder.manifest, "the manifest is malformed: \(error)")
    return VerifiedRelease(path: path, manifest: nil, findings: [failure] + signature.filter { $0.state == .failed })
  }
  var findings = try signatures.ofRelease(files, manifest)
  findings += rootFindings(manifest)
  let content = try await fileFindings(manifest, files, request, mayLackSite: mayLackSite)
  findings += content
  if let package = PackageFindings(manifest, files) {
    findings += try package.all(signatures, isWhole: content.allSatisfy { $0.state == .proved })
  } else {
    findings += try chain(manifest)
  }
  findings += try await sourceFindings(manifest, request)
  findings.append(Finding(.asserted, "statement", manifest.seal.statement))
  return VerifiedRelease(path: path, manifest: manifest, findings: findings)
}

private func rootFindings(_ manifest: Manifest) -> [Finding] {
  guard manifest.hasItsRoot else {
    return [
      Finding(.failed, "merkle-root", path: SealedFolder.manifest, "the Merkle root does not match the manifest entries")
    ]
  }
  return [Finding(.proved, "merkle-root", "the Merkle root covers all \(manifest.entries.count) files of the manifest")]
}

private func fileFindings(
  _ manifest: Manifest, _ files: some ReleaseFiles, _ request: VerificationRequest, mayLackSite: Bool
) async throws -> [Finding] {
  let wanted = Dictionary(manifest.site.map { ($0.path, $0) }) { first, _ in first }
  let found = try await files.found(wanted: wanted, workers: request.workers)
  let others = found.filter { !($0.path.parts.count == 1 && SealedFolder.own.contains($0.path.name)) }
  let isPackage = PackageFindings.isPackage(manifest)
  let whole = isPackage ? "package" : "site"
  if others.isEmpty, !manifest.site.isEmpty {
    let count = manifest.site.count
    guard mayLackSite, !isPackage else {
      return [
        Finding(
          .failed, "site-missing",
          "none of the \(count) files of the \(whole) is here; only the files that describe the release are here")
      ]
    }
    return [
      Finding(
        .unchecked, "site",
        "the \(count) files of the site are not here: a release in `\(SealedFolder.releases)` is stored without its site; verify the published version"
      )
    ]
  }
  let differences = manifest.site.differences(from: others, prefix: "file") { $0.path }
  guard differences.isEmpty else { return differences }
  return [
    Finding(
      .proved, "site", "all \(manifest.site.count) files of the \(whole) are present, byte for byte, and there are no others")
  ]
}

private func sourceFindings(_ manifest: Manifest, _ request: VerificationRequest) async throws -> [Finding] {
  guard let sources = request.sources else {
    return [
      Finding(
        .unchecked, "sources",
        "the \(manifest.sources.count) listed sources and the approvals in them were not checked; give the folder of the sources with --sources"
      )
    ]
  }
  let read = try await readSources(Workspace(sources), workers: request.workers)
  var findings = manifest.sources.differences(from: read.found, prefix: "source") { $0.source }
  if findings.isEmpty {
    findings = [
      Finding(
        .proved, "sources",
        "all \(manifest.sources.count) sources in \(TerminalText.visible(sources)) are identical to those of the release, and there are no others"
      )
    ]
    findings += try await ApprovalFindings(sources: Workspace(sources), workers: request.workers).of(manifest.seal)
  } else {
    findings.append(Finding(.unchecked, "approvals", "approvals not checked: the sources differ from the release"))
  }
  // A build does not read these files, so they are not in a manifest.
  for path in read.passedOver {
    let name = TerminalText.visible(path.description)
    findings.append(
      Finding(.unchecked, "source-passed-over", path: name, "\(name) is not a regular file, so a build does not read it"))
  }
  return findings
}
