import DossierRecords
import DossierRules
package import DossierText

/// What mending a workspace comes to. Nothing is on disk yet.
package struct Mended: Sendable {
  /// How things are after it.
  package let examination: Examination
  /// The files that change, in order.
  package let changes: [Change]
  /// How many problems are gone.
  package let mended: Int
  /// Files that could have been mended and were not, in order, and why.
  package let leftAlone: [(path: SourcePath, reason: String)]

  /// A file as it is and as it will be.
  package struct Change: Sendable {
    package let path: SourcePath
    package let old: SourceFile
    package let new: [UInt8]
  }

  /// Puts every changed file in the place of the old one, each whole or not at all; none that is no longer as it was read.
  package func write(in workspace: Workspace) throws(EnvironmentError) {
    for change in changes { try replace(change.path, with: change.new, in: workspace, expecting: change.old.digest) }
  }
}

/// Applies what has exactly one right answer, again and again until nothing is left of it: one mended mistake may show the next.
///
/// After each round everything is read and judged anew. A file in which more is broken than before, so that it can be read less well,
/// gets its old bytes back and is left alone.
package func mend(
  _ workspace: Workspace, asOf: CivilDate, workers: Int, usesBaseline: Bool, readsHistory: Bool = false
) async throws -> Mended {
  async let asked = readsHistory ? history(of: workspace) : .unread
  var gathered = try await gather(workspace, except: nil, workers: workers)
  let known = try await asked
  var examination = try await gathered.examination(asOf: asOf, usesBaseline: usesBaseline, workers: workers, history: known)
  let before = examination.sources
  var refused: [SourcePath: String] = [:]
  var leftAlone: [SourcePath: String] = [:]
  var mended = 0
  // Each round mends something or refuses a file; a bound all the same, should two rules ever undo each other's work.
  for _ in 0..<20 {
    let round = Mending(
      of: examination.diagnostics, examination.dossier, in: examination.sources, except: Set(refused.keys))
    leftAlone = round.leftAlone
    guard !round.files.isEmpty else { break }
    let next = gathered.replacing(round.files)
    let after = try await next.examination(asOf: asOf, usesBaseline: usesBaseline, workers: workers, history: known)
    let broken = round.files.map(\.path).filter { after.breakage(in: $0) > examination.breakage(in: $0) }
    if broken.isEmpty {
      (gathered, examination) = (next, after)
      mended += round.mended.count
    } else {
      for path in broken { refused[path] = "mending it would make it less readable" }
    }
  }
  let changes = examination.sources.files.compactMap { file -> Mended.Change? in
    guard let old = before.file(at: file.path), old.digest != file.digest else { return nil }
    return Mended.Change(path: file.path, old: old, new: file.bytes)
  }
  let reasons = leftAlone.merging(refused) { _, refusal in refusal }
  return Mended(
    examination: examination, changes: changes, mended: mended,
    leftAlone: reasons.keys.sorted().map { ($0, reasons[$0] ?? "") })
}

extension GatheredFiles {
  /// The same with other bytes in some files.
  fileprivate func replacing(_ files: [SourceFile]) -> GatheredFiles {
    var result = self
    for file in files {
      guard let i = result.files.firstIndex(where: { $0.source?.path == file.path }) else { continue }
      result.files[i] = reader.understand(file)
    }
    return result
  }
}

extension Examination {
  /// How many messages say that a file, or a part of it, cannot be read at all.
  fileprivate func breakage(in path: SourcePath) -> Int {
    let rules = ["yaml-", "duplicate-key", "unterminated-front-matter", "control-character", "markdown-limit", "not-utf8"]
    let all = judged.diagnostics + judged.suppressed.map(\.diagnostic)
    return all.count { said in said.primary.path == path && rules.contains { said.rule.name.hasPrefix($0) } }
  }
}
