import DossierAnalysis
import DossierRecords
import DossierTesting
import DossierText
import Testing

/// The dossier of files in memory that are and the diagnostics of reading them. No rule is run.
struct Reading {
  let dossier: Dossier
  let diagnostics: [Diagnostic]

  init(_ texts: KeyValuePairs<String, String>) async throws {
    try await self.init(files: texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) })
  }

  init(files: [SourceFile]) async throws {
    let analysis = try await analyse(
      SourceTree(files: files, attachments: []), catalogues: ["iso42001"], asOf: today, rules: [])
    dossier = analysis.dossier
    diagnostics = analysis.reported().withoutMissingConfiguration.arranged()
  }

  var rules: [String] { diagnostics.map(\.rule.name) }
}
