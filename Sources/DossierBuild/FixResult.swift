package import DossierAnalysis
import DossierRecords
import DossierRules
package import DossierText

/// The result of fixing a workspace. Nothing is written to disk yet.
package struct FixResult: Sendable {
  /// The analysis of the sources with the fixes applied.
  package let analysis: Analysis
  /// The files that change, in order.
  package let changes: [Change]
  /// The number of diagnostics that were fixed.
  package let fixed: Int
  /// Files with fixes that were not applied, in order, each with the reason.
  package let leftAlone: [(path: SourcePath, reason: String)]

  /// A file with its old and new bytes.
  package struct Change: Sendable {
    package let path: SourcePath
    package let old: SourceFile
    package let new: [UInt8]
  }

  /// Replaces the changed files. If the disk is full or a file changed on disk, none of up to 100 files is replaced. More files are
  /// replaced in several groups of up to 100, so earlier groups remain replaced.
  package func write(in workspace: Workspace) throws(EnvironmentError) { try Change.write(changes, in: workspace) }
}

/// Applies all fixes that are certain. Works in rounds until no fix is left, because a fix may reveal another mistake.
///
/// After each round, the fixed sources are analysed again. If a round makes a file less readable, all fixes of the round are
/// undone. All later rounds leave out that file.
package func applyFixes(
  _ workspace: Workspace, _ options: AnalysisOptions, history end: HistoryEnd? = nil
) async throws -> FixResult {
  async let reading = recordHistory(of: workspace, to: end)
  var stages = StageTimes()
  var sources = try await read(workspace, except: nil, workers: options.workers, &stages)
  let history = try await reading
  func analysed(_ sources: SourceFiles) async throws -> Analysis {
    let parsed = try await parse(sources, workers: options.workers)
    return try await analyse(
      parsed.adding(
        tables: try parsed.tables(in: workspace), history: history, proofs: .unread,
        surroundings: parsed.surroundings(in: workspace)), options)
  }
  var analysis = try await analysed(sources)
  let before = analysis.sources
  var refused: [SourcePath: String] = [:]
  var leftAlone: [SourcePath: String] = [:]
  var fixed = 0
  // Each round fixes something or excludes a file. The limit ends the loop if two rules undo each other's fixes.
  for _ in 0..<20 {
    let round = FixPass(of: analysis.diagnostics, analysis.dossier, in: analysis.sources, except: Set(refused.keys))
    leftAlone = round.leftAlone
    guard !round.files.isEmpty else { break }
    let next = sources.replacing(round.files)
    let after = try await analysed(next)
    let broken = round.files.map(\.path).filter { after.breakage(in: $0) > analysis.breakage(in: $0) }
    if broken.isEmpty {
      (sources, analysis) = (next, after)
      fixed += round.fixed.count
    } else {
      for path in broken { refused[path] = "the fix would make it less readable" }
    }
  }
  let changes = analysis.sources.files.compactMap { file -> FixResult.Change? in
    guard let old = before.file(at: file.path), old.digest != file.digest else { return nil }
    return FixResult.Change(path: file.path, old: old, new: file.bytes)
  }
  let reasons = leftAlone.merging(refused) { _, refusal in refusal }
  return FixResult(
    analysis: analysis, changes: changes, fixed: fixed,
    leftAlone: reasons.keys.sorted().map { ($0, reasons[$0] ?? "") })
}

extension Analysis {
  /// How many diagnostics report that the file, or a part of the file, cannot be read.
  fileprivate func breakage(in path: SourcePath) -> Int {
    let rules = ["yaml-", "duplicate-key", "unterminated-front-matter", "control-character", "markdown-limit", "not-utf8"]
    let all = policyResult.diagnostics + policyResult.suppressed.map(\.diagnostic)
    return all.count { found in found.primary.path == path && rules.contains { found.rule.name.hasPrefix($0) } }
  }
}
