import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// Writes the fields of one record as HTML. References in the fields become links.
struct FieldHTML {
  private let linker: Linker
  private let entry: Entry
  private let origin: ReferenceGraph.Origin
  /// The target of each reference in the fields. The key is the reference as it is written.
  private var targets: [String: ReferenceGraph.Target] = [:]

  init(_ linker: Linker, _ position: Int) {
    self.linker = linker
    entry = linker.site.dossier.entries[position]
    origin = .entry(position)
    for edge in linker.site.dossier.graph.edges(from: origin) where edge.site.field != "text" {
      if let target = edge.target { targets[edge.site.target] = target }
    }
  }

  /// A field as it is shown on the page of its record.
  func block(_ content: FieldContent, _ shape: ValueShape?, field: String) -> HTML {
    HTML.build { write(content, shape, field, &$0) }
  }

  /// A field on one line, as it is shown in a register.
  func cell(_ content: FieldContent) -> HTML { HTML.build { writeCell(content, &$0) } }

  // MARK: Block

  private func write(_ content: FieldContent, _ shape: ValueShape?, _ field: String, _ out: inout [UInt8]) {
    switch content {
    case .list(let items): writeList(items, shape, field, &out)
    case .mapping(let members):
      out.put("<dl class=\"inner\">")
      for member in members {
        out.element("dt", "label", FieldShape.label(of: member.name))
        out.put("<dd>")
        write(member.content, FieldHTML.inner(shape, member.name), "\(field).\(member.name)", &out)
        out.put("</dd>")
      }
      out.put("</dl>")
      if let score = FieldHTML.score(members) {
        out.put("<p class=\"score\">\(RecordWords.score(score.likelihood, score.impact, score.value))</p>")
      }
    case .markdown(let tree):
      var style = MarkupStyle(headingShift: 3)
      style.footnotePrefix = "fn.\(Slug.make(field))."
      out.put("<div class=\"prose\">")
      out += MarkupHTML.render(tree, links: linker.markup(from: origin), style: style).bytes
      out.put("</div>")
    default: writeScalar(content, isShort: false, &out)
    }
  }

  private func writeList(_ items: [FieldContent], _ shape: ValueShape?, _ field: String, _ out: inout [UInt8]) {
    let element: ValueShape? = if case .list(let inner)? = shape { inner } else { nil }
    if items.allSatisfy(FieldHTML.isMapping) { return writeTable(items, element, field, &out) }
    if items.allSatisfy(FieldHTML.isWord) {
      for (i, item) in items.enumerated() {
        if i > 0 { out.put(", ") }
        writeScalar(item, isShort: false, &out)
      }
      return
    }
    out.put("<ul>")
    for item in items {
      out.put("<li>")
      write(item, element, field, &out)
      out.put("</li>")
    }
    out.put("</ul>")
  }

  /// Writes a list of mappings as a table. Each mapping is a row, and each used key is a column, in the order of the schema.
  private func writeTable(_ items: [FieldContent], _ shape: ValueShape?, _ field: String, _ out: inout [UInt8]) {
    var keys: [String] = []
    if case .mapping(let fields)? = shape { keys = fields.map(\.name) }
    var used: Set<String> = []
    for item in items {
      for member in FieldHTML.members(item) {
        used.insert(member.name)
        if !keys.contains(member.name) { keys.append(member.name) }
      }
    }
    keys.removeAll { !used.contains($0) }
    out.put("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
    Escape.appendAttribute(FieldShape.label(of: field), to: &out)
    out.put("\"><table><thead><tr>")
    for key in keys {
      out.put("<th scope=\"col\">")
      out.text(FieldShape.label(of: key))
      out.put("</th>")
    }
    out.put("</tr></thead><tbody>")
    for item in items {
      out.put("<tr>")
      let members = FieldHTML.members(item)
      for key in keys {
        out.put("<td>")
        if let member = members.first(where: { $0.name == key }) {
          write(member.content, FieldHTML.inner(shape, key), "\(field).\(key)", &out)
        } else {
          out.put("<span class=\"none\">\(FieldHTML.isRequired(shape, key) ? SiteWords.missing : "–")</span>")
        }
        out.put("</td>")
      }
      out.put("</tr>")
    }
    out.put("</tbody></table></div>")
  }

  // MARK: Cell

  private func writeCell(_ content: FieldContent, _ out: inout [UInt8]) {
    switch content {
    case .list(let items):
      let divider = items.allSatisfy { FieldHTML.isWord($0) || FieldHTML.isReference($0) } ? ", " : "; "
      for (i, item) in items.prefix(12).enumerated() {
        if i > 0 { out.put(divider) }
        writeCell(item, &out)
      }
      if items.count > 12 { out.put(" <span class=\"note\">\(SiteWords.andOthers)</span>") }
    case .mapping(let members):
      if let score = FieldHTML.score(members) {
        return out.put(
          "<span class=\"score\">\(score.value)</span> <span class=\"note\">\(score.likelihood) × \(score.impact)</span>")
      }
      for (i, member) in members.enumerated() {
        if i > 0 { out.put("; ") }
        if members.count > 1 {
          out.element("span", "label", FieldShape.label(of: member.name))
          out.put(" ")
        }
        writeCell(member.content, &out)
      }
    case .markdown(let tree): out.text(Wording.clipped(tree.plainText(of: 0), to: 180))
    default: writeScalar(content, isShort: true, &out)
    }
  }

  // MARK: Scalars

  private func writeScalar(_ content: FieldContent, isShort: Bool, _ out: inout [UInt8]) {
    switch content {
    case .text(let text): isShort ? out.text(Wording.clipped(text, to: 180)) : writeLines(text, &out)
    case .date(let date): out.date(date)
    case .timestamp(let moment):
      out.put("<time datetime=\"")
      Escape.appendAttribute(moment.description, to: &out)
      out.put("\">")
      out.text(String(decoding: moment.description.utf8.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }, as: UTF8.self))
      out.put("</time>")
    case .duration(let duration): out.text(Wording.duration(duration))
    case .word(let word): out.text(Wording.words(word))
    case .digest(let digest):
      isShort ? out.element("code", "digest", digest.short + "…") : out.element("code", "digest", digest.description)
    case .record(let id):
      guard case .entry(let i)? = targets[id] else { return missing(id, &out) }
      if isShort { linker.writeShort(i, &out) } else { out += linker.entry(i).bytes }
    case .item(let id):
      guard case .item(let catalogue, let item)? = targets[id] else { return missing(id, &out) }
      linker.writeItem(catalogue, item, isShort: isShort, &out)
    case .file(let name): writeFile(name, isShort: isShort, &out)
    default: out.text(content.plain)
    }
  }

  /// Writes a link to a file with its size and digest. The page of the record shows the complete digest, so that a reader can
  /// compare it with the recorded digest. A register shows only the start of the digest (`isShort`).
  private func writeFile(_ name: String, isShort: Bool, _ out: inout [UInt8]) {
    guard case .file(let path)? = targets[name], let href = linker.href(.file(path)) else { return missing(name, &out) }
    out.link(href, "file") { $0.text(path.name) }
    let site = linker.site
    let found =
      site.attachments[path].map { ($0.size, $0.digest) }
      ?? site.sources.file(at: path).map { ($0.bytes.count, $0.digest) }
    if let (size, digest) = found {
      let shown = isShort ? digest.short + "…" : digest.description
      out.put(" <span class=\"note\">\(RecordWords.file(ofSize: size)) <code class=\"digest\">\(shown)</code></span>")
    }
    guard !isShort, case .entry(let position) = origin,
      let matches = site.dossier.evidenceFileMatches(position)
    else { return }
    out.put(" ")
    out.element(
      "span", "badge \(matches ? "good" : "poor")",
      matches ? RecordWords.fileMatches : RecordWords.fileDoesNotMatch)
  }

  private func missing(_ name: String, _ out: inout [UInt8]) {
    out.put("<span class=\"dead\">")
    out.text(name)
    out.put("</span> <span class=\"note\">\(MarkupWords.notFound)</span>")
  }

  /// Writes a text and keeps its line breaks.
  private func writeLines(_ text: String, _ out: inout [UInt8]) {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: true)
    for (i, line) in lines.enumerated() {
      if i > 0 { out.put("<br />") }
      Escape.append(line, to: &out)
    }
  }
}
