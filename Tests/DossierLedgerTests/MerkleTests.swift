import DossierLedger
import DossierText
import Testing

@Suite struct MerkleTests {
  /// The leaves and roots from the test vectors of RFC 6962 implementations.
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57), Array(0x60...0x6F),
  ]

  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test(arguments: 0...8) func `roots equal the published test vectors`(count: Int) {
    #expect(MerkleTree(Array(Self.leaves.prefix(count))).root.description == Self.roots[count])
  }

  /// The path of leaf 5 of 7, built by hand from the nodes of the tree.
  @Test func `a path contains the sibling nodes`() throws {
    let leaves = Array(Self.leaves.prefix(7))
    let path = try #require(MerkleTree(leaves).path(to: 5))
    #expect(path.count == 3)
    #expect(path[0] == MerkleTree([leaves[4]]).root)
    #expect(path[1] == MerkleTree([leaves[6]]).root)
    #expect(path[2] == MerkleTree(Array(leaves.prefix(4))).root)
  }

  @Test func `only the right leaf, index and path give the root`() throws {
    for count in 1...24 {
      let leaves = (0..<count).map { [UInt8($0), 7] }
      let tree = MerkleTree(leaves)
      for place in 0..<count {
        let path = try #require(tree.path(to: place))
        #expect(MerkleTree.root(from: leaves[place], at: place, of: count, path: path) == tree.root)
        #expect(MerkleTree.root(from: [99], at: place, of: count, path: path) != tree.root)
        #expect(MerkleTree.root(from: leaves[place], at: place, of: count, path: path + [tree.root]) != tree.root)
        if !path.isEmpty {
          #expect(MerkleTree.root(from: leaves[place], at: place, of: count, path: Array(path.dropLast())) != tree.root)
          for i in path.indices {
            var other = path
            other[i] = Digest(of: [1, 2, 3])
            #expect(MerkleTree.root(from: leaves[place], at: place, of: count, path: other) != tree.root)
          }
        }
        for other in 0..<count where other != place {
          #expect(MerkleTree.root(from: leaves[place], at: other, of: count, path: path) != tree.root)
        }
      }
      #expect(tree.path(to: count) == nil && tree.path(to: -1) == nil)
    }
  }

  @Test func `a node does not hash like a leaf`() {
    let (a, b) = (MerkleTree([[1]]).root, MerkleTree([[2]]).root)
    #expect(MerkleTree([a.bytes + b.bytes]).root != MerkleTree([[1], [2]]).root)
  }
}
