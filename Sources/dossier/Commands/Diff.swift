import ArgumentParser
import DossierBuild
import DossierComparison

/// Says what changed between two versions, by record and field.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what changed between two versions, by record and field.",
    discussion: """
      Both versions are read from git and judged as of the same day. Line breaks, emphasis and the like are not shown, but the records \
      in which they changed are named. The exit status is 0, whatever differs. The Markdown form is for a comment on a change: nothing \
      in a document acts there.
      """)

  @Argument(help: "The older version: a commit, tag or branch, or both versions as `OLD..NEW`.")
  var old: String

  @Argument(help: "The newer version. Default: the working tree.")
  var new: String?

  @Option(
    help: "The folder to read. Default: `content` when it holds a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Option(help: "How the changes are written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
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
    // Before a `/` the dots are a step of a path: no commit, tag or branch begins with one.
    guard let dots = old.ranges(of: "..").first(where: { !old[$0.upperBound...].hasPrefix("/") }) else { return (old, new) }
    guard new == nil, !old[dots.upperBound...].hasPrefix(".") else {
      throw UsageError(message: "`\(old)` is no version; write `OLD NEW` or `OLD..NEW`")
    }
    let (from, to) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
    return (from.isEmpty ? "HEAD" : from, to.isEmpty ? "HEAD" : to)
  }
}
