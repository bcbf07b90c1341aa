import Glibc

/// The file that marks a folder as a site of dossier: `site.json`, beginning with `{"dossier-site": 1`. The name alone is no mark.
enum SiteMarker {
  static let name = "site.json"

  static func isHeld(by folder: borrowing Descriptor) -> Bool {
    guard let file = try? folder.file(name), let bytes = try? file.read(expecting: 1 << 10, limit: 1 << 12) else { return false }
    return begins(bytes)
  }

  /// Whether a text begins with the marker, with any white space between its parts.
  static func begins(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    for part in ["{", "\"dossier-site\"", ":", "1"] {
      rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      guard rest.starts(with: part.utf8) else { return false }
      rest = rest.dropFirst(part.utf8.count)
    }
    return rest.first.map { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: ".") } ?? false
  }
}
