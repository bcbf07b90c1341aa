import DossierAnalysis
package import DossierRecords
import DossierText

/// Reads the configuration from the `dossier.yaml` of a workspace, and no other file. Nil if `dossier.yaml` does not exist or
/// cannot be decoded.
package func readConfiguration(of workspace: Workspace) throws(EnvironmentError) -> ConfigurationEntry? {
  guard let found = try topFiles(of: workspace).files.first(where: \.path.isConfiguration) else { return nil }
  return try FileReader(workspace: workspace).read(found).source.flatMap { FileParser(nil).parse($0).decoded?.configuration }
}
