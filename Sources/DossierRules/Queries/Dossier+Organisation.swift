import DossierRecords
import DossierText

extension Dossier {
  /// The place of diagnostics about the management system as a whole. Nil if there is no `dossier.yaml` or there are no records.
  var organisationPlace: (path: SourcePath, span: Span)? {
    guard let configurationEntry, !entries.isEmpty else { return nil }
    return (configurationEntry.path, configurationEntry.span(of: "organisation"))
  }
}
