package import DossierAnalysis
package import DossierRecords
package import DossierRules
package import DossierText

/// Analyses files in memory with the function that every command uses. Only the catalogues of the program are not parsed again each
/// time: `catalogues` are used, whatever the configuration lists, without their crosswalks.
package func analyse(
  _ tree: SourceTree, catalogues: [String] = ["iso42001", "eu-ai-act"], asOf: CivilDate, rules: [Rule]? = nil,
  history: RecordHistory = .unread
) async throws -> Analysis {
  let options = AnalysisOptions(asOf: asOf, rules: rules, library: (try ParsedCatalogues.named(catalogues), []))
  return try await analyse(SourceFiles(tree, history: history), options)
}

extension Analysis {
  /// The diagnostics that these rules reported, before levels, exceptions and the baseline are applied.
  package func reported(by rules: [Rule]) -> [Diagnostic] {
    let ids = Set(rules.map(\.id))
    return reported().filter { ids.contains($0.rule) }
  }
}

extension [Diagnostic] {
  /// All diagnostics but the note that a folder without `dossier.yaml` gets.
  ///
  /// Most tests have no `dossier.yaml`, because they are about other rules, and a configuration would make more rules apply.
  /// `AnalysisTests` expects that note of every folder without a configuration and of no other, so nothing is lost here.
  package var withoutMissingConfiguration: [Diagnostic] { filter { $0.rule != .missingConfiguration } }
}

extension PolicyResult {
  package var withoutMissingConfiguration: PolicyResult {
    PolicyResult(
      diagnostics: diagnostics.withoutMissingConfiguration,
      suppressed: suppressed.filter { $0.diagnostic.rule != .missingConfiguration }, profile: profile, changes: changes)
  }
}

/// The catalogues of the program, each parsed once for all tests.
package enum ParsedCatalogues {
  package static func named(_ names: [String]) throws -> [Catalogue] {
    try names.compactMap { name in try parsed[name]?.get() }
  }

  private static let parsed: [String: Result<Catalogue, CatalogueLibrary.Failure>] = {
    var result: [String: Result<Catalogue, CatalogueLibrary.Failure>] = [:]
    for name in CatalogueLibrary.names {
      do throws(CatalogueLibrary.Failure) {
        if let catalogue = try CatalogueLibrary.load(name) { result[name] = .success(catalogue) }
      } catch {
        result[name] = .failure(error)
      }
    }
    return result
  }()
}
