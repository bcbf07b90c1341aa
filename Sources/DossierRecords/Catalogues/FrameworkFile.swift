import DossierMarkup
package import DossierText

/// A file of YAML that may be about a framework.
package enum FrameworkFile {
  /// Whether it is a catalogue, a crosswalk or the text of a framework, sound or not.
  package static func concerns(_ file: SourceFile) -> Bool {
    DocumentParser.parse(file).value.fields.map(FrameworkDecoder.concerns) ?? false
  }
}
