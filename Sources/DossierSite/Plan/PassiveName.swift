import DossierText

/// Creates file names for attachments in the site. Only passive types keep their extension: no common browser, web server or
/// desktop runs code in files of a passive type.
///
/// The extension is checked after every other change of the name, so no change can add an active extension.
enum PassiveName {
  /// Makes a file name that consists of a slug, a dot and a passive extension. All other dots of `name` become hyphens, because
  /// some web servers evaluate every part between dots. For example, Apache can treat `y.html.en` as HTML and run `x.php.txt`.
  static func make(_ name: String) -> String {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let last = parts.count > 1 ? parts[parts.count - 1] : ""
    // A slug drops characters such as the `~` of `html~`. An extension counts as passive only if nothing was dropped.
    let ending = last.isEmpty ? "" : Slug.make(last)
    if PassiveExtension.all.contains(ending), ending.utf8.count == last.utf8.count {
      return folder(parts.dropLast().joined(separator: "-")) + "." + ending
    }
    return folder(parts.joined(separator: "-")) + "." + PassiveExtension.replacement(for: ending)
  }

  /// A slug without dots, for a folder above an attachment. Some web servers run every file in a folder `x.asp`.
  static func folder(_ name: String) -> String {
    Slug.make(String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0 }, as: UTF8.self))
  }
}
