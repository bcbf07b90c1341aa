import DossierMarkup
import DossierText

/// The embedded catalogues and crosswalks.
package enum CatalogueLibrary {
  /// The catalogue whose item ids need no prefix.
  package static let defaultName = "iso42001"

  /// The names of all catalogues, in order.
  package static var names: [String] {
    EmbeddedCatalogues.files.filter { !isCrosswalk($0.path) }.map { String($0.path.dropLast(".yaml".count)) }
  }

  /// The names of all crosswalks, in order: `iso42001--eu-ai-act`.
  package static var crosswalkNames: [String] {
    EmbeddedCatalogues.files.filter { isCrosswalk($0.path) }.map { String($0.path.dropLast(".yaml".count)) }
  }

  /// The error for an invalid embedded file. An invalid embedded file is a defect of the program; the tests detect it.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Returns nil if there is no catalogue with this name.
  package static func load(_ name: String) throws(Failure) -> Catalogue? {
    guard names.contains(name), let document = try document(name) else { return nil }
    let catalogue = try valid(CatalogueDecoder.decode(document, kinds: RecordKind.all.map(\.name)), name)
    return Catalogue(
      name: catalogue.name, title: catalogue.title, short: catalogue.short, publisher: catalogue.publisher,
      edition: catalogue.edition, note: catalogue.note, provenance: catalogue.provenance, path: nil, items: catalogue.items,
      asserted: catalogue.asserted)
  }

  /// Returns nil if there is no crosswalk with this name.
  package static func crosswalk(_ name: String) throws(Failure) -> Crosswalk? {
    guard crosswalkNames.contains(name), let document = try document(name) else { return nil }
    let crosswalk = try valid(CrosswalkDecoder.decode(document), name)
    return Crosswalk(
      name: crosswalk.name, title: crosswalk.title, source: crosswalk.source, target: crosswalk.target,
      claims: crosswalk.claims.map { $0.bundled() }, cautions: crosswalk.cautions, path: nil, rows: crosswalk.rows,
      asserted: crosswalk.asserted)
  }

  /// The crosswalks whose two catalogues are both in `catalogues`.
  package static func crosswalks(among catalogues: [String]) throws(Failure) -> [Crosswalk] {
    var found: [Crosswalk] = []
    for name in crosswalkNames {
      guard ends(of: name).allSatisfy(catalogues.contains), let crosswalk = try crosswalk(name) else { continue }
      found.append(crosswalk)
    }
    return found
  }

  /// Loads all embedded files. Verifies that both items of every crosswalk row exist.
  package static func verified() throws(Failure) -> (catalogues: [Catalogue], crosswalks: [Crosswalk]) {
    var catalogues: [Catalogue] = []
    for name in names { if let catalogue = try load(name) { catalogues.append(catalogue) } }
    var crosswalks: [Crosswalk] = []
    for name in crosswalkNames {
      guard let crosswalk = try crosswalk(name) else { continue }
      for row in crosswalk.rows {
        for (end, side) in [(row.from.text, crosswalk.source.text), (row.to.text, crosswalk.target.text)] {
          guard catalogues.first(where: { $0.name == side })?.item(end) != nil else {
            throw Failure(description: "\(name).yaml: \(side) does not contain \(end)")
          }
        }
      }
      crosswalks.append(crosswalk)
    }
    return (catalogues, crosswalks)
  }

  /// Whether the file is a crosswalk. The file name of a crosswalk contains the names of its two catalogues, joined by `--`.
  private static func isCrosswalk(_ path: String) -> Bool { ends(of: path).count == 2 }

  private static func ends(of name: String) -> [String] { name.split(separator: "--").map { String($0) } }

  private static func document(_ name: String) throws(Failure) -> DossierMarkup.Document? {
    guard let file = EmbeddedCatalogues.files.first(where: { $0.path == "\(name).yaml" }), let path = SourcePath(file.path)
    else { return nil }
    let parsed = DocumentParser.parse(SourceFile(path: path, bytes: Array(file.text.utf8)))
    return try valid(Diagnosed(parsed.value, parsed.diagnostics), name)
  }

  private static func valid<Value>(_ read: Diagnosed<Value?>, _ name: String) throws(Failure) -> Value {
    guard let value = read.value, read.diagnostics.isEmpty else {
      throw Failure(description: "\(name).yaml: \(read.diagnostics.first?.headline ?? "nothing")")
    }
    return value
  }
}
