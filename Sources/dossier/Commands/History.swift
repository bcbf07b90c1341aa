import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierComparison
import DossierRecords
import DossierText

/// Lists the commits that changed a record, or prints the record as one of these commits left it.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the commits that changed a record, or prints the record as one of them left it.",
    discussion: """
      A record is followed by its id: it keeps its history when its file is renamed or when it moves into a register. For a \
      record in a register, only commits that changed the bytes of that record are listed. For a file that `adopt` in \
      dossier.yaml makes a record, the commits that changed the file under its present name are listed.
      """)

  @Argument(help: "The id of the record.")
  var id: String

  @Argument(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @Option(help: "Print the record as this commit of its history left it. Give the first digits of the commit id.")
  var at: String?

  @Option(help: "Output format: text or json.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let history = try DossierBuild.history(of: workspace)
    if case .none(let reason) = history.extent {
      throw UsageError(message: "there is no history: \(TerminalText.visible(reason))")
    }
    var revisions = history.revisions(of: id)
    // The files are read only if the commits do not contain the id. An adopted file does not contain its id.
    let entry = revisions.isEmpty ? try await record(id, in: workspace) : nil
    if let entry { revisions = history.revisions(of: entry) }
    if let at { return try show(revisions, at, workspace) }
    if revisions.isEmpty { try await refuseUnknown(workspace) }
    switch format {
    case .text: Console.out(HistoryReport.text(id, revisions, history.extent, absence: .init(of: entry, in: history)))
    case .json: Console.out(HistoryReport.json(id, revisions, history.extent))
    }
  }

  /// Throws if the workspace has no record with the id either. A new record is in no commit yet.
  private func refuseUnknown(_ workspace: Workspace) async throws {
    let analysis = try await analyse(workspace, AnalysisOptions(asOf: try DayOption.parse([]).date()))
    let isKnown =
      analysis.dossier.entry(id) != nil || analysis.unread.contains { RecordID.key($0) == RecordID.key(id) }
    guard !isKnown else { return }
    throw UsageError(message: "there is no record `\(TerminalText.visible(id))`, neither in \(workspace.path) nor in a commit")
  }

  private func show(_ revisions: [Revision], _ commit: String, _ workspace: Workspace) throws {
    let found = revisions.filter { $0.commit.id.description.hasPrefix(commit.lowercased()) }
    // If a commit wrote several texts with this id, the text that counts is first in `found`.
    let commits = Set(found.map(\.commit.id))
    guard let revision = found.first, commits.count == 1, commit.utf8.count >= 4 else {
      throw UsageError(
        message: commits.count > 1
          ? "several commits of \(id) begin with `\(commit)`; write more digits"
          : "`\(commit)` is not a commit that changed \(id); list these commits with `dossier history \(id)`")
    }
    guard revision.change != .removed else { throw UsageError(message: "\(id) was removed in \(revision.commit.id.short)") }
    Console.out(bytes: try text(of: revision, in: workspace))
  }
}
