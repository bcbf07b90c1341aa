/// The audience of a site, which determines its content.
package enum Edition: String, Sendable, CaseIterable {
  /// For members of the organisation. This edition may contain text that is licensed only to the organisation.
  case `internal`
  /// For auditors and other readers outside the organisation.
  case auditor

  /// Whether the text of a standard that the organisation bought may be shown.
  package var showsLicensedText: Bool { self == .internal }
}
