import DossierText

/// The name and version of this program.
enum Tool {
  static let version = ToolVersion(name: "dossier", version: "0.1.0")
}
