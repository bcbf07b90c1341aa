package import DossierRecords
import DossierRules
package import DossierText

/// The input of an analysis: the files of a workspace in memory, with their history and the results of verifying approvals.
///
/// The bytes may come from a folder, a commit, an editor or a test. Nothing is parsed yet.
package struct SourceFiles: Sendable {
  /// The texts with their bytes, and the other files with their size and digest.
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

  /// The files with these paths and bytes, divided into texts and attachments as they are when read from a folder.
  package init(
    contents: [SourcePath: [UInt8]], diagnostics: [Diagnostic] = [], history: RecordHistory = .unread,
    proofs: ApprovalProofs = .unread
  ) {
    var texts: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    for (path, bytes) in contents {
      if SourceFiles.isText(path), bytes.count <= SourceFiles.largestText {
        texts.append(SourceFile(path: path, bytes: bytes))
      } else {
        attachments.append(SourceFiles.attachment(path, bytes))
      }
    }
    self.init(
      SourceTree(files: texts, attachments: attachments), diagnostics: diagnostics, history: history, proofs: proofs)
  }

  /// The same input with other bytes in some of its texts, such as texts with fixes applied or the unsaved text of an editor.
  package func replacing(_ texts: [SourceFile]) -> SourceFiles {
    let replaced = Dictionary(texts.map { ($0.path, $0) }) { _, last in last }
    return SourceFiles(
      SourceTree(files: tree.files.map { replaced[$0.path] ?? $0 }, attachments: tree.attachments),
      diagnostics: diagnostics, history: history, proofs: proofs)
  }

  // MARK: Texts and attachments

  /// The size in bytes above which a text is an attachment, with a diagnostic.
  package static let largestText = 4 << 20

  /// Whether a file with this name is read as text.
  package static func isText(_ path: SourcePath) -> Bool {
    ["md", "yaml", "yml"].contains(path.fileExtension) || path == Baseline.path
  }

  /// An attachment. It keeps its bytes only if the file is small enough for a table of readings.
  package static func attachment(_ path: SourcePath, _ bytes: [UInt8]) -> SourceTree.Attachment {
    let kept = bytes.count <= MetricReadings.largestFile ? bytes : nil
    return SourceTree.Attachment(path: path, size: bytes.count, digest: Digest(of: bytes), bytes: kept)
  }
}
