package import DossierLedger
package import DossierText

/// What is to be packed, by which criteria, and where to.
package struct PackageRequest: Sendable {
  package let build: BuildRequest
  /// Id of an AI system.
  package let system: String?
  package let from: CivilDate?
  package let to: CivilDate?
  /// Nil for a name of its own in the current folder.
  package let output: String?
  package let key: String?
  /// The release that the sources must be those of.
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

/// A package that has been made.
package struct MadePackage: Sendable {
  package let site: PreparedSite
  package let manifest: Manifest
  package let output: String
  package let files: Int
  package let bytes: Int
  /// Selected records of evidence, of all.
  package let selected: (of: Int, all: Int)
}
