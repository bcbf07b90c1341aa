import ArgumentParser
import DossierBuild
import DossierLedger

/// Writes an inclusion proof for one file of a release.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes an inclusion proof: it proves that one file belongs to a release, without the other files.",
    discussion: """
      The proof is a small text file: the file's line in the manifest, the path to the Merkle root, and the seal with its \
      signature. `dossier verify FILE --proof PROOF` needs nothing else.
      """)

  @Argument(help: "The file: a page or download of a published version, or a source.", completion: .file())
  var file: String

  @Option(
    help: "The release: its folder, or its name in `releases`. Default: the release folder above the file.",
    completion: .directory)
  var release: String?

  @Option(help: "Write the proof to this file, which must not exist. Default: standard output.", completion: .file())
  var output: String?

  func run() throws {
    let proof = try prove(file, release: release)
    guard let output else { return Console.out(String(decoding: proof.bytes, as: UTF8.self)) }
    try WholeFile.write(proof.bytes, to: output, replacing: false, advice: "remove it, or choose another name with --output")
  }
}
