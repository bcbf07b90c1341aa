import DossierAssessment
import DossierTesting
import DossierText
import Testing

/// The assessment of files in memory.
func assess(_ files: KeyValuePairs<String, String>, asOf: String = "2026-06-30") throws -> Assessment {
  let sources = try files.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
  return Pipeline(
    SourceTree(files: sources, attachments: []), catalogues: try Pipeline.catalogues(["iso42001"]),
    asOf: try #require(CivilDate(asOf)), rules: []
  ).facts
}
