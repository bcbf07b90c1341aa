import Crypto

/// SHA-256 of content that arrives in parts.
package struct DigestStream {
  private var state = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { state.update(data: bytes) }

  package func finish() -> Digest { Digest(raw: Array(state.finalize())) }
}
