package import DossierRecords
import DossierRules
package import DossierText

/// The input of an analysis: the files of a workspace, the history of its records, and the results of verifying approvals.
///
/// The bytes may come from a folder, a commit, an editor or a test. Nothing is parsed yet.
package struct SourceFiles: Sendable {
  /// The texts with their bytes, and the attachments (all other files) with their size and digest.
  package let tree: SourceTree
  /// Diagnostics about files that are not in the tree, such as symbolic links and files that cannot be read.
  package let diagnostics: [Diagnostic]
  /// The history of the records in git.
  package let history: RecordHistory
  /// The results of verifying approvals with git and signatures.
  package let proofs: ApprovalProofs

  package init(
    _ tree: SourceTree, diagnostics: [Diagnostic] = [], history: RecordHistory = .unread, proofs: ApprovalProofs = .unread
  ) {
    self.tree = tree
    self.diagnostics = diagnostics
    self.history = history
    self.proofs = proofs
  }

  /// Makes sources from paths and bytes. Files are divided into texts and attachments in the same way as files of a folder.
  package init(
    contents: [SourcePath: [UInt8]], diagnostics: [Diagnostic] = [], history: RecordHistory = .unread,
    proofs: ApprovalProofs = .unread
  ) {
    var texts: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    let adopt = contents.first { $0.key.isConfiguration }.map { SourceFiles.adoptions(in: $0.value) } ?? []
    for (path, bytes) in contents {
      let isText = SourceFiles.isText(path, adopting: adopt)
      if isText ? bytes.count <= SourceFiles.largestText : SourceFiles.isLookalike(path, bytes) {
        texts.append(SourceFile(path: path, bytes: bytes))
      } else {
        attachments.append(SourceFiles.attachment(path, bytes))
      }
    }
    self.init(
      SourceTree(files: texts, attachments: attachments), diagnostics: diagnostics, history: history, proofs: proofs)
  }

  /// Returns the same input, but with `texts` in place of the texts with the same paths.
  ///
  /// For example, `texts` are texts with fixes applied, or the unsaved text of an editor.
  package func replacing(_ texts: [SourceFile]) -> SourceFiles {
    let replaced = Dictionary(texts.map { ($0.path, $0) }) { _, last in last }
    return SourceFiles(
      SourceTree(
        files: tree.files.map { replaced[$0.path] ?? $0 }, attachments: tree.attachments, surroundings: tree.surroundings),
      diagnostics: diagnostics, history: history, proofs: proofs)
  }

  // MARK: Texts and attachments

  /// The maximum size of a text in bytes. A larger text is treated as an attachment, and a diagnostic reports its size.
  package static let largestText = 4 << 20

  /// Whether a file with this name is read as text: a Markdown or YAML file, or a file of another name that an adoption covers.
  package static func isText(_ path: SourcePath, adopting adoptions: [Adoption]) -> Bool {
    ["md", "yaml", "yml"].contains(path.fileExtension) || path == Baseline.path || adoptions.contains { $0.covers(path) }
  }

  /// The adoptions in a `dossier.yaml`. Empty if the file cannot be read.
  package static func adoptions(in bytes: [UInt8]) -> [Adoption] {
    guard let path = SourcePath(Configuration.fileName), bytes.count <= largestText else { return [] }
    let parsed = FileParser(nil).parse(SourceFile(path: path, bytes: bytes))
    return parsed.decoded?.configuration?.configuration.adopt ?? []
  }

  /// Whether a file is read as text although its name is not the name of a text: it looks like a record.
  package static func isLookalike(_ path: SourcePath, _ bytes: [UInt8]) -> Bool {
    RecordLookalike.hasName(path) && bytes.count <= RecordLookalike.largestFile && RecordLookalike.isRecord(path, bytes)
  }

  /// Makes an attachment. Its `bytes` are nil if the file is too large for a table of readings.
  package static func attachment(_ path: SourcePath, _ bytes: [UInt8]) -> SourceTree.Attachment {
    let kept = bytes.count <= MetricReadings.largestFile ? bytes : nil
    return SourceTree.Attachment(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: kept)
  }
}
