import DossierText

/// What a repository holds under the name of an object.
enum GitObject: Sendable, Hashable {
  /// Bytes that hash to that name.
  case content([UInt8])
  /// The same, of which there are more than were asked for: how many, and their SHA-256.
  case tooLarge(size: Int, digest: Digest)
  /// Nothing that is in this clone, has the type that was asked for and hashes to that name: a clone may lack objects, and what lies
  /// under a name may have been overwritten.
  case absent

  /// Nil for more than were asked for, too.
  var bytes: [UInt8]? { if case .content(let bytes) = self { bytes } else { nil } }
}
