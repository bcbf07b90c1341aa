import DossierMarkup
package import DossierRecords
import DossierRules
package import DossierText

/// The files of a workspace after the stage *parse*. The result for a text depends only on the text and the configuration.
package struct ParsedFiles: Sendable {
  package let sources: SourceFiles
  /// The texts, in the order of their paths.
  package let files: [ParsedFile]
  /// The parser of this workspace. Use it to parse earlier versions of the files.
  package let parser: FileParser
  let stages: StageTimes

  package init(_ sources: SourceFiles, files: [ParsedFile], parser: FileParser, stages: StageTimes = StageTimes()) {
    self.sources = sources
    self.files = files
    self.parser = parser
    self.stages = stages
  }

  package var documents: [DecodedDocument] { files.compactMap(\.decoded) }

  /// The attachments that contain the readings of metrics. An analysis does not need the bytes of any other attachment.
  package var tables: [SourceTree.Attachment] {
    let paths = MetricReadings.files(of: documents)
    return sources.tree.attachments.filter { paths.contains($0.path) }
  }

  /// What is around the sources, as far as the texts refer to it.
  ///
  /// `folder` gives the folder of the workspace in its repository, and `look` says what exists at a path. `look` gets only paths at
  /// which the workspace has no source.
  package func surroundings(
    folder: () throws -> [String], look: (SourcePath) throws -> Surroundings.Unlisted?
  ) rethrows -> Surroundings {
    let documents = self.documents
    var sites: [ReferenceSite] = []
    for document in documents {
      for entry in document.entries { sites += entry.references }
      if let page = document.page { sites += page.references }
    }
    sites = sites.filter { $0.expectation == ReferenceSite.Expectation.link || $0.expectation == ReferenceSite.Expectation.file }
    let hasRootLink = sites.contains { $0.target.utf8.first == UInt8(ascii: "/") }
    let place = hasRootLink ? try folder() : []
    let roots = LinkRoots(documents.lazy.compactMap(\.configuration).first?.configuration, workspace: place)
    let known = Set(sources.tree.files.map(\.path) + sources.tree.attachments.map(\.path))
    var unlisted: [SourcePath: Surroundings.Unlisted] = [:]
    var seen: Set<SourcePath> = []
    for path in sites.lazy.flatMap({ $0.paths(roots) }) where !known.contains(path) && seen.insert(path).inserted {
      if let found = try look(path) { unlisted[path] = found }
    }
    return Surroundings(folder: place, unlisted: unlisted)
  }

  /// Returns these files together with data that can be read only after parsing.
  ///
  /// The data are the bytes of tables of readings, the history, and the proofs of approvals.
  package func adding(
    tables: [SourceTree.Attachment] = [], history: RecordHistory, proofs: ApprovalProofs,
    surroundings: Surroundings = Surroundings()
  ) -> ParsedFiles {
    let read = Dictionary(tables.map { ($0.path, $0) }) { _, last in last }
    let tree = SourceTree(
      files: sources.tree.files, attachments: sources.tree.attachments.map { read[$0.path] ?? $0 }, surroundings: surroundings)
    return ParsedFiles(
      SourceFiles(tree, diagnostics: sources.diagnostics, history: history, proofs: proofs), files: files, parser: parser,
      stages: stages)
  }

  /// The sources for the later stages. The texts contain no invalid UTF-8, because it was replaced. Only attachments with
  /// readings have bytes.
  var tree: SourceTree {
    let tables = Set(tables.map(\.path))
    return SourceTree(
      files: files.map(\.source),
      attachments: sources.tree.attachments.map { tables.contains($0.path) ? $0 : $0.withoutBytes },
      surroundings: sources.tree.surroundings)
  }

  /// The diagnostic of a folder without `dossier.yaml`. An empty folder is an error: it is probably the wrong folder.
  private var noConfiguration: Diagnostic {
    let inner = files.first { $0.source.path.name == Configuration.fileName }?.source.path.folder.joined(separator: "/")
    let isEmpty = !files.contains { file in
      file.decoded.map { !$0.entries.isEmpty || $0.page != nil || $0.framework != nil || !$0.unreadIDs.isEmpty } ?? false
    }
    let isSilent = sources.diagnostics.isEmpty && files.allSatisfy(\.diagnostics.isEmpty)
    return .noConfiguration(inner: inner, isEmpty: isEmpty && isSilent)
  }

  var baseline: Baseline? { files.lazy.compactMap(\.baseline).first }

  /// The diagnostics of reading and parsing each file, and the note about a missing configuration.
  var diagnostics: [Diagnostic] {
    let adopt = documents.lazy.compactMap(\.configuration).first?.configuration.adopt ?? []
    let tooLarge = sources.tree.attachments.filter { SourceFiles.isText($0.path, adopting: adopt) }.map(Diagnostic.tooLarge)
    let unread = sources.diagnostics + tooLarge
    // A `dossier.yaml` that cannot be read, for example a symbolic link, has its own diagnostic.
    let hasConfiguration =
      files.contains { $0.decoded?.configuration != nil } || unread.contains { $0.primary.path.isConfiguration }
    guard !hasConfiguration else { return unread + files.flatMap(\.diagnostics) }
    return unread + files.flatMap(\.diagnostics) + [noConfiguration]
  }
}

/// The stage *parse*: parses and decodes every text.
///
/// The configuration is parsed first, because it declares kinds of records.
package func parse(
  _ sources: SourceFiles, workers: Int = 1, stages: StageTimes = StageTimes()
) async throws -> ParsedFiles {
  var stages = stages
  let first = sources.tree.files.first(where: \.path.isConfiguration).map { FileParser(nil).parse($0) }
  var parser = FileParser(first?.decoded?.configuration)
  var files = try await orderedMap(sources.tree.files, workers: workers) { [parser] file in
    if file.path.isConfiguration, let first { first } else { parser.parse(file) }
  }
  // Adopted files refer to records by names that other files declare. So adopted files are decoded again when all names are known.
  if files.contains(where: \.isAdopted) {
    let named = FileParser(first?.decoded?.configuration, names: AdoptedNames(files.compactMap(\.decoded)))
    files = try await orderedMap(Array(zip(sources.tree.files, files)), workers: workers) { file, parsed in
      parsed.isAdopted ? named.parse(file) : parsed
    }
    parser = named
  }
  stages.mark("parse, decode")
  return ParsedFiles(sources, files: files, parser: parser, stages: stages)
}

extension ParsedFile {
  /// Whether the file contains a record of an adoption.
  fileprivate var isAdopted: Bool { decoded?.entries.contains { $0.entry.isAdopted } ?? false }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ text: SourceTree.Attachment) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, .error, "this file has \(text.size) bytes; the limit is \(SourceFiles.largestText)",
      at: .init(text.path, .start), help: "divide it into several files")
  }

  /// The folder has no `dossier.yaml`. `inner` is a folder below it that has one.
  fileprivate static func noConfiguration(inner: String?, isEmpty: Bool) -> Diagnostic {
    Diagnostic(
      .missingConfiguration, isEmpty ? .error : .note,
      isEmpty
        ? "this folder has no `dossier.yaml`, no record and no page"
        : "this folder has no `dossier.yaml`, so the organisation has no name",
      at: .init(.workspace, .start),
      help: inner.map { "use the folder `\($0)`, which has a `dossier.yaml`" }
        ?? (isEmpty
          ? "use the folder that contains the records, or begin with `dossier init`"
          : "write a `dossier.yaml` with `organisation: NAME`, or begin with `dossier init`"))
  }
}
