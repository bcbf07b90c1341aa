import DossierText

extension VersionList {
  /// The identifier of the feed of versions, a URI. The identifier is made only from the manifest of the oldest version, so
  /// later versions do not change the identifier. Nil if there are no versions.
  package var feedIdentifier: String? {
    versions.last.map { VersionList.identifier(Digest(of: Array("feed \($0.manifest)".utf8))) }
  }

  /// The URI of a version 8 UUID (RFC 9562) that is made from the first 16 bytes of a digest.
  fileprivate static func identifier(_ digest: Digest) -> String {
    var bytes = Array(digest.bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = Array("0123456789abcdef")
    let digits = bytes.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}

extension VersionList.Version {
  /// The identifier of the feed entry of this version: a URI that is made from the digest of the manifest.
  package var feedIdentifier: String { VersionList.identifier(manifest) }

  /// Whether the site of this version has the page that explains how to verify the version.
  package var hasIntegrityPage: Bool { pages.contains(SourcePath(parts: ["integrity.html"])) }
}
