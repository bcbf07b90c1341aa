import DossierText

/// Writes a catalogue as a catalogue file. Reading the file gives the same catalogue.
package enum CatalogueText {
  /// The text of the catalogue file. It contains the number of items of each kind and of each level. The lines of `remark` become
  /// comments at the top.
  package static func text(of catalogue: Catalogue, remark: [String] = []) -> String {
    var out = remark.map { "# \($0)\n" }.joined()
    out += "kind: catalogue\n"
    out += line("name", catalogue.name) + line("title", catalogue.title)
    if catalogue.short != catalogue.name { out += line("short", catalogue.short) }
    out += line("publisher", catalogue.publisher) + line("edition", catalogue.edition) + line("note", catalogue.note)
    if !catalogue.provenance.sources.isEmpty { out += "sources:\n" }
    for source in catalogue.provenance.sources {
      let members = [("name", source.name), ("address", source.address), ("licence", source.licence), ("gave", source.gave)]
      out += entry(members.map { line($0, $1) }.filter { !$0.isEmpty })
    }
    out += line("verified", catalogue.provenance.verified)
    if !catalogue.provenance.cautions.isEmpty { out += "cautions:\n" }
    for caution in catalogue.provenance.cautions { out += "  - \(quoted(caution))\n" }
    out += "# The counts are verified whenever the file is read.\ncounts:\n"
    out += "  kind: {\(tally(catalogue.items.map(\.kind.rawValue)))}\n  level: {\(tally(catalogue.items.map(\.level)))}\n"
    out += "items:\n"
    for item in catalogue.items { out += text(of: item) }
    return out
  }

  private static func text(of item: Catalogue.Item) -> String {
    var lines = [line("id", item.id), "kind: \(item.kind.rawValue)\n"]
    lines += [line("level", item.level), line("parent", item.parent), line("title", item.title), line("asks", item.asks)]
    lines += [list("answered_by", item.answeredBy), application(item.application), line("inserted_by", item.insertedBy)]
    lines += [line("amended_by", item.amendedBy), line("requirement", item.requirement), line("note", item.note)]
    lines += [list("tags", item.tags), list("labels", item.labels), line("withdrawn", item.withdrawn)]
    return entry(lines.filter { !$0.isEmpty })
  }

  private static func application(_ application: Application?) -> String {
    guard let application, let first = application.dates.first else { return "" }
    guard first.what != nil else { return "applies_from: \(first.date)\n" }
    return "applies_from: {" + application.dates.map { "\(quoted($0.what ?? "")): \($0.date)" }.joined(separator: ", ") + "}\n"
  }

  /// Formats the lines as one entry of a top-level list.
  private static func entry(_ lines: [String]) -> String {
    lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }.joined()
  }

  private static func line(_ key: String, _ text: String?) -> String { text.map { "\(key): \(quoted($0))\n" } ?? "" }

  private static func list(_ key: String, _ texts: [String]) -> String {
    texts.isEmpty ? "" : "\(key): [\(texts.map(quoted).joined(separator: ", "))]\n"
  }

  /// Counts words, in the order of their first occurrence.
  private static func tally(_ words: [String]) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for word in words {
      if counts[word] == nil { order.append(word) }
      counts[word, default: 0] += 1
    }
    return order.map { "\(quoted($0)): \(counts[$0] ?? 0)" }.joined(separator: ", ")
  }

  /// Quotes a text as a JSON string, which is also valid YAML.
  private static func quoted(_ text: String) -> String { JSON.string(text).compact() }
}
