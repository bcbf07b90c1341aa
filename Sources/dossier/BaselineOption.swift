import ArgumentParser

/// The option that includes the diagnostics listed in the baseline.
struct BaselineOption: ParsableArguments {
  @Flag(name: .customLong("no-baseline"), help: "Also report diagnostics that are listed in `dossier-baseline.json`.")
  var isIgnored = false

  var isUsed: Bool { !isIgnored }
}
