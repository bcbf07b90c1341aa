import DossierRecords
package import DossierText

/// Which records a package is about, decided by the references between records.
package struct PackageSelection: Sendable {
  package let criteria: PackageCriteria
  package let evidence: [Piece]
  /// Records of the system, itself among them; nil where the package is about all systems.
  let concerned: Set<Int>?
  /// For the headings: "AIS-002 Credit scoring".
  package let system: String?

  /// One record of evidence, and whether it is in the package.
  package struct Piece: Sendable {
    package let entry: Int
    /// The file here that it names and that may be handed over.
    package let file: SourcePath?
    package let isSelected: Bool
    /// Why it is or is not, as words.
    package let reason: String
  }

  init(_ site: Site, _ criteria: PackageCriteria) {
    let dossier = site.dossier
    self.criteria = criteria
    let concerned = criteria.system.map { PackageSelection.concerned(by: $0, dossier) }
    self.concerned = concerned
    system = criteria.system.map { "\(dossier.entries[$0].id) \(dossier.entries[$0].title)" }
    evidence = dossier.positions(of: Evidence.name).map { i in
      let reason = PackageSelection.exclusion(of: i, dossier, criteria, concerned)
      return Piece(
        entry: i, file: PackageSelection.file(of: i, site), isSelected: reason == nil, reason: reason ?? "meets the criteria")
    }
  }

  /// The system, the records whose fields name it, and the models, data sets and other records that its own fields name. Roles and
  /// suppliers serve everybody and make nothing a record of this system.
  private static func concerned(by system: Int, _ dossier: Dossier) -> Set<Int> {
    var found: Set<Int> = [system]
    for edge in dossier.graph.edges(to: .entry(system)) where edge.site.field != "text" {
      if case .entry(let i) = edge.origin { found.insert(i) }
    }
    for edge in dossier.graph.edges(from: .entry(system)) where edge.site.field != "text" {
      guard case .entry(let i)? = edge.target, ![Role.name, Supplier.name].contains(dossier.entries[i].kind.name) else {
        continue
      }
      found.insert(i)
    }
    return found
  }

  /// Why a record of evidence is left out; nil where it is in.
  private static func exclusion(
    of position: Int, _ dossier: Dossier, _ criteria: PackageCriteria, _ concerned: Set<Int>?
  ) -> String? {
    let entry = dossier.entries[position]
    if let system = criteria.system, let concerned, !isConcerned(position, system, dossier, concerned) {
      return dossier.graph.edges(from: .entry(position)).contains { $0.site.field == "systems" }
        ? "is about other systems" : "is about no system in particular, and no record of this one names it"
    }
    guard criteria.hasPeriod else { return nil }
    func days(_ name: String) -> [CivilDate] { entry.values(of: name).compactMap(\.day) }
    guard let first = days("period.from").first ?? days("collected").first else { return "has no date that can be read" }
    let last = days("period.from").isEmpty ? first : days("period.to").first
    return criteria.includes(first, last) ? nil : "is about another time"
  }

  private static func isConcerned(_ position: Int, _ system: Int, _ dossier: Dossier, _ concerned: Set<Int>) -> Bool {
    if concerned.contains(position) { return true }
    let own = dossier.graph.edges(from: .entry(position)).filter { $0.site.field == "systems" }
    guard own.isEmpty else { return false }
    return dossier.graph.edges(to: .entry(position)).contains { edge in
      guard edge.site.field != "text", case .entry(let i) = edge.origin else { return false }
      return concerned.contains(i)
    }
  }

  private static func file(of position: Int, _ site: Site) -> SourcePath? {
    for edge in site.dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
      if case .file(let path)? = edge.target, !site.withheld.contains(path) { return path }
    }
    return nil
  }

  /// Whether a record is one of those the package is about.
  func includes(_ position: Int) -> Bool { concerned?.contains(position) ?? true }

  /// How many of how many, and how many of those have a file.
  private var counted: String {
    if evidence.isEmpty { return "There is no record of evidence, and nothing is in the folder evidence." }
    let all = Wording.count(evidence.count, "record")
    if selected.isEmpty { return "None of \(all) of evidence meets this, and nothing is in the folder evidence." }
    let files = selected.count { $0.file != nil }
    let meet = "\(selected.count) of \(all) of evidence \(selected.count == 1 ? "meets" : "meet") this"
    if selected.count == 1 { return "\(meet); it has \(files == 1 ? "a" : "no") file in the folder evidence." }
    return
      "\(meet); \(files == 0 ? "none" : "\(files)") of these \(selected.count) \(files < 2 ? "has" : "have") a file in the folder evidence."
  }

  package var selected: [Piece] { evidence.filter(\.isSelected) }

  /// What was selected by which criteria, as sentences.
  package var sentences: [String] {
    var said: [String] = []
    if let system {
      said.append(
        "Reports and evidence are limited to the AI system \(system): the records whose fields name it or that its fields name, and evidence that says so or that one of these records names. The site is whole."
      )
    } else {
      said.append("Reports and evidence are about all AI systems.")
    }
    if let period = criteria.period {
      said.append(
        "Evidence, incidents and oversight are limited to the time \(period): evidence whose period has a day in common with it, or without a period was collected in it. Controls and gaps are those of the day everything was judged against."
      )
    } else {
      said.append("They are not limited to a time.")
    }
    said.append(counted)
    return said
  }
}
