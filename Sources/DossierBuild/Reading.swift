import DossierAnalysis
package import DossierRecords
package import DossierText
import Glibc

/// One file of a listing after reading.
package enum ReadFile: Sendable {
  case text(SourceFile)
  /// A file with its size and digest, without its bytes.
  case attachment(SourceTree.Attachment)
  case unreadable(Diagnostic)

  package var source: SourceFile? { if case .text(let source) = self { source } else { nil } }
  package var attachment: SourceTree.Attachment? { if case .attachment(let attachment) = self { attachment } else { nil } }
  package var diagnostic: Diagnostic? { if case .unreadable(let diagnostic) = self { diagnostic } else { nil } }
}

/// Reads the files of a workspace from the disk.
package struct FileReader: Sendable {
  private let workspace: Workspace
  /// The adoptions of the workspace. They decide which files besides Markdown and YAML files are texts.
  private let adoptions: [Adoption]

  package init(workspace: Workspace, adoptions: [Adoption] = []) { (self.workspace, self.adoptions) = (workspace, adoptions) }

  /// Reads all bytes of a text file. For any other file, reads only the size and the digest.
  ///
  /// The file must still be a regular file, and no folder above it may be a symbolic link.
  package func read(_ found: Listing.Found) throws(EnvironmentError) -> ReadFile {
    let root = try Descriptor(folder: workspace.path)
    do throws(SystemFailure) {
      let file = try root.descend(found.path.folder[...]).file(found.path.name)
      if SourceFiles.isText(found.path, adopting: adoptions), found.size <= SourceFiles.largestText {
        let bytes = try file.read(expecting: found.size, limit: SourceFiles.largestText)
        return .text(SourceFile(path: found.path, bytes: bytes))
      }
      if RecordLookalike.hasName(found.path), found.size <= RecordLookalike.largestFile {
        let bytes = try file.read(expecting: found.size, limit: RecordLookalike.largestFile)
        if SourceFiles.isLookalike(found.path, bytes) { return .text(SourceFile(path: found.path, bytes: bytes)) }
        return .attachment(.init(path: found.path, size: bytes.count, digest: Digest(of: bytes)))
      }
      return .attachment(.init(path: found.path, size: found.size, digest: try file.digest()))
    } catch {
      return .unreadable(
        Diagnostic(
          .unreadableFile, .error, "this file cannot be read", at: .init(found.path, .start), help: "check its permissions"))
    }
  }

  /// The same attachment with its bytes. The bytes are left out if the file is too large for readings, or if it changed after it
  /// was listed.
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
}

/// The stage *read*: the files of a listing with their bytes, from a folder or a commit.
func read(
  _ listing: Listing, workers: Int, _ read: @escaping @Sendable (Listing.Found) throws -> ReadFile
) async throws -> SourceFiles {
  let files = try await orderedMap(listing.files, workers: workers, read)
  return SourceFiles(
    SourceTree(files: files.compactMap(\.source), attachments: files.compactMap(\.attachment)),
    diagnostics: listing.diagnostics + files.compactMap(\.diagnostic))
}
