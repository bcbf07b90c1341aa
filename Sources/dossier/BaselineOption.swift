import ArgumentParser

/// Whether the problems that the baseline knows count.
struct BaselineOption: ParsableArguments {
  @Flag(name: .customLong("no-baseline"), help: "Let the problems count too that `dossier-baseline.json` knows.")
  var isIgnored = false

  var isUsed: Bool { !isIgnored }
}
