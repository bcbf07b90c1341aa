import DossierRecords

/// The catalogues that texts may cite, whether or not `dossier.yaml` lists them: each is read when a citation first needs it.
struct CitedCatalogues {
  private let dossier: Dossier
  private var read: [CitedFramework: Catalogue?] = [:]

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// A place that cites something, with what says it: an entry or a page.
  typealias Site = (origin: ReferenceGraph.Origin, citation: Citation)

  /// Everything that is cited, in order.
  static func sites(of dossier: Dossier) -> [Site] {
    dossier.entries.enumerated().flatMap { i, entry in entry.citations.map { (.entry(i), $0) } }
      + dossier.pages.enumerated().flatMap { i, page in page.citations.map { (.page(i), $0) } }
  }

  /// The catalogues of which one is meant. None where nothing says which.
  mutating func candidates(_ site: Site) -> [Catalogue] {
    var frameworks = site.citation.frameworks
    if frameworks.isEmpty, speaksOfManagementSystem(site) { frameworks = [.iso42001] + usual }
    return frameworks.compactMap { catalogue($0) }
  }

  /// Records are those of an AI management system, and so are the pages beside its `dossier.yaml`; but a clause may be one of a
  /// contract: in a supplier's record and on a page the text itself must name the standard.
  private func speaksOfManagementSystem(_ site: Site) -> Bool {
    switch site.origin {
    case .entry(let i): site.citation.form != .clause || dossier.entries[i].kind.name != Supplier.name
    case .page: site.citation.form != .clause && dossier.configurationEntry != nil
    }
  }

  /// Other standards with an Annex A that the organisation itself has listed.
  private var usual: [CitedFramework] { dossier.catalogue(CitedFramework.iso27001.rawValue) == nil ? [] : [.iso27001] }

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
      // A file inside the program that cannot be read fails the tests; what cites it is not judged.
      return nil
    }
  }
}
