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
  private var headings: [(level: Int32, named: FrameworkSet)] = []
  /// The letters of annexes that the document itself contains.
  private(set) var ownAnnexes: Set<UInt8> = []
  private var blocks = 0

  /// A mention with its context. The context of the whole document is added after the last block has been read.
  struct Found {
    let mention: CitationMention
    let context: CitationContext
    let isInSentence: Bool
    let isInHeading: Bool
    let span: Span
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
    let path = source.path.description.utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/") ? 0x20 : $0 }
    let body = min(Int(tree.nodes.first?.span.lower ?? 0), source.bytes.count)
    for bytes in [path, Array(source.bytes[..<min(body, 4096)])] where !bytes.isEmpty {
      about.formUnion(names(CitationScan.read(bytes, isHeading: false, isCode: false)))
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
        block(i, outer: .init(), rowBefore: [])
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
    reader.markers.reduce(into: []) { $0.formUnion($1.framework) }
  }

  /// The frameworks named in the header of a table: in the cell above a column, and in the whole header.
  struct TableNames {
    var column: FrameworkSet = []
    var header: FrameworkSet = []
  }

  /// Reads one block and records its mentions. Returns the frameworks that the block names and the text of the block.
  @discardableResult
  mutating func block(
    _ index: Int, outer: TableNames, rowBefore: FrameworkSet
  ) -> (named: FrameworkSet, text: CitationText) {
    let node = tree.nodes[index]
    var references: Set<Int> = []
    var text = CitationText(tree, block: index, source: source.bytes, references: &references)
    let reader = CitationScan.read(text.bytes, isHeading: node.kind == .heading, isCode: node.kind == .codeBlock)
    let names = names(reader)
    named.formUnion(names)
    blocks += 1
    if blocks <= 3 { about.formUnion(names) }
    if node.kind == .heading { enter(node, reader, names) }
    let standards = CitationSurroundings(reader, of: .standards)
    let laws = CitationSurroundings(reader, of: .laws)
    for var mention in reader.mentions {
      mention.isReference = references.contains(mention.range.lowerBound)
      let isLaw = mention.form == .article || mention.form == .annex
      let kind: FrameworkSet = isLaw ? .laws : .standards
      let surroundings = isLaw ? laws : standards
      let own = surroundings.inSentence(mention)
      // In code, only the same line gives context.
      if node.kind == .codeBlock, own == .nothing, mention.form != .outcome, mention.form != .criterion { continue }
      let context = own.or(surroundings.inBlock(mention)).or(CitationContext(rowBefore, of: kind))
        .or(CitationContext(outer.column, of: kind)).or(CitationContext(outer.header, of: kind)).or(inHeadings(kind))
      let span = text.span(of: mention.range)
      found.append(
        Found(
          mention: mention, context: context, isInSentence: own != .nothing, isInHeading: node.kind == .heading, span: span,
          title: mention.title.map { title in
            Citation.Title(
              text: reader.words.string(title.range), place: title.place, span: text.span(of: title.range))
          }))
    }
    return (names, text)
  }

  // MARK: Headings

  private mutating func enter(_ heading: MarkupTree.Node, _ reader: CitationReader, _ names: FrameworkSet) {
    while let last = headings.last, last.level >= heading.number { headings.removeLast() }
    headings.append((heading.number, names))
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
