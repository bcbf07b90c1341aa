package import DossierLedger
import DossierText
import Glibc

/// Makes a proof that a file belongs to a release. A person who receives the file and the proof does not need the whole manifest.
///
/// Without `release`, the function searches the folders above the file for a release folder.
package func prove(_ path: String, release: String?) throws -> InclusionProof {
  guard let real = unsafe realpath(path, nil) else { throw EnvironmentError("read \(path)", SystemFailure(code: errno)) }
  defer { unsafe free(real) }
  let parts = unsafe String(cString: real).split(separator: "/").map(String.init)
  let root = try Descriptor(folder: "/")
  let digest = try attempt("read \(path)") { () throws(SystemFailure) in
    try root.descend(parts.dropLast()).file(parts.last ?? "").digest()
  }
  guard let folderPath = release.map(releaseFolder) ?? sealedFolder(above: parts) else {
    throw ReleaseRefusal("\(path) is not inside a release folder; give the folder of its release with --release", isUsage: true)
  }
  let folder = try Descriptor(folder: folderPath)
  let bytes = try attempt("read \(folderPath)/\(SealedFolder.manifest)") { () throws(SystemFailure) in
    try folder.file(SealedFolder.manifest).read(expecting: 1 << 18, limit: SealedFolder.maximumManifestSize)
  }
  let manifest: Manifest
  do throws(ManifestProblem) { manifest = try Manifest(reading: bytes) } catch {
    throw ReleaseRefusal("the manifest in \(folderPath) is malformed: \(error)")
  }
  // If several files have these bytes, compare paths from the end. Choose the file with the most equal path components.
  let entries = manifest.entries.filter { $0.digest == digest }
  guard let entry = entries.max(by: { $0.likeness(parts) < $1.likeness(parts) }) else {
    throw ReleaseRefusal("release \(manifest.seal.version) has no file with the same bytes as \(path)")
  }
  let signature = try signature(of: manifest.seal, in: folder, folderPath)
  guard let proof = InclusionProof(of: entry, in: manifest, signature: signature), proof.leadsToTheRoot else {
    throw ReleaseRefusal("the manifest in \(folderPath) is damaged: its Merkle root does not match its entries")
  }
  return proof
}

/// The signature of the seal. Nil only when the release is not signed.
private func signature(of seal: Seal, in folder: borrowing Descriptor, _ path: String) throws -> [UInt8]? {
  let place = "\(path)/\(SealedFolder.sealSignature)"
  let bytes = try attempt("read \(place)") { () throws(SystemFailure) -> [UInt8]? in
    guard try folder.status(of: SealedFolder.sealSignature) != nil else { return nil }
    return try folder.file(SealedFolder.sealSignature).read(
      expecting: 1 << 12, limit: SignatureFindings.largest)
  }
  guard let bytes else {
    guard let signer = seal.signer else { return nil }
    throw ReleaseRefusal("\(place) is missing; release \(seal.version) was signed with \(signer)")
  }
  guard SignatureArmor.isCanonical(bytes) else {
    throw ReleaseRefusal("\(place) is not a signature in the format of `ssh-keygen`")
  }
  return bytes
}

/// The folder of a release. `release` is its path, or its name if the folder `releases` contains it.
private func releaseFolder(_ release: String) -> String {
  guard !release.utf8.contains(UInt8(ascii: "/")), (try? Descriptor(folder: release)) == nil else { return release }
  let places = [SealedFolder.releases, "content/" + SealedFolder.releases].map { "\($0)/\(release)" }
  return places.first { (try? Descriptor(folder: $0)) != nil } ?? release
}

private func sealedFolder(above parts: [String]) -> String? {
  for count in stride(from: parts.count - 1, to: 0, by: -1) {
    let path = "/" + parts.prefix(count).joined(separator: "/")
    if let folder = try? Descriptor(folder: path), SealedFolder.isHeld(by: folder) { return path }
  }
  return nil
}

extension ManifestEntry {
  /// The number of components at the end of `path` that are equal to the components at the end of `parts`.
  fileprivate func likeness(_ parts: [String]) -> Int { zip(path.parts.reversed(), parts.reversed()).prefix { $0 == $1 }.count }
}

/// Verifies a file with its proof, without the release.
package func verify(_ path: String, proof proofPath: String, allowedSigners: AllowedSigners?) throws -> VerifiedRelease {
  let text = try InputFile(proofPath, limit: 1 << 20).source.bytes
  let proof: InclusionProof
  do throws(ManifestProblem) { proof = try InclusionProof(reading: text) } catch {
    let failure = Finding(.failed, "proof-malformed", path: proofPath, "the proof is malformed: \(error)")
    return VerifiedRelease(path: path, manifest: nil, findings: [failure])
  }
  let real = try InputFile.whole(path)
  var findings: [Finding] = []
  let name = TerminalText.visible(proof.entry.path.description)
  if real.digest == proof.entry.digest, real.size == proof.entry.size {
    findings.append(Finding(.proved, "file", path: path, "the file is identical to \(name), byte for byte"))
  } else {
    findings.append(Finding(.failed, "file-changed", path: path, "the file differs from \(name): its bytes are different"))
  }
  if proof.leadsToTheRoot {
    findings.append(
      Finding(
        .proved, "proof",
        "\(name) is one of the \(proof.seal.sources.files + proof.seal.site.files) files that the Merkle root of release \(proof.seal.version) covers"
      ))
  } else {
    findings.append(Finding(.failed, "proof-root", path: proofPath, "the proof does not lead to the Merkle root of its seal"))
  }
  findings += try SignatureFindings(allowedSigners: allowedSigners)
    .of(proof.signature, over: proof.seal.bytes, SealedFolder.seal, seal: proof.seal)
  findings.append(Finding(.unchecked, "chain", "earlier releases and the other files of this release were not checked"))
  findings.append(Finding(.asserted, "statement", proof.seal.statement))
  return VerifiedRelease(path: path, manifest: nil, findings: findings)
}
