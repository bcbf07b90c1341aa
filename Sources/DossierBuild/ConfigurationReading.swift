import DossierMarkup
package import DossierRecords
import DossierText

/// What `dossier.yaml` of a workspace says; nil where there is none, or none that can be read. Nothing else is looked at.
package func readConfiguration(of workspace: Workspace) -> Configuration? {
  guard let path = SourcePath(Configuration.fileName), let root = try? Descriptor(folder: workspace.path),
    let file = try? root.file(path.name), let bytes = try? file.read(expecting: 4 << 10, limit: DocumentParser.yamlBytes)
  else { return nil }
  return Configuration.decode(DocumentParser.parse(SourceFile(path: path, bytes: bytes)).value).value.configuration
}
