package import DossierText

/// The *assemble* stage: combines the contents of all files, in order, and resolves references.
///
/// `library` contains the embedded catalogues that the configuration lists, and the crosswalks between them.
package func assemble(
  _ documents: [DecodedDocument], sources: SourceTree, library: (catalogues: [Catalogue], crosswalks: [Crosswalk]),
  kinds: [RecordKind], history: RecordHistory = .unread, proofs: ApprovalProofs = .unread
) -> Dossier {
  let frameworks = frameworks(documents, library, withheld: Withheld.paths(in: sources))
  let configuration = documents.lazy.compactMap(\.configuration).first
  let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1.name, $0) })
  // Files are ordered by path. If two records have the same id, the record in the first file is kept.
  var named: [DecodedDocument.DecodedEntry] = []
  var later: [DecodedDocument.DecodedEntry] = []
  var seen: Set<String> = []
  for decoded in documents.lazy.flatMap(\.entries) where !decoded.entry.id.isEmpty {
    if seen.insert(RecordID.key(decoded.entry.id)).inserted { named.append(decoded) } else { later.append(decoded) }
  }
  named.sort { a, b in
    let (x, y) = (order[a.entry.kind.name] ?? 0, order[b.entry.kind.name] ?? 0)
    return x != y ? x < y : RecordID.precedes(a.entry.id, b.entry.id)
  }
  // A second record with the same id has no record page, but its file is shown as a page.
  let pages = PlainPage.distinguished(
    (documents.compactMap(\.page) + later.compactMap(\.page)).sorted { $0.page.path < $1.page.path })
  let entries = named.map(\.entry)
  let resolver = Resolver(
    entries: entries, pages: pages.map(\.page), unread: documents.flatMap(\.unreadIDs),
    files: sources.files.map(\.path) + sources.attachments.map(\.path), frameworks: frameworks,
    unlisted: sources.surroundings.unlisted,
    roots: LinkRoots(configuration?.configuration, workspace: sources.surroundings.folder), isConfigured: configuration != nil)
  var edges: [ReferenceGraph.Edge] = []
  func add(_ sites: [ReferenceSite], from origin: ReferenceGraph.Origin) {
    for site in sites {
      let (target, fragment, problem) = resolver.resolve(site, from: origin)
      edges.append(.init(origin: origin, site: site, target: target, fragment: fragment, problem: problem))
    }
  }
  for (i, decoded) in named.enumerated() { add(decoded.references, from: .entry(i)) }
  for (i, decoded) in pages.enumerated() { add(decoded.references, from: .page(i)) }
  let positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { (RecordID.key($1.id), $0) })
  let duplicates = later.map { Dossier.Duplicate(entry: $0.entry, first: positions[RecordID.key($0.entry.id)] ?? 0) }
  return Dossier(
    configuration: configuration, frameworks: frameworks, kinds: kinds, entries: entries, pages: pages.map(\.page),
    duplicates: duplicates, unreadIDs: documents.flatMap(\.unreadIDs), attachments: sources.attachments,
    digests: digests(of: sources), graph: ReferenceGraph(edges), history: history, proofs: proofs,
    adoptionKeys: AdoptionKeys.merged(documents.lazy.flatMap(\.adoptionKeys)))
}

private func frameworks(
  _ documents: [DecodedDocument], _ library: (catalogues: [Catalogue], crosswalks: [Crosswalk]), withheld: Set<SourcePath>
) -> Frameworks {
  var (catalogues, crosswalks) = library
  var texts: [LicensedText] = []
  for document in documents {
    switch document.framework {
    case .catalogue(let catalogue): catalogues.append(catalogue)
    case .crosswalk(let crosswalk): crosswalks.append(crosswalk)
    case .texts(let text): texts.append(text)
    case nil: break
    }
  }
  return Frameworks(catalogues: catalogues, crosswalks: crosswalks, texts: texts, withheld: withheld)
}

private func digests(of sources: SourceTree) -> [SourcePath: Digest] {
  let texts = sources.files.map { ($0.path, $0.digest) }
  let others = sources.attachments.map { ($0.path, $0.digest) }
  let pictures = sources.surroundings.unlisted.values.compactMap { entry in
    if case .picture(let picture) = entry { (picture.path, picture.digest) } else { nil }
  }
  return Dictionary(texts + others + pictures) { first, _ in first }
}
