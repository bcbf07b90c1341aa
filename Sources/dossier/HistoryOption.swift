import ArgumentParser
import DossierBuild

/// Whether git is asked who changed what when.
struct HistoryOption: ParsableArguments {
  @Flag(
    name: .customLong("history"), inversion: .prefixedNo,
    help: "Ask git who changed the records when: for rules about changes and, in a site, for pages about them.")
  var isRead = true

  /// The commit at which the history to read ends; nil where none is read.
  var end: HistoryEnd? { isRead ? .head : nil }
}
