import ArgumentParser
import DossierBuild

/// How long a command waits for a folder that another process has locked.
struct LockOption: ParsableArguments {
  /// In seconds. For tests.
  @Option(name: .customLong("lock-limit"), help: .hidden)
  var limit = 60

  var wait: LockWait {
    LockWait(limit: .seconds(max(0, limit))) { sentence in Console.error(TerminalLines.joined([sentence])) }
  }
}
