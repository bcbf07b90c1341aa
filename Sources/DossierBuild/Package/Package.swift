import DossierAnalysis
import DossierArchive
import DossierLedger
import DossierRecords
import DossierSite
import DossierText

/// Makes an evidence package: one ZIP archive with the site, its sources, the selected evidence, reports and a manifest of all
/// files.
///
/// A package is made even if there are errors. The package lists the errors. The same sources, as-of date and program give the
/// same bytes.
package func makePackage(_ request: PackageRequest) async throws -> MadePackage {
  let prepared = try await prepare(try request.build.packing(request.release))
  let system = try request.system.map { try systemPosition($0, prepared.analysis.dossier) }
  let signer = try request.key.map(SSHSignature.fingerprint)
  let sources = try await prepared.sealedSources("the package")
  let releases = try PackedReleases(request.build.workspace, sources: sources, wanted: request.release)
  let git = try CheckedOutTree(of: request.build.workspace, sources: Set(sources.compactMap(\.source)))
  let contents = PackageContents(
    prepared: prepared, selection: prepared.site.selection(PackageCriteria(from: request.from, to: request.to, system: system)),
    releases: releases, system: request.system, signer: signer, origin: git.origin)
  let output = request.output ?? "\(contents.folder).zip"
  try refuse(output, in: request.build.workspace)
  let pieces = try await contents.pieces()
  let manifest = try contents.manifest(pieces.map(\.entry) + sources)
  let seals = try contents.sealed(manifest, key: request.key)
  // The old package is replaced only when the new one is complete.
  let archive = try NewArchive(output)
  do {
    var writer = ArchiveWriter(day: request.build.asOf)
    for piece in pieces + seals { try piece.write(to: archive, &writer, request.build.workspace) }
    try archive.write(writer.end())
    try archive.commit()
  } catch {
    archive.abandon()
    throw error
  }
  let all = contents.selection.evidence.count
  return MadePackage(
    site: prepared, manifest: manifest, output: output, files: pieces.count + seals.count,
    bytes: (pieces + seals).reduce(0) { $0 + $1.packed.size }, selected: (contents.selection.selected.count, all))
}

private func systemPosition(_ id: String, _ dossier: Dossier) throws(ReleaseRefusal) -> Int {
  let systems = dossier.entries(of: AISystem.name).map(\.id)
  guard let position = dossier.position(of: id), dossier.entries[position].kind.name == AISystem.name else {
    let known = systems.isEmpty ? "there are no AI systems" : "the AI systems are \(systems.joined(separator: ", "))"
    throw ReleaseRefusal("`\(TerminalText.visible(id))` is not an AI system; \(known)", isUsage: true)
  }
  return position
}

/// Refuses an output path inside the workspace, because the next build would read the package as a source.
private func refuse(_ output: String, in workspace: Workspace) throws {
  let above = output.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let path = !output.contains("/") ? "." : above.isEmpty ? "/" : above
  // Create the folder only for this check. It is created again when the archive is written.
  let made = try MadeFolders(path)
  defer { made.undo() }
  let folder = try Descriptor(folder: path)
  let read = try Descriptor(folder: workspace.path)
  let parents = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
  if let own = FileIdentity(read), parents.contains(own) {
    throw ReleaseRefusal("\(output) is inside the workspace; choose another path with --output", isUsage: true)
  }
}
