import DossierText

/// The metadata of an OSCAL catalogue.
struct OSCALMetadata {
  let title: String
  let publisher: String
  let edition: String
  private let oscalVersion: String
  private let uuid: String
  /// The profile from which the catalogue was resolved.
  private let profile: String?

  /// Returns nil and reports the problem if a value that OSCAL requires is missing.
  init?(_ catalog: JSONNode, _ reader: inout OSCALReader) {
    let uuid = reader.text("uuid", of: "the catalogue", in: catalog)
    guard let metadata = catalog["metadata"] else {
      reader.missing("metadata", of: "the catalogue", in: catalog)
      return nil
    }
    guard reader.object(metadata, "`metadata`") != nil else { return nil }
    let values = ["title", "version", "last-modified", "oscal-version"].map { reader.text($0, of: "`metadata`", in: metadata) }
    if let written = values[3], let version = written.text, !version.utf8.starts(with: "1.".utf8) {
      reader.report(
        .oscalModel, "this is OSCAL \(version.prefix(20)); only version 1 is supported", written.span,
        help: "use a file with a version that begins with `1.`")
    }
    guard let uuid, values.count == values.compactMap(\.self).count else { return nil }
    let texts = values.compactMap { $0?.text.map(OSCALText.plain) }
    title = texts[0]
    edition = "\(texts[1]), last modified \(texts[2].prefix { $0 != "T" })"
    oscalVersion = texts[3]
    self.uuid = OSCALText.plain(uuid.text ?? "")
    publisher = OSCALMetadata.publisher(metadata)
    let link = (metadata["links"]?.elements ?? []).first { $0["rel"]?.text == "source-profile" }
    profile = link?["href"]?.text.map(OSCALText.plain)
  }

  /// The name of the publisher. If there is no publisher, the name of the creator. If there is no creator either, the name of
  /// the first organisation.
  private static func publisher(_ metadata: JSONNode) -> String {
    let parties = metadata["parties"]?.elements ?? []
    let roles = metadata["responsible-parties"]?.elements ?? []
    for role in ["publisher", "creator"] {
      let ids = roles.filter { $0["role-id"]?.text == role }.flatMap { $0["party-uuids"]?.elements ?? [] }.compactMap(\.text)
      if let name = parties.first(where: { $0["uuid"]?.text.map(ids.contains) ?? false })?["name"]?.text.map(OSCALText.plain),
        !name.isEmpty
      {
        return name
      }
    }
    let first = parties.first { $0["type"]?.text == "organization" }?["name"]?.text.map(OSCALText.plain)
    return first.flatMap { $0.isEmpty ? nil : $0 } ?? "not named in the OSCAL file"
  }

  func provenance(of source: SourceFile, items: [Catalogue.Item]) -> Catalogue.Provenance {
    var cautions = ["Identifiers and titles only. The requirements of the items are in the OSCAL file and were not imported."]
    if let profile {
      cautions.append("It contains only the items that the profile \(profile) selects.")
    }
    let withdrawn = items.count { $0.withdrawn != nil }
    if withdrawn > 0 { cautions.append("\(withdrawn) of the items are withdrawn; records do not need to cover them.") }
    let gave = "\(items.count) identifiers with their titles, labels and hierarchy; SHA-256 \(source.digest)"
    return Catalogue.Provenance(
      sources: [
        CatalogueSource(
          name: "\(source.path.name), OSCAL \(oscalVersion) catalogue \(uuid)", address: nil, licence: nil, gave: gave)
      ], verified: nil, cautions: cautions)
  }
}
