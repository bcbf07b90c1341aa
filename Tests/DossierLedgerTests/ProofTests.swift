import DossierLedger
import DossierText
import Testing

@Suite struct ProofTests {
  private let signature = Sample.signature()

  @Test func `every file of a release can be proved`() throws {
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

  @Test func `a file that is not in the release has no proof`() throws {
    let manifest = try Sample.manifest()
    #expect(InclusionProof(of: try Sample.entry("index.html", "other"), in: manifest, signature: nil) == nil)
  }

  /// A proof with one changed bit before the signature is refused, does not lead to the root, or has a different seal.
  @Test func `a proof with one changed bit proves nothing`() throws {
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

  /// Other text after the signature, in it or instead of it makes the proof invalid.
  @Test func `text besides the signature is refused`() throws {
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
