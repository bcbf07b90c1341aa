import DossierLedger
import DossierText
import Testing

/// Sample manifests and signatures for tests.
enum Sample {
  static func entry(_ path: String, _ text: String = "x") throws -> ManifestEntry {
    ManifestEntry(path: try #require(SourcePath(path)), size: text.utf8.count, digest: Digest(of: Array(text.utf8)))
  }

  static func facts(previous: Seal.Previous? = nil, organisation: String = "Example Ltd") throws -> ReleaseFacts {
    ReleaseFacts(
      version: try #require(ReleaseVersion("1.0")), organisation: organisation, asOf: try #require(CivilDate("2026-10-31")),
      edition: "auditor", showsHistory: true, tool: "dossier 0.1.0",
      origin: .commit(String(repeating: "a", count: 40), isClean: true),
      counts: Seal.Counts(errors: 0, warnings: 3, notes: 1, excepted: 1, known: 0), allowed: [],
      signer: "SHA256:" + String(repeating: "k", count: 43), previous: previous)
  }

  static func manifest(_ paths: [String] = ["index.html", "risks/rsk-001.html", "SOURCES/a.md", "SOURCES/b \\ c.md"]) throws
    -> Manifest
  {
    try Manifest(try facts(), try paths.map { try entry($0, $0) })
  }

  /// Bytes in the form of a signature. No key made them.
  static func signature(bytes: Int = 83, reserved: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    func string(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
    let name = Array("dossier-release".utf8)
    let fields = [Array(repeating: 7, count: 51), name, reserved, Array("sha512".utf8), Array(repeating: 9, count: bytes)]
    return SignatureArmor.armored(Array("SSHSIG".utf8) + [0, 0, 0, 1] + fields.flatMap(string) + after)
  }
}
