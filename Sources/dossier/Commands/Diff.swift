import ArgumentParser
import DossierBuild
import DossierComparison

/// Shows what changed between two versions, by record and field.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what changed between two versions, by record and field.",
    discussion: """
      Reads both versions from git and evaluates them on the same as-of date. Changes of line breaks, emphasis and similar marks \
      are not shown, but the records that contain them are listed. Differences do not change the exit status, which is 0. The \
      Markdown format is for a comment on a change: links, mentions and other markup of a document have no effect there.
      """)

  @Argument(help: "The older version: a commit, tag or branch, or both versions as `OLD..NEW`.")
  var old: String

  @Argument(help: "The newer version. Default: the working tree.")
  var new: String?

  @Option(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Option(help: "Output format: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Option(help: .hidden)
  var workers: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  func run() async throws {
    let (from, to) = try versions()
    let workspace = WorkspaceOptions.workspace(directory)
    do {
      let comparison = try await compare(
        .named(from), to.map { .named($0) } ?? .workingTree, of: workspace, asOf: try day.date(),
        workers: WorkspaceOptions.count(workers))
      switch format {
      case .text: Console.out(TextComparison.render(comparison))
      case .markdown: Console.out(MarkdownComparison.render(comparison))
      case .json: Console.out(JSONComparison.render(comparison))
      }
    } catch let refusal as RevisionRefusal {
      throw UsageError(message: refusal.description)
    }
  }

  private func versions() throws -> (String, String?) {
    // Find the `..` that separates two versions. Skip each `..` directly before a `/`: it is part of a path, because no name of
    // a version begins with `/`.
    guard let dots = old.ranges(of: "..").first(where: { !old[$0.upperBound...].hasPrefix("/") }) else { return (old, new) }
    guard new == nil, !old[dots.upperBound...].hasPrefix(".") else {
      throw UsageError(message: "`\(old)` is not a version; write `OLD NEW` or `OLD..NEW`")
    }
    let (from, to) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
    return (from.isEmpty ? "HEAD" : from, to.isEmpty ? "HEAD" : to)
  }
}
