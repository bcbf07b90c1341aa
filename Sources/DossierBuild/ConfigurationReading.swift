import DossierAnalysis
package import DossierRecords
import DossierText

/// The configuration in the `dossier.yaml` of a workspace; nil where there is none. No other file is read.
package func readConfiguration(of workspace: Workspace) throws(EnvironmentError) -> ConfigurationEntry? {
  guard let found = try topFiles(of: workspace).files.first(where: \.path.isConfiguration) else { return nil }
  return try FileReader(workspace: workspace).read(found).source.flatMap { FileParser(nil).parse($0).decoded?.configuration }
}
