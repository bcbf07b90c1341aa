import Glibc

/// Names of the folders that builds create beside an output: `.NAME.dossier-PID-RANDOM`. The suffix `-old` marks an old site
/// that was moved aside, on file systems that cannot exchange two names.
struct StageName {
  private let prefix: String

  init(output: String) { prefix = ".\(output).dossier-" }

  /// Whether the name has the form `.NAME.dossier-PID-RANDOM`, with or without `-old`. `NAME` can be the name of any output.
  static func isOfAny(_ name: String) -> Bool {
    let parts = name.dropFirst().split(separator: ".dossier-", omittingEmptySubsequences: false)
    return name.hasPrefix(".") && parts.count > 1
      && StageName(output: parts.dropLast().joined(separator: ".dossier-")).matches(name)
  }

  func new() -> String { "\(prefix)\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))" }

  static func old(_ stage: String) -> String { stage + "-old" }

  /// Whether the whole name has the form `.NAME.dossier-PID-RANDOM` for this output, with or without `-old`.
  ///
  /// A folder was not made by dossier if only the beginning of its name has this form.
  func matches(_ name: String) -> Bool { isStage(name) || isOld(name) }

  func isOld(_ name: String) -> Bool { name.hasSuffix("-old") && isStage(String(name.dropLast("-old".count))) }

  private func isStage(_ name: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    return parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }
}
