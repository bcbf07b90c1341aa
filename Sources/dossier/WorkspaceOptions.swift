import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierText
import Glibc

/// The options that choose the folder to read and the as-of date.
struct WorkspaceOptions: ParsableArguments {
  @Argument(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Option(help: .hidden)
  var workers: Int?

  func workspace() throws -> Workspace { WorkspaceOptions.workspace(directory) }

  static func workspace(_ directory: String?) -> Workspace {
    if let directory { return Workspace(directory) }
    return Workspace(unsafe access("content/dossier.yaml", F_OK) == 0 ? "content" : ".")
  }

  /// The options for the analysis of the workspace.
  func analysis(_ baseline: BaselineOption? = nil) throws -> AnalysisOptions {
    AnalysisOptions(asOf: try day.date(), workers: workerCount, usesBaseline: baseline?.isUsed ?? true)
  }

  var workerCount: Int { WorkspaceOptions.count(workers) }

  /// The requested number of workers, but at least 1. If `workers` is nil, the number of processors.
  static func count(_ workers: Int?) -> Int { max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// The as-of date: the date on which records are evaluated.
struct DayOption: ParsableArguments {
  @Option(help: "The as-of date: records are evaluated on this date, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.")
  var asOf: String?

  func date() throws -> CivilDate {
    if let asOf {
      guard let date = CivilDate(asOf) else {
        throw UsageError(message: "--as-of needs a valid date as YYYY-MM-DD, not `\(asOf)`")
      }
      return date
    }
    var seconds = time(nil)
    if let epoch = Console.environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty {
      guard let value = Int(epoch) else {
        throw UsageError(message: "SOURCE_DATE_EPOCH is `\(epoch)`, not a number of seconds")
      }
      seconds = value
    }
    // Round down, because division rounds a negative time (before 1970) up to the next day.
    let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    guard (-800_000...3_000_000).contains(days), let date = CivilDate(daysSinceEpoch: days) else {
      throw UsageError(message: "SOURCE_DATE_EPOCH is not a date between the years 1 and 9999")
    }
    return date
  }
}
