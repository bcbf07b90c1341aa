/// For whom a site is made, and so what may stand in it.
package enum Edition: String, Sendable, CaseIterable {
  /// For people of the organisation: holds what was licensed to it alone.
  case `internal`
  /// For auditors and whoever else is shown the site.
  case auditor

  /// Whether the text of a standard that the organisation bought may be shown.
  package var showsLicensedText: Bool { self == .internal }
}
