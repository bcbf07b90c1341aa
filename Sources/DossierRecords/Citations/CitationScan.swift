package import DossierMarkup
package import DossierText

/// Finds the citations in a text, in order, with the frameworks that each citation can mean. The cost is linear in the length of
/// the text.
package struct CitationScan {
  let tree: MarkupTree
  let source: SourceFile
  /// The frameworks that the document is about, according to its path, front matter and first blocks.
  private(set) var about: FrameworkSet = []
  private(set) var named: FrameworkSet = []
  var found: [Found] = []
  /// `isOnlyName` is true if the heading consists of framework names.
  private var headings: [(level: Int32, named: FrameworkSet, isOnlyName: Bool)] = []
  /// Whether the document contains numbers of documents that look like numbers of controls.
  private(set) var hasDocumentNumbers = false
  /// The letters of annexes that the document itself contains.
  private(set) var ownAnnexes: Set<UInt8> = []
  private var blocks = 0

  /// A mention with its context. The context of the whole document is added after the last block has been read.
  struct Found {
    let mention: CitationMention
    let context: CitationContext
    let isInSentence: Bool
    /// Whether the name of the framework is directly beside the mention.
    let isDirect: Bool
    let isInHeading: Bool
    let span: Span
    let block: Int
    var title: Citation.Title?
  }

  private init(_ tree: MarkupTree, _ source: SourceFile) {
    self.tree = tree
    self.source = source
  }

  package static func citations(in tree: MarkupTree, of source: SourceFile) -> [Citation] {
    guard CitationPrefilter.arePresent(in: tree.text) else { return [] }
    var scan = CitationScan(tree, source)
    scan.readSurroundings()
    scan.readBlocks()
    return scan.found.compactMap(scan.citation)
  }

  // MARK: Reading

  /// Finds the frameworks that the path and the front matter name. In the path, underscores and slashes separate words.
  private mutating func readSurroundings() {
    let whole = source.path.description.utf8
    let path = (whole.suffix(3).elementsEqual(".md".utf8) ? whole.dropLast(3) : whole[...]).map {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/") ? 0x20 : $0
    }
    let body = min(Int(tree.nodes.first?.span.lower ?? 0), source.bytes.count)
    for bytes in [path, Array(source.bytes[..<min(body, 4096)])] where !bytes.isEmpty {
      let reader = CitationScan.read(bytes, isHeading: false, isCode: false)
      about.formUnion(names(reader))
      if reader.hasDocumentNumbers { hasDocumentNumbers = true }
    }
    if path.split(separator: 0x20).contains(where: { $0.elementsEqual("AIMS".utf8) || $0.elementsEqual("aims".utf8) }) {
      about.insert(.iso42001)
    }
    named = about
  }

  private mutating func readBlocks() {
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      switch node.kind {
      case .paragraph, .heading, .codeBlock:
        block(i, outer: .init(), row: .init())
        i = Int(node.end)
      case .table:
        table(i)
        i = Int(node.end)
      default: i += 1
      }
    }
  }

  private static func read(_ bytes: [UInt8], isHeading: Bool, isCode: Bool) -> CitationReader {
    var reader = CitationReader(bytes, isHeading: isHeading, isCode: isCode)
    reader.read()
    return reader
  }

  private func names(_ reader: CitationReader) -> FrameworkSet {
    reader.markers.reduce(into: []) { if $1.use == .name { $0.formUnion($1.framework) } }
  }

  /// The frameworks named in the header of a table: in the cell above a column, and in the whole header.
  struct TableNames {
    var column: FrameworkSet = []
    var header: FrameworkSet = []
  }

  /// The frameworks named by the earlier cells of a table row.
  struct RowNames {
    /// The frameworks named by the nearest cell that names any.
    var nearest: FrameworkSet = []
    /// The frameworks named by the cell directly before.
    var adjacent: FrameworkSet = []
    /// The frameworks named by the first cell, if it consists of names.
    var first: FrameworkSet = []
  }

  /// Reads one block and records its mentions. Returns the frameworks that the block names and the text of the block.
  @discardableResult
  mutating func block(
    _ index: Int, outer: TableNames, row: RowNames
  ) -> (named: FrameworkSet, isOnlyName: Bool, text: CitationText) {
    let node = tree.nodes[index]
    var references: Set<Int> = []
    var text = CitationText(tree, block: index, source: source.bytes, references: &references)
    let reader = CitationScan.read(text.bytes, isHeading: node.kind == .heading, isCode: node.kind == .codeBlock)
    let names = names(reader)
    named.formUnion(names)
    blocks += 1
    if blocks <= 3 { about.formUnion(names) }
    if reader.hasDocumentNumbers { hasDocumentNumbers = true }
    if node.kind == .heading { enter(node, reader, names) }
    let standards = CitationSurroundings(reader, of: .standards)
    let laws = CitationSurroundings(reader, of: .laws)
    for var mention in reader.mentions {
      mention.isReference = references.contains(mention.range.lowerBound)
      let isLaw = mention.form == .article || mention.form == .annex
      let surroundings = isLaw ? laws : standards
      let (own, isDirect) = surroundings.inSentence(mention)
      // In code, only the same line gives context.
      if node.kind == .codeBlock, own == .nothing, mention.form != .outcome, mention.form != .criterion { continue }
      let context =
        isLaw ? lawContext(own, outer, row) : standardContext(own.or(surroundings.inBlock(mention)), outer, row)
      let span = text.span(of: mention.range)
      found.append(
        Found(
          mention: mention, context: context, isInSentence: own != .nothing, isDirect: isDirect,
          isInHeading: node.kind == .heading, span: span, block: index,
          title: mention.title.map { title in
            Citation.Title(
              text: reader.words.string(title.range), place: title.place, span: text.span(of: title.range))
          }))
    }
    return (names, reader.isOnlyName, text)
  }

  private func standardContext(_ own: CitationContext, _ outer: TableNames, _ row: RowNames) -> CitationContext {
    own.or(CitationContext(row.nearest, of: .standards)).or(CitationContext(outer.column, of: .standards))
      .or(CitationContext(outer.header, of: .standards)).or(inHeadings(.standards))
  }

  /// The context of an article. Texts cite many laws, often without a name that dossier knows. So only the same phrase, a table
  /// or a heading that consists of a name shows which law is meant.
  private func lawContext(_ own: CitationContext, _ outer: TableNames, _ row: RowNames) -> CitationContext {
    own.or(CitationContext(row.adjacent, of: .laws)).or(CitationContext(row.first, of: .laws))
      .or(CitationContext(outer.column, of: .laws))
      .or(headings.last.map { $0.isOnlyName ? CitationContext($0.named, of: .laws) : .nothing } ?? .nothing)
  }

  // MARK: Headings

  private mutating func enter(_ heading: MarkupTree.Node, _ reader: CitationReader, _ names: FrameworkSet) {
    while let last = headings.last, last.level >= heading.number { headings.removeLast() }
    headings.append((heading.number, names, reader.isOnlyName))
    let words = reader.words
    let first = words.wordEnd(from: 0)
    let letter = words.skipSpaces(first)
    guard ["annex", "appendix", "anhang"].contains(words.lowercased(0..<first)), words.wordEnd(from: letter) == letter + 1,
      names.isDisjoint(with: .standards), !words.string(0..<min(words.bytes.count, 200)).lowercased().contains("control")
    else { return }
    ownAnnexes.insert(words.bytes[letter])
  }

  private func inHeadings(_ kind: FrameworkSet) -> CitationContext {
    for heading in headings.reversed() {
      let context = CitationContext(heading.named, of: kind)
      if context != .nothing { return context }
    }
    return .nothing
  }
}
