package import DossierLedger
package import DossierText

/// The inputs, selection criteria and output of a package.
package struct PackageRequest: Sendable {
  package let build: BuildRequest
  /// The id of the AI system to which reports and evidence are limited. Nil means all systems.
  package let system: String?
  package let from: CivilDate?
  package let to: CivilDate?
  /// The path of the archive. Nil means a generated name in the current folder.
  package let output: String?
  package let key: String?
  /// The release whose sources the workspace must contain. Nil allows any sources.
  package let release: String?

  package init(
    build: BuildRequest, system: String?, from: CivilDate?, to: CivilDate?, output: String?, key: String?, release: String?
  ) {
    self.build = build
    self.system = system
    self.from = from
    self.to = to
    self.output = output
    self.key = key
    self.release = release
  }
}

/// A package that was made.
package struct MadePackage: Sendable {
  package let site: PreparedSite
  package let manifest: Manifest
  package let output: String
  package let files: Int
  package let bytes: Int
  /// The number of selected evidence records, and of all evidence records.
  package let selected: (of: Int, all: Int)
}
