import DossierRecords
package import DossierText

/// The records of a package, selected by references between records and by dates.
package struct PackageSelection: Sendable {
  package let criteria: PackageCriteria
  package let evidence: [Piece]
  /// The records of the AI system, including the system itself. Nil if the package covers all systems.
  let concerned: Set<Int>?
  /// The id and title of the AI system for headings: "AIS-002 Credit scoring".
  package let system: String?

  /// One record of evidence, and whether it is in the package.
  package struct Piece: Sendable {
    package let entry: Int
    /// The file of the evidence. Nil if the file is not in the sources, or must not be put in the package.
    package let file: SourcePath?
    package let isSelected: Bool
    /// The reason in words why the record is or is not in the package.
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
        entry: i, file: PackageSelection.file(of: i, site), isSelected: reason == nil,
        reason: reason ?? SelectionWords.meetsCriteria)
    }
  }

  /// The records that belong to an AI system. These are the system itself and the records whose fields refer to the system.
  /// The records to which the fields of the system refer, for example models, also belong to the system.
  ///
  /// Roles and suppliers to which the system refers are left out, because a role or supplier can belong to many systems.
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

  /// The reason why a record of evidence is left out. Nil if the record is selected.
  private static func exclusion(
    of position: Int, _ dossier: Dossier, _ criteria: PackageCriteria, _ concerned: Set<Int>?
  ) -> String? {
    let entry = dossier.entries[position]
    if let system = criteria.system, let concerned, !isConcerned(position, system, dossier, concerned) {
      return dossier.graph.edges(from: .entry(position)).contains { $0.site.field == "systems" }
        ? SelectionWords.otherSystems : SelectionWords.noSystem
    }
    guard criteria.hasPeriod else { return nil }
    func days(_ name: String) -> [CivilDate] { entry.values(of: name).compactMap(\.day) }
    guard let first = days("period.from").first ?? days("collected").first else { return SelectionWords.noDate }
    let last = days("period.from").isEmpty ? first : days("period.to").first
    return criteria.includes(first, last) ? nil : SelectionWords.otherTime
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

  /// Whether the package covers a record.
  func includes(_ position: Int) -> Bool { concerned?.contains(position) ?? true }

  /// Whether the gap report lists diagnostics about `subject`. If the package is limited to an AI system, the report lists only
  /// diagnostics about records of this system and about selected evidence.
  func lists(_ subject: ReferenceGraph.Origin?) -> Bool {
    guard concerned != nil else { return true }
    guard case .entry(let i)? = subject else { return false }
    return includes(i) || selected.contains { $0.entry == i }
  }

  /// The number of open diagnostics with this severity that the gap report lists.
  func count(_ severity: Severity, in site: Site) -> Int {
    zip(site.findings.all, site.findings.subjects).count { $0.severity == severity && lists($1) }
  }

  /// The number of selected records of evidence and the number of their files, as a sentence.
  private var counted: String {
    SelectionWords.count(selected.count, of: evidence.count, files: selected.count { $0.file != nil })
  }

  package var selected: [Piece] { evidence.filter(\.isSelected) }

  /// The criteria and the result of the selection, as sentences.
  package var sentences: [String] {
    [SelectionWords.system(system), SelectionWords.period(criteria.period), counted]
  }
}
