import DossierMarkup
package import DossierText

/// Converts an OSCAL catalogue to a catalogue file.
package enum OSCALImport {
  /// The text of the catalogue file for the OSCAL catalogue in `source`. Nil if there is an error.
  ///
  /// To make sure that `check` accepts the file, the function decodes the text again before it returns the text.
  package static func text(of source: SourceFile, name: String) -> Diagnosed<String?> {
    let read = OSCALReader.read(source, name: name)
    guard let catalogue = read.value else { return Diagnosed(nil, read.diagnostics) }
    // A file name can contain line breaks, which would end the comment.
    let origin = OSCALText.plain(source.path.name)
    let text = CatalogueText.text(
      of: catalogue,
      remark: ["Imported from \(origin) by `dossier import oscal`; to change it, edit that file and import it again."])
    if let problem = problem(text, catalogue) {
      let diagnostic = Diagnostic(
        problem.rule, .error, "the imported catalogue would be invalid: \(problem.headline)", at: .init(source.path, .start),
        help: "import a smaller catalogue or resolved profile")
      return Diagnosed(nil, read.diagnostics + [diagnostic])
    }
    return Diagnosed(text, read.diagnostics)
  }

  private static func problem(_ text: String, _ catalogue: Catalogue) -> Diagnostic? {
    let file = SourceFile(path: SourcePath(parts: ["catalogue.yaml"]), bytes: Array(text.utf8))
    let parsed = DocumentParser.parse(file)
    let decoded = CatalogueDecoder.decode(parsed.value, kinds: RecordKind.all.map(\.name))
    return (parsed.diagnostics + decoded.diagnostics).first
  }

  /// Makes a catalogue name from a file name, without words that only describe the file type. Nil if no valid name remains.
  package static func name(of file: String) -> String? {
    let stem = file.utf8.prefix { $0 != UInt8(ascii: ".") }
    let whole = file.lowercased().hasSuffix(".json") ? Array(file.utf8.dropLast(5)) : Array(stem)
    var words = whole.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      .split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    while let last = words.last, words.count > 1, ["min", "catalog", "profile", "resolved", "oscal"].contains(last) {
      words.removeLast()
    }
    let name = words.joined(separator: "-")
    return RecordID.isValid(name) ? name : nil
  }
}
