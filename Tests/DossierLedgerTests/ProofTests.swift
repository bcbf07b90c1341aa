import DossierLedger
import DossierText
import Testing

@Suite struct ProofTests {
  private let signature = Sample.signature()

  @Test func everyFileIsProved() throws {
    for count in 1...20 {
      let manifest = try Sample.manifest((0..<count).map { "p\($0)" })
      for entry in manifest.entries {
        let proof = try #require(InclusionProof(of: entry, in: manifest, signature: signature))
        #expect(proof.leadsToTheRoot)
        let read = try InclusionProof(reading: proof.bytes)
        #expect(read.leadsToTheRoot && read.entry == entry && read.seal == manifest.seal && read.signature == signature)
      }
    }
  }

  @Test func anotherFileIsNot() throws {
    let manifest = try Sample.manifest()
    #expect(InclusionProof(of: try Sample.entry("index.html", "other"), in: manifest, signature: nil) == nil)
  }

  /// Whatever single bit is changed before the signature: it is refused, or does not lead to the root, or the seal is another.
  @Test func isReadExactly() throws {
    let manifest = try Sample.manifest()
    let entry = manifest.entries[1]
    let proof = try #require(InclusionProof(of: entry, in: manifest, signature: nil))
    for i in proof.bytes.indices {
      for bit in 0..<8 {
        var other = proof.bytes
        other[i] ^= 1 << UInt8(bit)
        guard let read = try? InclusionProof(reading: other) else { continue }
        #expect(!read.leadsToTheRoot || read.seal != manifest.seal, "byte \(i) bit \(bit)")
      }
    }
  }

  /// Whatever stands after the signature, in it or in its place: a proof is read only as it is written.
  @Test func nothingStandsBesideTheSignature() throws {
    let manifest = try Sample.manifest()
    let proof = try #require(InclusionProof(of: manifest.entries[1], in: manifest, signature: signature))
    let bare = try #require(InclusionProof(of: manifest.entries[1], in: manifest, signature: nil))
    #expect(throws: Never.self) { try InclusionProof(reading: bare.bytes) }
    for other in [
      proof.bytes + Array("\n".utf8), proof.bytes + Array("more\n".utf8), proof.bytes + signature,
      proof.bytes.dropLast() + [0x58],
      bare.bytes + [0x0A], bare.bytes + Array("more\n".utf8), bare.bytes + [0x0A] + signature,
    ] {
      #expect(throws: ManifestProblem.self) { try InclusionProof(reading: other) }
    }
    #expect(InclusionProof(of: manifest.entries[1], in: manifest, signature: signature + [0x0A]) == nil)
  }
}
