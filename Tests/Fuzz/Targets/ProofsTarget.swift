@testable import DossierBuild
@testable import DossierLedger
@testable import DossierRecords
@testable import DossierText

/// The parts that prove an approval or a file: proofs of files, git objects, SSH keys and SSH signatures.
enum ProofsTarget {
  static func run(_ bytes: [UInt8]) throws {
    if let proof = try? InclusionProof(reading: bytes) {
      try require(proof.bytes == bytes, "the proof is written with other bytes")
      _ = proof.leadsToTheRoot
    }
    if SignatureArmor.isCanonical(bytes) {
      try require(PublicKey(namedBy: bytes) != nil, "a signature in canonical form has no key")
    }
    _ = PublicKey(String(decoding: bytes, as: UTF8.self))
    try checkObjects(bytes)
    for digits in [40, 64] { try checkTree(bytes, digits) }
  }

  private static func checkObjects(_ bytes: [UInt8]) throws {
    let tag = SignedObject(tag: bytes)
    if case .ssh(let signature) = tag.signature {
      try require(tag.payload + signature == bytes, "the parts of a tag differ from the tag")
      _ = PublicKey(namedBy: signature)
    }
    for digits in [40, 64] {
      guard let id = ObjectID(Array(repeating: UInt8(ascii: "a"), count: digits)) else { continue }
      let commit = SignedObject(commit: bytes, named: id)
      try require(commit.payload.count <= bytes.count, "the payload of a commit is longer than the commit")
      if case .ssh(let signature) = commit.signature { _ = PublicKey(namedBy: signature) }
      // The payload has no signature, so splitting it again changes nothing.
      let again = SignedObject(commit: commit.payload, named: id)
      try require(again.payload == commit.payload && again.signature == .none, "the payload of a commit has a signature")
      try require(commit.message.count <= commit.payload.count, "the message of a commit is longer than its payload")
      for name in ["tree", "parent", "object"] { _ = SignedObject.headers(name, in: bytes) }
    }
  }

  /// The entries of a tree are together not longer than the tree, and every object id has the right length.
  private static func checkTree(_ bytes: [UInt8], _ digits: Int) throws {
    guard let tree = TreeObject(bytes, digits: digits) else { return }
    let sizes = tree.entries.map { name, entry in name.count + 2 + entry.object.text.count / 2 }
    try require(sizes.reduce(0, +) <= bytes.count, "the entries of a tree are longer than the tree")
    for (_, entry) in tree.entries { try require(entry.object.text.count == digits, "an id has another length") }
  }
}
