package import DossierText

/// The Merkle hash tree of RFC 6962, section 2.1, with SHA-256. The prefix byte 0 is hashed before a leaf. The prefix byte 1 is
/// hashed before a pair of nodes.
package struct MerkleTree: Sendable {
  private let leaves: [Digest]

  package init(_ leaves: [[UInt8]]) { self.leaves = leaves.map(MerkleTree.hash(leaf:)) }

  package var count: Int { leaves.count }

  /// The root hash. The root hash of a tree without leaves is the hash of the empty string.
  package var root: Digest { MerkleTree.root(leaves[...]) }

  /// The sibling hashes on the path from a leaf to the root, in this order. `leaf` is the index of the leaf. Nil if the tree has
  /// no leaf with this index.
  package func path(to leaf: Int) -> [Digest]? {
    guard leaves.indices.contains(leaf) else { return nil }
    return MerkleTree.path(to: leaf, leaves[...])
  }

  /// Computes the root hash from a leaf, the index of the leaf (`place`), the number of leaves (`count`) and the path.
  ///
  /// Nil if the tree has no leaf with the index `place`, or if the path has too many or too few digests for this index.
  ///
  /// The algorithm is from RFC 9162, section 2.1.3.2.
  package static func root(from leaf: [UInt8], at place: Int, of count: Int, path: [Digest]) -> Digest? {
    guard place >= 0, place < count else { return nil }
    var (node, last) = (place, count - 1)
    var digest = hash(leaf: leaf)
    for sibling in path {
      guard last > 0 else { return nil }
      if node & 1 == 1 || node == last {
        digest = hash(sibling, digest)
        while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        digest = hash(digest, sibling)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    return last == 0 ? digest : nil
  }

  private static func hash(leaf: [UInt8]) -> Digest { Digest(of: [0] + leaf) }

  private static func hash(_ left: Digest, _ right: Digest) -> Digest { Digest(of: [1] + left.bytes + right.bytes) }

  /// The largest power of two that is smaller than `count`. `count` must be at least 2.
  private static func split(_ count: Int) -> Int {
    var half = 1
    while half * 2 < count { half *= 2 }
    return half
  }

  private static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return Digest(of: []) }
    guard leaves.count > 1 else { return first }
    let half = split(leaves.count)
    return hash(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
  }

  private static func path(to leaf: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let half = split(leaves.count)
    if leaf < half { return path(to: leaf, leaves.prefix(half)) + [root(leaves.dropFirst(half))] }
    return path(to: leaf - half, leaves.dropFirst(half)) + [root(leaves.prefix(half))]
  }
}
