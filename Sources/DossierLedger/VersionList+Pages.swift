import DossierText

extension VersionList {
  /// The page `latest/index.html`, which redirects to the newest version. It works without scripts and when opened from disk.
  package var latestPage: String {
    guard let latest else { return "" }
    let version = latest.seal.version
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Latest version: \(version)</title>
      <meta http-equiv="refresh" content="0; url=../versions/\(version)/index.html">
      <link rel="canonical" href="../versions/\(version)/index.html">
      <p><a href="../versions/\(version)/index.html">The latest version is \(version), as of \(latest.seal.asOf)</a>.</p>
      </html>

      """
  }

  /// The Atom feed `versions.atom` with one entry for each version. Its identifiers are made from manifest digests, so they are
  /// stable.
  package var feed: String {
    guard let latest, let first = versions.last else { return "" }
    let name = Self.escaped(latest.seal.organisation)
    let entries = versions.map { version in
      """
        <entry>
          <title>\(version.seal.version)</title>
          <id>\(Self.identifier(version.manifest))</id>
          <updated>\(version.seal.asOf)T00:00:00Z</updated>
          <link href="versions/\(version.seal.version)/index.html"/>
          <summary>\(Self.escaped(version.seal.statement))</summary>
        </entry>

      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title>Versions of the management system of \(name)</title>
        <id>\(Self.identifier(Digest(of: Array("feed \(first.manifest)".utf8))))</id>
        <updated>\(versions.map(\.seal.asOf).max() ?? latest.seal.asOf)T00:00:00Z</updated>
        <author><name>\(name)</name></author>

      """ + entries.joined() + "</feed>\n"
  }

  /// A version 8 UUID (RFC 9562) made from the first 16 bytes of a digest.
  private static func identifier(_ digest: Digest) -> String {
    var bytes = Array(digest.bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = Array("0123456789abcdef")
    let digits = bytes.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // XML does not allow these characters.
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}
