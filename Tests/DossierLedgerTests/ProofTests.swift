import DossierLedger
import DossierText
import Testing

@Suite struct ProofTests {
  private let signature = Array("-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----\n".utf8)

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
}
