import ArgumentParser

/// The option `--no-baseline`: the command also reports the diagnostics that are listed in the baseline.
struct BaselineOption: ParsableArguments {
  @Flag(name: .customLong("no-baseline"), help: "Also report diagnostics that are listed in `dossier-baseline.json`.")
  var isIgnored = false

  var isUsed: Bool { !isIgnored }
}
