import DossierMarkup
import DossierRecords
import DossierText
import Testing

@Suite struct ConfigurationTests {
  @Test(arguments: ["", "\n\n", "# to be written\n", "---\n", "~", "\u{FEFF}# later"])
  func `an empty configuration has no organisation`(text: String) async throws {
    let reading = try await Reading(["dossier.yaml": text])
    #expect(
      reading.diagnostics.filter { $0.rule != .byteOrderMark }.map(\.headline) == ["the configuration has no `organisation`"])
  }

  @Test func `an unreadable configuration is not reported as empty`() async throws {
    #expect(try await Reading(["dossier.yaml": "organisation: [\n"]).rules == ["yaml-syntax"])
    let path = try #require(SourcePath("dossier.yaml"))
    #expect(try await Reading(files: [SourceFile(path: path, bytes: [0xFF, 0xFE, 0x23, 0])]).rules == ["not-utf8"])
  }

  @Test func `an empty catalogue name is ignored`() async throws {
    let reading = try await Reading(["dossier.yaml": "organisation: o\ncatalogues: [~, foo]"])
    #expect(reading.rules == ["empty-value"])
    #expect(reading.dossier.configuration.catalogues == ["foo"])
  }

  @Test(arguments: [(13, 12), (12, 12)]) func `the acceptable score is lower than the tolerable score`(
    acceptable: Int, tolerable: Int
  ) async throws {
    let reading = try await Reading([
      "dossier.yaml": "organisation: o\nrisk: {acceptable: \(acceptable), tolerable: \(tolerable)}\n"
    ])
    #expect(
      reading.diagnostics.map(\.headline) == [
        "`acceptable` of the configuration is \(acceptable); it must be lower than `tolerable`, which is 12"
      ])
    #expect(try await Reading(["dossier.yaml": "organisation: o\nrisk: {acceptable: 11, tolerable: 12}\n"]).rules == [])
  }

  @Test func `an error in one field does not hide the others`() async throws {
    let reading = try await Reading([
      "dossier.yaml": "organisation: [o]\nscope: All systems.\nrisk: {acceptable: 6}\ncatalogues: iso42001\n"
    ])
    #expect(reading.dossier.configuration.scope != nil)
    #expect(reading.dossier.configuration.risk?.acceptable?.value == 6)
    #expect(reading.dossier.configuration.organisation == "Unnamed organisation")
  }
}
