/// The file extensions of passive types, and the harmless extensions that replace all others.
///
/// Browsers, web servers and desktops choose from the extension what they do with a file: show it, run it or guess its type.
/// `docs/attachments.md` lists the extensions and explains the rule.
package enum PassiveExtension {
  /// No common browser, web server or desktop runs code in such a file. Every common web server knows the type, so a browser has no
  /// reason to guess it.
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

  /// Text formats that desktops open in an editor. They are passive in a package, but some web servers do not know them.
  package static let editable: Set<String> = ["yaml", "yml", "jsonl", "ndjson", "toml", "markdown"]

  /// Other formats that are text. A browser shows such a file as text if its extension is `.txt`.
  private static let texts: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "svg", "xml", "xsl", "xslt", "xsd", "dtd", "rdf", "atom", "rss",
    "mml",
    "xbl", "js", "mjs", "cjs", "jsx", "ts", "tsx", "css", "php", "phtml", "jsp", "asp", "aspx", "cgi", "hta", "htc", "url",
    "desktop",
    "py", "rb", "pl", "sh", "bash", "bat", "cmd", "ps1", "r", "sql", "swift", "java", "c", "h", "go", "rs", "ipynb", "jsonld",
    "rst",
    "tex", "bib", "ini", "conf", "cfg", "eml", "ics", "vcf", "diff", "patch", "pem", "asc", "sig", "pub", "sha256",
  ]

  /// `txt` for the extension of a text format, `bin` for every other.
  package static func replacement(for other: String) -> String {
    texts.contains(other) || editable.contains(other) ? "txt" : "bin"
  }
}
