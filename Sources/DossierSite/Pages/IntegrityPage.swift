import DossierText

/// The page that explains how to verify a release with programs that most computers have. If the site is not part of a release,
/// the page says so.
struct IntegrityPage: ViewModel {
  let frame: Frame
  let asOf: String
  let release: Sealed?

  static let view = View<IntegrityPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .scope("release", \.release))

  /// The part of the page that only a release has.
  struct Sealed: ViewModel {
    let version: String
    /// The fingerprint of the signing key. Nil if the release is not signed.
    let signer: String?
    static let view = View<Sealed>(
      .text("version", \.version), .optional("signer", \.signer), .flag("is_signed", { $0.signer != nil }))
  }

  init(_ site: Site, _ route: Route) {
    frame = Frame(Linker(site: site, route: route), title: Titles.integrity, section: nil)
    asOf = Wording.long(site.asOf)
    release = site.release.map { Sealed(version: $0.version, signer: $0.signer) }
  }
}
