import DossierText

/// How to find out that this is the release it says it is, with programs that are on every machine; of a site that is no release, that
/// it is none.
struct IntegrityPage: ViewModel {
  let frame: Frame
  let asOf: String
  let release: Sealed?

  static let view = View<IntegrityPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .scope("release", \.release))

  /// What is said only of a release.
  struct Sealed: ViewModel {
    let version: String
    /// The fingerprint of the key; nil for a release that is not signed.
    let signer: String?
    static let view = View<Sealed>(
      .text("version", \.version), .optional("signer", \.signer), .flag("is_signed", { $0.signer != nil }))
  }

  init(_ site: Site, _ route: Route) {
    frame = Frame(Linker(site: site, route: route), title: "Integrity", section: nil)
    asOf = Wording.long(site.asOf)
    release = site.release.map { Sealed(version: $0.version, signer: $0.signer) }
  }
}
