/// The file extensions of passive types, and the extension that replaces any other extension. A file of a passive type runs no
/// code when the file is opened.
///
/// Browsers, web servers and desktops use the extension to decide what to do with a file: show the file, run it or guess its
/// type. `docs/attachments.md` lists the extensions and explains the rule.
package enum PassiveExtension {
  /// The extensions of passive types. No common browser, web server or desktop runs code in a file with one of these
  /// extensions. Every common web server knows the type, so a browser has no reason to guess the type.
  package static let all: Set<String> = [
    // Documents without macros.
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp",
    // Images without scripts.
    "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "tif", "tiff",
    // Sound and video.
    "mp3", "m4a", "ogg", "oga", "wav", "flac", "mp4", "webm", "ogv", "mov",
    // Text and data.
    "txt", "text", "log", "csv", "tsv", "json", "md",
    "zip", "bin",
  ]

  /// The extensions of text formats that desktops open in an editor. In a package (a ZIP archive), files keep these extensions.
  /// On the site, `.txt` replaces them, because some web servers do not know these types.
  package static let editable: Set<String> = ["yaml", "yml", "jsonl", "ndjson", "toml", "markdown"]

  /// The extensions of other text formats. A browser shows a file of these formats as text if the extension is changed to
  /// `.txt`.
  private static let texts: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "svg", "xml", "xsl", "xslt", "xsd", "dtd", "rdf", "atom", "rss",
    "mml",
    "xbl", "js", "mjs", "cjs", "jsx", "ts", "tsx", "css", "php", "phtml", "jsp", "asp", "aspx", "cgi", "hta", "htc", "url",
    "desktop",
    "py", "rb", "pl", "sh", "bash", "bat", "cmd", "ps1", "r", "sql", "swift", "java", "c", "h", "go", "rs", "ipynb", "jsonld",
    "rst",
    "tex", "bib", "ini", "conf", "cfg", "eml", "ics", "vcf", "diff", "patch", "pem", "asc", "sig", "pub", "sha256",
  ]

  /// The passive extension that replaces `other`: `txt` if `other` belongs to a text format, otherwise `bin`.
  package static func replacement(for other: String) -> String {
    texts.contains(other) || editable.contains(other) ? "txt" : "bin"
  }
}
