import DossierAnalysis
import DossierAssessment
import DossierTesting
import DossierText
import Testing

/// The assessment of files in memory.
func assess(_ files: KeyValuePairs<String, String>, asOf: String = "2026-06-30") async throws -> Assessment {
  let sources = try files.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
  return try await analyse(
    SourceTree(files: sources, attachments: []), catalogues: ["iso42001"], asOf: try #require(CivilDate(asOf)), rules: []
  ).facts
}
