import DossierRecords
import DossierText

/// The first stages, for files wherever they lie: what the configuration says of kinds decides what the other files are.
///
/// A folder and a commit go through here alike, so that nothing can be read in one way here and in another there.
func gather(
  _ listing: Listing, of workspace: Workspace, workers: Int, stages: StageTimes = StageTimes(),
  _ read: @escaping @Sendable (FileReader, Listing.Found) throws -> ReadFile
) async throws -> GatheredFiles {
  var stages = stages
  let plain = FileReader(workspace: workspace, decoder: DocumentDecoder(nil))
  let first = try listing.files.first(where: \.isConfiguration).map { try read(plain, $0) }
  let configuration = first?.decoded?.configuration
  let reader = FileReader(workspace: workspace, decoder: DocumentDecoder(configuration))
  let files = try await orderedMap(listing.files, workers: workers) { found in
    if found.isConfiguration, let first { first } else { try read(reader, found) }
  }
  stages.mark("read, parse, decode")
  return GatheredFiles(
    kinds: configuration?.kinds ?? RecordKind.all, listing: listing.diagnostics, files: files, reader: reader, stages: stages)
}
