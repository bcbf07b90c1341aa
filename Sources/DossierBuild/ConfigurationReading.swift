package import DossierRecords
import DossierText

/// What `dossier.yaml` of a workspace says; nil where there is none. Nothing else is read.
package func readConfiguration(of workspace: Workspace) throws(EnvironmentError) -> ConfigurationEntry? {
  try readConfiguration(workspace, try topFiles(of: workspace))?.decoded?.configuration
}

/// The same of a folder that has been listed.
func readConfiguration(_ workspace: Workspace, _ listing: Listing) throws(EnvironmentError) -> ReadFile? {
  guard let found = listing.files.first(where: \.isConfiguration) else { return nil }
  return try FileReader(workspace: workspace, decoder: DocumentDecoder(nil)).read(found)
}

extension Listing.Found {
  var isConfiguration: Bool { path.description == Configuration.fileName }
}
