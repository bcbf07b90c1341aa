import DossierMarkup
package import DossierText

/// Recognises framework files.
package enum FrameworkFile {
  /// Whether the file is a catalogue, a crosswalk or a file of licensed texts. The file can be invalid.
  package static func concerns(_ file: SourceFile) -> Bool {
    DocumentParser.parse(file).value.fields.map(FrameworkDecoder.concerns) ?? false
  }
}
