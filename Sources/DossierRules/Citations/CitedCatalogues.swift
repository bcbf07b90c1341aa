import DossierRecords

/// The catalogues that texts can cite. A text can also cite a catalogue that `dossier.yaml` does not list.
///
/// Each catalogue is loaded when a citation first needs it.
struct CitedCatalogues {
  private let dossier: Dossier
  private var read: [CitedFramework: Catalogue?] = [:]

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// A citation and its origin: an entry or a page.
  typealias Site = (origin: ReferenceGraph.Origin, citation: Citation)

  /// All citations, in the order of entries and then pages.
  static func sites(of dossier: Dossier) -> [Site] {
    dossier.entries.enumerated().flatMap { i, entry in entry.citations.map { (.entry(i), $0) } }
      + dossier.pages.enumerated().flatMap { i, page in page.citations.map { (.page(i), $0) } }
  }

  /// The catalogues that the citation can refer to. Empty if the text does not show which framework is meant.
  mutating func candidates(_ site: Site) -> [Catalogue] {
    var frameworks = site.citation.frameworks
    if frameworks.isEmpty, isAboutManagementSystem(site) { frameworks = [.iso42001] + usual(site) }
    return frameworks.compactMap { catalogue($0) }
  }

  /// Whether a citation without a framework refers to the standard of the management system.
  ///
  /// Records belong to an AI management system, and so do pages in a folder with `dossier.yaml`. But on a page or in a supplier's
  /// record, a clause can also be a clause of a contract. There, the text must mention the standard.
  private func isAboutManagementSystem(_ site: Site) -> Bool {
    switch site.origin {
    case .entry(let i): site.citation.form != .clause || dossier.entries[i].kind.name != Supplier.name
    case .page: site.citation.form != .clause && dossier.configurationEntry != nil
    }
  }

  /// ISO/IEC 27001, or empty if a record cites the item and `dossier.yaml` does not list the standard. Like ISO/IEC 42001, this
  /// standard has clauses and an Annex A. So a citation without a framework can refer to either standard.
  private func usual(_ site: Site) -> [CitedFramework] {
    if case .page = site.origin { return [.iso27001] }
    return dossier.catalogue(CitedFramework.iso27001.rawValue) == nil ? [] : [.iso27001]
  }

  private mutating func catalogue(_ framework: CitedFramework) -> Catalogue? {
    if let known = read[framework] { return known }
    let found = dossier.catalogue(framework.rawValue) ?? CitedCatalogues.load(framework.rawValue)
    read[framework] = .some(found)
    return found
  }

  private static func load(_ name: String) -> Catalogue? {
    do {
      return try CatalogueLibrary.load(name)
    } catch {
      // If a built-in catalogue cannot be read, citations of this catalogue are not checked. A test fails in this case.
      return nil
    }
  }
}
