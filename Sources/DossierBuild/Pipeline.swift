package import DossierAnalysis
package import DossierRecords
import DossierText

/// Reads a workspace from the disk and analyses it.
///
/// If `history` is nil, git is not used. The output folder and the files in the folders `left` are not analysed.
package func analyse(
  _ workspace: Workspace, _ options: AnalysisOptions, except output: String? = nil, without left: [[String]] = [],
  history end: HistoryEnd? = nil
) async throws -> Analysis {
  // Git runs as another process while this process reads files.
  async let asked = recordHistory(of: workspace, to: end)
  var stages = StageTimes.measured
  let sources = try await read(workspace, except: output, workers: options.workers, &stages).without(left)
  var parsed = try await parse(sources, workers: options.workers, stages: stages)
  let history = try await asked
  let proofs = try end.map { try parsed.approvalProofs(history, in: workspace, withTags: $0 == .head) } ?? .unread
  parsed = parsed.adding(
    tables: try parsed.tables(in: workspace), history: history, proofs: proofs, surroundings: parsed.surroundings(in: workspace))
  return try await analyse(parsed, options)
}

/// The stages *scan* and *read*, for a folder.
func read(
  _ workspace: Workspace, except output: String?, workers: Int, _ stages: inout StageTimes
) async throws -> SourceFiles {
  let listing = try scan(workspace, except: output)
  stages.mark("scan")
  let configuration = listing.files.first(where: \.path.isConfiguration)
  let adoptions = try configuration.flatMap { try FileReader(workspace: workspace).read($0).source?.bytes }
    .map(SourceFiles.adoptions)
  let reader = FileReader(workspace: workspace, adoptions: adoptions ?? [])
  let sources = try await read(listing, workers: workers) { try reader.read($0) }
  stages.mark("read")
  return sources
}

/// The record of an id in the files of a workspace. Nil if no file contains it.
package func record(_ id: String, in workspace: Workspace) async throws -> Entry? {
  var stages = StageTimes()
  let parsed = try await parse(read(workspace, except: nil, workers: 1, &stages))
  let key = RecordID.key(id)
  return parsed.documents.lazy.flatMap(\.entries).first { RecordID.key($0.entry.id) == key }?.entry
}

/// The history up to a commit. If `end` is nil, the history is not read.
func recordHistory(of workspace: Workspace, to end: HistoryEnd?) throws -> RecordHistory {
  try end.map { try history(of: workspace, to: $0) } ?? .unread
}

extension ParsedFiles {
  /// The tables of metric readings, with their bytes from the disk.
  func tables(in workspace: Workspace) throws(EnvironmentError) -> [SourceTree.Attachment] {
    let reader = FileReader(workspace: workspace)
    return try tables.map { table throws(EnvironmentError) in try reader.withReadings(table) }
  }

  /// The results of verifying the approvals with git and signatures.
  fileprivate func approvalProofs(
    _ history: RecordHistory, in workspace: Workspace, withTags: Bool
  ) throws -> ApprovalProofs {
    let entries = documents.flatMap(\.entries).map(\.entry)
    // Only a file that a build reads as a record can make an id ambiguous. A file such as `pol.markdown` is reported, but not read.
    let unreadIDs = files.filter { RecordExtents.concerns($0.source.path) }.flatMap { $0.decoded?.unreadIDs ?? [] }
    return try ApprovalProving.proofs(
      of: entries, unreadIDs: unreadIDs, history, in: workspace, parser: parser, withTags: withTags)
  }
}

extension StageTimes {
  /// Stage times that are measured with the clock of the system.
  static var measured: StageTimes { StageTimes(clock: { .now }) }
}
