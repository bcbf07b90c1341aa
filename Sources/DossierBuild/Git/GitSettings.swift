/// Settings of one configuration file of git, without included files.
struct GitSettings {
  /// The settings in the order of the file. Names are in lower case, as git prints them.
  private let values: [(name: String, value: String)]

  /// Reads one configuration file. If the file does not exist, there are no settings. Git reads no other configuration here.
  init(_ path: String) throws {
    let environment = Program.inherited(["PATH"]) + GitSettings.none
    guard let program = Program(named: "git", environment: environment) else { throw GitRepository.Absence.noProgram }
    let listing = try program.output(["-C", "/", "config", "--file", path, "--no-includes", "--list", "-z"])
    self.init(listing: listing.result.status == 0 ? listing.bytes : [])
  }

  /// Environment variables with which git ignores the configuration of the system, of the user and of any repository.
  static let none = [
    "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_DIR=/dev/null",
  ]

  /// Parses the output of `git config --list -z`. Each setting is a name, a line feed, a value and a NUL.
  init(listing: [UInt8]) {
    values = listing.split(separator: 0).map { setting in
      let parts = setting.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
      return (String(decoding: parts[0], as: UTF8.self), parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "true")
    }
  }

  func value(_ name: String) -> String? { values.last { $0.name == name }?.value }

  func all(_ name: String) -> [String] { values.filter { $0.name == name }.map(\.value) }

  /// The settings that git needs to read objects and references: the format of the repository and its extensions.
  ///
  /// The extension for settings of one worktree is left out, because these settings are in another file.
  var format: [(name: String, value: String)] {
    values.filter { setting in
      setting.name == "core.repositoryformatversion"
        || setting.name.hasPrefix("extensions.") && setting.name != "extensions.worktreeconfig"
    }
  }
}
