import DossierMarkup
import DossierRecords
import DossierText
import Glibc

/// One file of a listing, read, parsed and decoded: what of it is kept.
struct ReadFile: Sendable {
  let source: SourceFile?
  let attachment: SourceTree.Attachment?
  let decoded: DecodedDocument?
  let diagnostics: [Diagnostic]
}

/// Reads the files of a workspace and makes of each what it is: records, a page, the configuration, or an attachment.
struct FileReader: Sendable {
  let workspace: Workspace
  let decoder: DocumentDecoder

  /// Texts beyond this size are kept as attachments.
  static let textBytes = 4 << 20

  func read(_ found: Listing.Found) throws(EnvironmentError) -> ReadFile {
    let root = try Descriptor(folder: workspace.path)
    do throws(SystemFailure) {
      let file = try root.descend(found.path.folder[...]).file(found.path.name)
      let isText = ["md", "yaml", "yml"].contains(found.path.fileExtension)
      if isText, found.size <= FileReader.textBytes {
        return understand(SourceFile(path: found.path, bytes: try file.read(expecting: found.size, limit: FileReader.textBytes)))
      }
      let attachment = SourceTree.Attachment(path: found.path, size: found.size, digest: try file.digest())
      return ReadFile(source: nil, attachment: attachment, decoded: nil, diagnostics: isText ? [tooLarge(found)] : [])
    } catch {
      return unreadable(found)
    }
  }

  private func understand(_ source: SourceFile) -> ReadFile {
    let isYAML = source.path.fileExtension != "md"
    let isConfiguration = source.path.description == Configuration.fileName
    // A stranger's YAML is none of our business: only what has a `kind` at the left edge is read.
    if isYAML, !isConfiguration, !source.hasLine(beginning: "kind:") {
      return ReadFile(source: source, attachment: nil, decoded: nil, diagnostics: [])
    }
    let document = DocumentParser.parse(source)
    if isYAML, !isConfiguration, document.value.isUnreadable, !source.hasLine(beginning: "records:") {
      return ReadFile(source: source, attachment: nil, decoded: nil, diagnostics: [])
    }
    let decoded = decoder.decode(document.value)
    return ReadFile(
      source: document.value.source, attachment: nil, decoded: decoded.value,
      diagnostics: document.diagnostics + decoded.diagnostics)
  }

  private func tooLarge(_ found: Listing.Found) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, .error, "this file has \(found.size) bytes; at most \(FileReader.textBytes) are read",
      at: .init(found.path, .start), help: "divide it into several files")
  }

  private func unreadable(_ found: Listing.Found) -> ReadFile {
    let diagnostic = Diagnostic(
      .unreadableFile, .error, "this file cannot be read", at: .init(found.path, .start), help: "check its permissions")
    return ReadFile(source: nil, attachment: nil, decoded: nil, diagnostics: [diagnostic])
  }
}

extension SourceFile {
  /// Whether some line begins with exactly this text.
  fileprivate func hasLine(beginning text: String) -> Bool {
    let word = Array(text.utf8)
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < bytes.count {
      if bytes[i...].starts(with: word) { return true }
      guard let end = bytes[i...].firstIndex(of: 0x0A) else { return false }
      i = end + 1
    }
    return false
  }
}
