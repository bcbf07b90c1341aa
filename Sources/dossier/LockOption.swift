import ArgumentParser
import DossierBuild

/// The option that sets how long a command waits for a folder that another process has locked.
struct LockOption: ParsableArguments {
  /// The maximum waiting time in seconds. Only tests set this option.
  @Option(name: .customLong("lock-limit"), help: .hidden)
  var limit = 60

  var wait: LockWait {
    LockWait(limit: .seconds(max(0, limit))) { sentence in Console.error(TerminalLines.joined([sentence])) }
  }
}
