import DossierText

/// The catalogues inside the program.
package enum CatalogueLibrary {
  /// The catalogue whose items need no prefix.
  package static let defaultName = "iso42001"

  /// Names of all catalogues, in order.
  package static var names: [String] { EmbeddedCatalogues.files.map { String($0.path.dropLast(".yaml".count)) } }

  package static func load(_ name: String) throws(CatalogueReader.Failure) -> Catalogue? {
    guard let file = EmbeddedCatalogues.files.first(where: { $0.path == "\(name).yaml" }) else { return nil }
    return try CatalogueReader.read(file.text, path: file.path)
  }
}
