import DossierMarkup
import DossierRecords
import DossierText
import Testing

@Suite struct ConfigurationTests {
  @Test(arguments: ["", "\n\n", "# to be written\n", "---\n", "~", "\u{FEFF}# later"])
  func anEmptyConfigurationLacksItsOrganisation(text: String) throws {
    let reading = try Reading(["dossier.yaml": text])
    #expect(
      reading.diagnostics.filter { $0.rule != .byteOrderMark }.map(\.headline) == ["the configuration has no `organisation`"])
  }

  @Test func whatCannotBeReadIsNotCalledEmpty() throws {
    #expect(try Reading(["dossier.yaml": "organisation: [\n"]).rules == ["yaml-syntax"])
    let path = try #require(SourcePath("dossier.yaml"))
    #expect(try Reading(files: [SourceFile(path: path, bytes: [0xFF, 0xFE, 0x23, 0])]).rules == ["not-utf8"])
  }

  @Test func anUnknownCatalogueIsUnderlinedWhereItStands() throws {
    let text = "organisation: o\ncatalogues: [~, foo]"
    let reading = try Reading(["dossier.yaml": text])
    #expect(reading.rules == ["empty-value", "unknown-word"])
    let source = SourceFile(path: try #require(SourcePath("dossier.yaml")), bytes: Array(text.utf8))
    #expect(reading.diagnostics.last.map { source.text($0.primary.span) } == "foo")
    #expect(reading.diagnostics.last?.headline == "`catalogues[1]` of the configuration cannot be `foo`")
  }
}
