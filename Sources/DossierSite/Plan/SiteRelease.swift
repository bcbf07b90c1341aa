/// The release for which a site is built.
package struct SiteRelease: Hashable, Sendable {
  /// The name of the release: letters, digits, `.`, `_` and `-`.
  package let version: String
  /// The fingerprint of the signing key. Nil if the release is not signed.
  package let signer: String?

  package init(version: String, signer: String?) {
    self.version = version
    self.signer = signer
  }
}
