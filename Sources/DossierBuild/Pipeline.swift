import DossierMarkup
package import DossierRecords
import DossierRules
package import DossierText

/// What reading and judging a workspace gives: everything but the site.
package struct Examination: Sendable {
  package let sources: SourceTree
  package let dossier: Dossier
  /// All that is wrong, in stable order, each said once.
  package let diagnostics: [Diagnostic]
  package let stages: StageTimes
}

/// The chain of stages from a folder to its diagnostics: scan, parse and decode file by file, assemble, check.
///
/// The same for every command. Nothing is kept between two runs, so nothing can be stale.
package func examine(
  _ workspace: Workspace, asOf: CivilDate, except output: String?, workers: Int
) async throws -> Examination {
  var stages = StageTimes()
  let listing = try scan(workspace, except: output)
  stages.mark("scan")
  // What the configuration says of kinds decides what the other files are.
  let first = try readConfiguration(workspace, listing)
  let configuration = first?.decoded?.configuration
  let reader = FileReader(workspace: workspace, decoder: DocumentDecoder(configuration))
  let files = try await orderedMap(listing.files, workers: workers) { found in
    if found.isConfiguration, let first { first } else { try reader.read(found) }
  }
  let sources = SourceTree(files: files.compactMap(\.source), attachments: files.compactMap(\.attachment))
  let documents = files.compactMap(\.decoded)
  stages.mark("read, parse, decode")
  let library = try loadLibrary(documents)
  let dossier = assemble(documents, sources: sources, library: library, kinds: configuration?.kinds ?? RecordKind.all)
  stages.mark("assemble")
  var diagnostics = listing.diagnostics + files.flatMap(\.diagnostics)
  if !documents.contains(where: { $0.configuration != nil }) { diagnostics.append(noConfiguration()) }
  diagnostics += check(dossier, asOf: asOf)
  stages.mark("check")
  return Examination(sources: sources, dossier: dossier, diagnostics: diagnostics.arranged(), stages: stages)
}

/// The catalogues of the program that the configuration names, and the crosswalks between them.
private func loadLibrary(_ documents: [DecodedDocument]) throws -> (catalogues: [Catalogue], crosswalks: [Crosswalk]) {
  let named = documents.lazy.compactMap(\.configuration).first?.configuration.catalogues ?? []
  let wanted = Set([CatalogueLibrary.defaultName] + named)
  // In the library's order, the default first, whatever order the configuration has.
  let names =
    [CatalogueLibrary.defaultName] + CatalogueLibrary.names.filter { $0 != CatalogueLibrary.defaultName && wanted.contains($0) }
  return (try names.compactMap { try CatalogueLibrary.load($0) }, try CatalogueLibrary.crosswalks(among: names))
}

private func noConfiguration() -> Diagnostic {
  let path = SourcePath(parts: [Configuration.fileName])
  return Diagnostic(
    .missingConfiguration, .note, "this folder has no `dossier.yaml`, so the organisation has no name",
    at: .init(path, .start), help: "write one with `organisation: NAME`, or begin with `dossier init`")
}
