import DossierText

/// This program.
enum Tool {
  static let version = ToolVersion(name: "dossier", version: "0.1.0")
}
