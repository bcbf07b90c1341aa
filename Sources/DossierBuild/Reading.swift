import DossierMarkup
package import DossierRecords
package import DossierRules
package import DossierText
import Glibc

/// One file of a listing, read, parsed and decoded: what of it is kept.
package struct ReadFile: Sendable {
  package let source: SourceFile?
  package let attachment: SourceTree.Attachment?
  package let decoded: DecodedDocument?
  package let baseline: Baseline?
  package let diagnostics: [Diagnostic]

  init(
    source: SourceFile? = nil, attachment: SourceTree.Attachment? = nil, decoded: DecodedDocument? = nil,
    baseline: Baseline? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.attachment = attachment
    self.decoded = decoded
    self.baseline = baseline
    self.diagnostics = diagnostics
  }
}

/// Reads the files of a workspace and makes of each what it is: records, a page, the configuration, the baseline, or an
/// attachment.
package struct FileReader: Sendable {
  private let workspace: Workspace
  private let decoder: DocumentDecoder

  package init(workspace: Workspace, decoder: DocumentDecoder) {
    self.workspace = workspace
    self.decoder = decoder
  }

  /// Texts beyond this size are kept as attachments.
  static let textBytes = 4 << 20

  /// Whether a file of that name is read as text.
  static func isText(_ path: SourcePath) -> Bool {
    ["md", "yaml", "yml"].contains(path.fileExtension) || path == Baseline.path
  }

  /// What was a regular file when it was listed must still be one, and no folder above it a symbolic link.
  package func read(_ found: Listing.Found) throws(EnvironmentError) -> ReadFile {
    let root = try Descriptor(folder: workspace.path)
    do throws(SystemFailure) {
      let file = try root.descend(found.path.folder[...]).file(found.path.name)
      let isText = FileReader.isText(found.path)
      if isText, found.size <= FileReader.textBytes {
        return understand(SourceFile(path: found.path, bytes: try file.read(expecting: found.size, limit: FileReader.textBytes)))
      }
      let attachment = SourceTree.Attachment(path: found.path, size: found.size, digest: try file.digest())
      return ReadFile(attachment: attachment, diagnostics: isText ? [tooLarge(found)] : [])
    } catch {
      return unreadable(found)
    }
  }

  /// The same attachment with its bytes; without them where the file is too large for readings or is no longer what was listed.
  package func withReadings(_ attachment: SourceTree.Attachment) throws(EnvironmentError) -> SourceTree.Attachment {
    guard attachment.size <= MetricReadings.largestFile else { return attachment }
    let root = try Descriptor(folder: workspace.path)
    do throws(SystemFailure) {
      let file = try root.descend(attachment.path.folder[...]).file(attachment.path.name)
      let bytes = try file.read(expecting: attachment.size, limit: MetricReadings.largestFile)
      guard Digest(of: bytes) == attachment.digest else { return attachment }
      return .init(path: attachment.path, size: attachment.size, digest: attachment.digest, bytes: bytes)
    } catch {
      return attachment
    }
  }

  /// What its bytes say, wherever they came from.
  func understand(_ source: SourceFile) -> ReadFile {
    if source.path == Baseline.path {
      let baseline = Baseline.decode(source)
      return ReadFile(source: source, baseline: baseline.value, diagnostics: baseline.diagnostics)
    }
    let isYAML = source.path.fileExtension != "md"
    let isConfiguration = source.path.description == Configuration.fileName
    // Most YAML of strangers need not be parsed to be known as such.
    if isYAML, !isConfiguration, !source.mayBeRegister {
      return ReadFile(source: source)
    }
    let document = DocumentParser.parse(source)
    guard decoder.concerns(document.value) else {
      return ReadFile(source: source)
    }
    let decoded = decoder.decode(document.value)
    return ReadFile(
      source: document.value.source, decoded: decoded.value, diagnostics: document.diagnostics + decoded.diagnostics)
  }

  func tooLarge(_ found: Listing.Found) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, .error, "this file has \(found.size) bytes; at most \(FileReader.textBytes) are read",
      at: .init(found.path, .start), help: "divide it into several files")
  }

  private func unreadable(_ found: Listing.Found) -> ReadFile {
    let diagnostic = Diagnostic(
      .unreadableFile, .error, "this file cannot be read", at: .init(found.path, .start), help: "check its permissions")
    return ReadFile(diagnostics: [diagnostic])
  }
}

extension SourceFile {
  /// Whether `kind` or `records` stands anywhere, in any case; or, in UTF-16, may stand there.
  fileprivate var mayBeRegister: Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let words = [Array("kind".utf8), Array("records".utf8)]
    for (i, byte) in bytes.enumerated() where byte | 0x20 == UInt8(ascii: "k") || byte | 0x20 == UInt8(ascii: "r") {
      let rest = bytes[i...]
      if words.contains(where: { word in rest.count >= word.count && zip(rest, word).allSatisfy { $0 | 0x20 == $1 } }) {
        return true
      }
    }
    return false
  }
}
