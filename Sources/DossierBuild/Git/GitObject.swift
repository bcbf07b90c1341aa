import DossierText

/// The result of reading a git object by its id.
enum GitObject: Sendable, Hashable {
  /// The content. Its hash equals the object id.
  case content([UInt8])
  /// Content above the size limit. Its hash equals the object id. Only the size and the SHA-256 are kept.
  case tooLarge(size: Int, digest: Digest)
  /// The clone has no object with this id, the requested type and a matching hash. The object may be missing, or its stored bytes
  /// may have been overwritten.
  case absent

  /// The content. Nil when the object is absent or above the limit.
  var bytes: [UInt8]? { if case .content(let bytes) = self { bytes } else { nil } }
}
