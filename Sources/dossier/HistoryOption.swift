import ArgumentParser
import DossierBuild

/// The option that reads the history of records from git.
struct HistoryOption: ParsableArguments {
  @Flag(
    name: .customLong("history"), inversion: .prefixedNo,
    help: "Read from git who changed the records and when. Rules about changes and history pages of a site need this.")
  var isRead = true

  /// The last commit of the history that is read. Nil if no history is read.
  var end: HistoryEnd? { isRead ? .head : nil }
}
