import DossierMarkup
package import DossierText

/// Recognises framework files.
package enum FrameworkFile {
  /// Whether the file is a catalogue, a crosswalk or a text of a framework, valid or not.
  package static func concerns(_ file: SourceFile) -> Bool {
    DocumentParser.parse(file).value.fields.map(FrameworkDecoder.concerns) ?? false
  }
}
