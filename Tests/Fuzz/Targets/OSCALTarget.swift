@testable import DossierRecords
@testable import DossierText

/// OSCAL catalogues: spans are inside the file, and a second import gives the same result.
///
/// `OSCALImport` decodes each written catalogue itself, and reports an error if the catalogue is not valid.
enum OSCALTarget {
  static func run(_ bytes: [UInt8]) throws {
    let source = SourceFile(path: SourcePath(parts: ["catalog.json"]), bytes: bytes)
    let (first, second) = (OSCALImport.text(of: source, name: "example"), OSCALImport.text(of: source, name: "example"))
    try SpanProperties(size: bytes.count).check(first.diagnostics)
    try require(first.value == second.value && first.diagnostics == second.diagnostics, "a second run gives another result")
    try require(first.value != nil || !first.diagnostics.isEmpty, "an import failed without a diagnostic")
    for diagnostic in first.diagnostics {
      try require(
        !diagnostic.headline.utf8.starts(with: "the imported catalogue would be invalid".utf8) || bytes.count > 100_000,
        diagnostic.headline)
    }
  }
}
