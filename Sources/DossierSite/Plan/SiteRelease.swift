/// The release that a site is sealed as.
package struct SiteRelease: Hashable, Sendable {
  /// Its name: letters, digits, `.`, `_` and `-`.
  package let version: String
  /// The fingerprint of the key it is signed with; nil for a release without a signature.
  package let signer: String?

  package init(version: String, signer: String?) {
    self.version = version
    self.signer = signer
  }
}
