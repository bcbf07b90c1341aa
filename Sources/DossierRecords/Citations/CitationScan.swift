package import DossierMarkup
package import DossierText

/// Finds the citations of a text, in order, and which framework each can mean. Linear in the text.
package struct CitationScan {
  private let tree: MarkupTree
  private let source: SourceFile
  /// What the document is about, from its path, front matter and first blocks, and what it names anywhere.
  private var about: FrameworkSet = []
  private var named: FrameworkSet = []
  private var found: [Found] = []
  private var headings: [(level: Int32, named: FrameworkSet)] = []
  /// Letters of annexes that the document has of its own.
  private var ownAnnexes: Set<UInt8> = []
  private var blocks = 0

  /// A mention and what stands around it; what the whole document says is known only at its end.
  private struct Found {
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
    guard CitationSigns.arePresent(in: tree.text) else { return [] }
    var scan = CitationScan(tree, source)
    scan.readSurroundings()
    scan.readBlocks()
    return scan.found.compactMap(scan.citation)
  }

  // MARK: Reading

  /// The path, whose words underscores divide, and the front matter.
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

  /// What a column or a row of a table says besides the cell itself.
  private struct TableNames {
    var column: FrameworkSet = []
    var header: FrameworkSet = []
  }

  /// Reads one block and notes what it mentions; what it names, and its text.
  @discardableResult
  private mutating func block(
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
      // In code only what stands in the same line counts.
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

  // MARK: Tables

  private mutating func table(_ index: Int) {
    var headers: [(named: FrameworkSet, isTitle: Bool)] = []
    var row = index + 1
    while row < Int(tree.nodes[index].end) {
      var column = 0
      var before: FrameworkSet = []
      var waiting: Int?
      var cell = row + 1
      while cell < Int(tree.nodes[row].end) {
        let first = found.count
        let outer = TableNames(
          column: column < headers.count ? headers[column].named : [],
          header: headers.reduce(into: []) { $0.formUnion($1.named) })
        var (names, text) = block(cell, outer: outer, rowBefore: before)
        if tree.nodes[row].isMarked {
          headers.append((names, CitationScan.isTitleColumn(text.bytes)))
        } else if let id = waiting, column < headers.count, headers[column].isTitle {
          found[id].title = CitationScan.title(in: &text) ?? found[id].title
        }
        waiting = nil
        if found.count == first + 1, found[first].mention.isFirst, found[first].mention.groupEnd == text.bytes.count {
          waiting = first
        }
        if !names.isEmpty { before = names }
        column += 1
        cell = Int(tree.nodes[cell].end)
      }
      row = Int(tree.nodes[row].end)
    }
  }

  private static func isTitleColumn(_ header: [UInt8]) -> Bool {
    let words = [
      "title", "name", "control", "controls", "clause", "requirement", "topic", "domain", "area", "objective", "article", "titel",
      "bezeichnung",
    ]
    let own = String(decoding: header.prefix(60), as: UTF8.self).lowercased().split { !$0.isLetter }
    return own.count <= 4 && own.contains { words.contains(String($0)) }
  }

  private static func title(in text: inout CitationText) -> Citation.Title? {
    let bytes = text.bytes
    guard (4...90).contains(bytes.count), !bytes.contains(where: { CitationText.isDigit($0) || $0 == CitationText.gap }),
      CitationText.isAlphanumeric(bytes[0])
    else { return nil }
    return Citation.Title(
      text: String(decoding: bytes, as: UTF8.self), place: .inNextCell, span: text.span(of: bytes.indices))
  }

  // MARK: Deciding

  private func citation(_ found: Found) -> Citation? {
    let mention = found.mention
    guard let frameworks = frameworks(found) else { return nil }
    return Citation(
      form: mention.form, id: mention.id, frameworks: frameworks, isReference: mention.isReference,
      isCalledControl: mention.isCalledControl, title: found.title, path: source.path, span: found.span)
  }

  /// Nil where nothing that can be judged is meant.
  private func frameworks(_ found: Found) -> [CitedFramework]? {
    let mention = found.mention
    if mention.isReference { return [.iso42001] }
    switch mention.form {
    case .outcome: return [.nistAIRMF]
    case .criterion: return [.soc2]
    case .safeguard:
      return mention.id.utf8.last == UInt8(ascii: ")") || named.contains(.hipaa) ? [.hipaa] : nil
    case .article, .annex:
      let context = found.context.or(inDocument(.laws))
      // A law that is not known here has articles of the same numbers: then nothing can be said.
      guard case .named(let set) = context, !set.hasOther else { return nil }
      return mention.form == .annex ? (set.contains(.euAIAct) ? [.euAIAct] : nil) : set.cited
    case .clause:
      // Contracts have a clause 12, and laws a § 8: only the sentence itself can make them those of a standard.
      let isUsual = mention.isWord && (Int(mention.id) ?? 0) <= 10
      return isUsual || found.isInSentence ? standards(found) : nil
    case .control, .guidance:
      let letter = mention.id.utf8.first ?? 0
      if ownAnnexes.contains(letter), !found.isInSentence, !about.contains(.iso42001) { return nil }
      guard let set = standards(found) else { return nil }
      if !set.isEmpty { return set }
      if mention.namesAnnex { return [.iso42001, .iso27001] }
      return mention.isSingle || (found.isInHeading && mention.isFirst) ? nil : []
    }
  }

  /// Empty where nothing is named anywhere.
  private func standards(_ found: Found) -> [CitedFramework]? {
    switch found.context.or(inDocument(.standards)) {
    case .named(let set): set.cited
    case .other: nil
    case .nothing: []
    }
  }

  /// What the document is about, else what it names.
  private func inDocument(_ kind: FrameworkSet) -> CitationContext {
    let about = about.intersection(kind)
    return CitationContext(about.cited.isEmpty ? named : about, of: kind)
  }
}
