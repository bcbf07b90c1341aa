import DossierRecords
import DossierText
import Glibc

/// The file that marks a folder as a site of dossier: `site.json`, beginning with `{"dossier-site": 1`. The file name alone is
/// not enough.
///
/// The JSON member `files` of the marker lists every file that the program wrote into the site. All other files come from
/// somebody else.
enum SiteMarker {
  static let name = "site.json"
  /// The maximum size of a marker in bytes. A larger marker is not read: it lists more files than a site can have.
  private static let largest = JSONReader.maximumBytes

  static func isHeld(by folder: borrowing Descriptor) -> Bool {
    guard let file = try? folder.file(name), let bytes = try? file.read(expecting: 1 << 10, limit: 1 << 12) else { return false }
    return begins(bytes)
  }

  /// The paths that the marker lists. Nil if the folder has no marker, or if the marker has no list.
  static func files(of folder: borrowing Descriptor) -> Set<String>? {
    guard let file = try? folder.file(name), let status = try? file.status(),
      let bytes = try? file.read(expecting: Int(status.st_size), limit: largest)
    else { return nil }
    return files(in: bytes)
  }

  /// The paths that a marker lists. Nil if the text is not a marker, or if it has no list.
  static func files(in bytes: [UInt8]) -> Set<String>? {
    guard begins(bytes), bytes.count <= largest else { return nil }
    let source = SourceFile(path: SourcePath(parts: [name]), bytes: bytes)
    guard let listed = JSONReader.read(source).value?["files"]?.elements else { return nil }
    return Set(listed.compactMap(\.text))
  }

  /// The number of bytes from the start of a file that `isSource` needs.
  static let startLength = 1 << 8

  /// Whether a file in the folder of a site or a release is read as a source. True for every file in YAML. True for a Markdown
  /// file if it begins with front matter, or if the site neither lists nor keeps it. Without this rule, anyone could hide records
  /// by adding a marker.
  ///
  /// `path` is the path in the folder. `written` contains the files that the marker lists. `start` returns the first bytes of the
  /// file, or nil if the file cannot be read or is too large for a record.
  static func isSource(_ path: SourcePath, written: Set<String>, start: () -> [UInt8]?) -> Bool {
    guard RecordExtents.concerns(path) else { return false }
    // In a site, a copy of a file in YAML has another extension (`PassiveExtension`).
    guard path.fileExtension == "md" else { return true }
    guard written.contains(path.description) || CarriedOver.includes(path, .file) else { return true }
    return start().map(RecordExtents.beginsWithFrontMatter) ?? false
  }

  /// Whether a text begins with `{"dossier-site": 1`. The text may contain white space between these tokens.
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
