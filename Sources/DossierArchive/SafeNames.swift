package import DossierText

/// Safe paths for files: each path works on every file system, and a desktop never runs the file when a reader opens it.
///
/// Safe paths are ASCII and have a limited length. No name is reserved by Windows. No two paths are equal when case is ignored.
package struct SafeNames: Sendable {
  /// The safe path for each original path. A path that is already safe is unchanged, unless it conflicts with another path.
  package let places: [SourcePath: SourcePath]
  /// The original paths whose safe path is different, sorted.
  package let renamed: [(path: SourcePath, place: SourcePath)]

  /// The maximum length of a path in bytes. Older versions of Windows allow 260 for this path and the target folder together.
  private static let longest = 150
  private static let longestPart = 100

  package init(_ paths: [SourcePath]) {
    var places: [SourcePath: SourcePath] = [:]
    var taken: [String: SourcePath] = [:]
    var folders: [String: String] = [:]
    let sorted = paths.sorted()
    // Process safe paths first, so that a generated path never replaces a path that is already safe.
    for path in sorted.filter(SafeNames.isSafe) + sorted.filter({ !SafeNames.isSafe($0) }) {
      var place = SafeNames.isSafe(path) ? path : SafeNames.made(path)
      if !SafeNames.fits(place, taken, folders) { place = SafeNames.marked(path) }
      taken[place.description.lowercased()] = path
      for count in 1..<max(1, place.parts.count) {
        let folder = place.parts.prefix(count).joined(separator: "/")
        folders[folder.lowercased()] = folder
      }
      places[path] = place
    }
    self.places = places
    renamed = sorted.compactMap { path in places[path].flatMap { $0 == path ? nil : (path, $0) } }
  }

  /// Whether `place` can be added to the safe paths so far (`taken` and their `folders`) on a file system that ignores case.
  ///
  /// `place` must not equal a file or folder, and a parent folder of `place` must not equal a file, if case is ignored. A parent
  /// folder that equals one of `folders` must have the same case.
  private static func fits(_ place: SourcePath, _ taken: [String: SourcePath], _ folders: [String: String]) -> Bool {
    let key = place.description.lowercased()
    guard taken[key] == nil, folders[key] == nil else { return false }
    return (1..<max(1, place.parts.count)).allSatisfy { count in
      let folder = place.parts.prefix(count).joined(separator: "/")
      return taken[folder.lowercased()] == nil && (folders[folder.lowercased()] ?? folder) == folder
    }
  }

  private static func isSafe(_ path: SourcePath) -> Bool {
    path.description.utf8.count <= longest && path.parts.allSatisfy(isSafe) && isPassive(path.fileExtension)
  }

  /// Whether a desktop only shows a file with this extension. A desktop may run other files, such as `x.hta` or `x.desktop`.
  private static func isPassive(_ ending: String) -> Bool {
    ending.isEmpty || PassiveExtension.all.contains(ending) || PassiveExtension.editable.contains(ending)
  }

  private static func isSafe(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= longestPart else { return false }
    guard first != 0x20, first != UInt8(ascii: "-"), first != UInt8(ascii: "~"), last != 0x20, last != UInt8(ascii: ".") else {
      return false
    }
    // A line of a manifest has two spaces between the digest and the path, so a path must not contain two spaces.
    let hasGap = zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    return bytes.allSatisfy(isKept) && !hasGap && !isReserved(part)
  }

  /// Whether shells, Windows and ZIP tools all keep a character unchanged.
  private static func isKept(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || " !+,-.=@_()~".utf8.contains(byte)
  }

  private static func isReserved(_ part: String) -> Bool {
    let stem = part.prefix { $0 != "." }.lowercased().reversed().drop { $0 == " " }.reversed()
    let name = String(stem)
    if ["con", "prn", "aux", "nul", "clock$", "conin$", "conout$"].contains(name) { return true }
    return name.utf8.count == 4 && ["com", "lpt"].contains(String(name.prefix(3)))
      && name.last.map { "0123456789".contains($0) } ?? false
  }

  /// The path with unsafe characters replaced. Digits of a digest of the original path are added, so that two paths stay
  /// different.
  private static func made(_ path: SourcePath) -> SourcePath {
    let parts = path.parts.map { part -> String in
      if isSafe(part) { return part }
      var bytes = Array(part.utf8.map { isKept($0) ? $0 : UInt8(ascii: "_") }.prefix(60))
      if let first = bytes.first, " -~.".utf8.contains(first) { bytes[0] = UInt8(ascii: "_") }
      while let last = bytes.last, " .".utf8.contains(last) { bytes[bytes.count - 1] = UInt8(ascii: "_") }
      return (isReserved(String(decoding: bytes, as: UTF8.self)) ? "_" : "") + String(decoding: bytes, as: UTF8.self)
    }
    return marked(path, SourcePath(parts: parts))
  }

  private static func marked(_ path: SourcePath) -> SourcePath {
    isSafe(path) ? marked(path, path) : made(path)
  }

  /// Changes `Notes.md` to `renamed/Notes-1a2b3c4d.md`, and `tool.exe` to `renamed/tool.exe-1a2b3c4d.bin`.
  ///
  /// All renamed files are in one folder, so that folder names cannot differ only in case.
  private static func marked(_ path: SourcePath, _ safe: SourcePath) -> SourcePath {
    let mark = Digest(of: Array(path.description.utf8)).short.prefix(8)
    let own = path.fileExtension
    let isPlain = !own.isEmpty && own.utf8.count <= 10 && own.utf8.allSatisfy { isKept($0) && $0 != 0x20 }
    let keepsOwn = isPlain && isPassive(own)
    let stem = keepsOwn ? String(safe.name.dropLast(own.count + 1)) : safe.name
    let short = String(decoding: Array(stem.utf8).prefix(50), as: UTF8.self).replacing(" ", with: "_")
    let ending = own.isEmpty || keepsOwn ? own : PassiveExtension.replacement(for: own)
    return SourcePath(parts: ["renamed", "\(short)-\(mark)" + (ending.isEmpty ? "" : ".\(ending)")])
  }
}
