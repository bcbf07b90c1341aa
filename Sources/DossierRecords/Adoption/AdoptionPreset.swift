import DossierMarkup
import DossierText

/// A common layout of repositories, as the keys of an adoption in YAML.
package struct AdoptionPreset: Sendable {
  package let name: String
  /// The layout, in a few words, for the documentation.
  package let meaning: String
  package let yaml: String

  package static let all = [govukTechDocs, madr, adrTools, okf]

  private static let govukTechDocs = AdoptionPreset(
    name: "govuk-tech-docs", meaning: "pages of the GOV.UK Technical Documentation Template",
    yaml: """
      files: [source/**/*.html.md.erb, source/**/*.md.erb, source/**/*.html.md]
      having: last_reviewed_on
      kind: document
      fields: {reviewed: last_reviewed_on, review_cycle: review_in, owner: owner_slack, x-source: source_url}
      """)

  private static let madr = AdoptionPreset(
    name: "madr", meaning: "Markdown Architectural Decision Records",
    yaml: """
      files: [docs/decisions/**/*.md, docs/adr/**/*.md]
      except: ["**/README.md", "**/index.md", "**/*template*.md"]
      kind: decision
      names: ["{stem}", "{stem before -}", "ADR-{stem before -}"]
      fields: {status: status, x-date: date, x-decision-makers: decision-makers, x-deciders: deciders}
      \(statuses)
      """)

  private static let adrTools = AdoptionPreset(
    name: "adr-tools", meaning: "decision records of adr-tools",
    yaml: """
      files: [doc/adr/*.md, docs/adr/*.md, doc/architecture/decisions/*.md, docs/architecture/decisions/*.md]
      except: ["**/README.md", "**/index.md", "**/*template*.md"]
      kind: decision
      names: ["{stem}", "{stem before -}", "ADR-{stem before -}"]
      fields: {status: "## Status", x-date: Date}
      \(statuses)
      """)

  private static let okf = AdoptionPreset(
    name: "okf", meaning: "concepts of the Open Knowledge Format",
    yaml: """
      files: "**/*.md"
      except: ["**/index.md", "**/log.md"]
      having: type
      kind: document
      fields: {next_review: stale_after, tags: tags, x-type: type, x-status: status, x-resource: resource}
      """)

  private static let statuses =
    "values: {status: {proposed*: proposed, pending*: proposed, on hold*: proposed, draft*: draft, accepted*: accepted, "
    + "approved*: accepted, implemented*: accepted, partly superseded*: accepted, partially superseded*: accepted, "
    + "rejected*: rejected, deprecated*: retired, superseded*: superseded, superceded*: superseded}}"

  /// The preset as a YAML mapping in which every part has one span.
  private func node(at span: Span) -> YAMLNode? {
    let source = SourceFile(path: SourcePath(parts: ["\(name).yaml"]), bytes: Array(yaml.utf8))
    return DocumentParser.parse(source).value.fields?.moved(to: span)
  }

  /// The configuration with the keys that the presets of its adoptions supply. The keys of an adoption take precedence over the
  /// keys of its preset.
  static func applied(to root: YAMLNode, _ decoding: inout Decoding) -> YAMLNode {
    guard let members = root.members, root.member("adopt") != nil else { return root }
    let merged = members.map { member in
      guard member.key == "adopt", case .sequence(let items) = member.value.content else { return member }
      let adoptions = items.map { applied(toAdoption: $0, &decoding) }
      return YAMLNode.Member(
        key: member.key, keySpan: member.keySpan, value: YAMLNode(span: member.value.span, content: .sequence(adoptions)))
    }
    return YAMLNode(span: root.span, content: .mapping(merged))
  }

  private static func applied(toAdoption item: YAMLNode, _ decoding: inout Decoding) -> YAMLNode {
    guard let members = item.members, let written = item.member("preset")?.value, let name = written.text, !written.isNull else {
      return item
    }
    guard let preset = all.first(where: { $0.name == name })?.node(at: written.span)?.members else {
      decoding.enter("preset")
      decoding.unknownWord(name, written, all.map(\.name))
      decoding.leave()
      return item
    }
    var merged = members.map { member in
      guard let other = preset.first(where: { $0.key == member.key })?.value.members, let own = member.value.members else {
        return member
      }
      let added = other.filter { one in !own.contains { $0.key == one.key } }
      return YAMLNode.Member(
        key: member.key, keySpan: member.keySpan, value: YAMLNode(span: member.value.span, content: .mapping(own + added)))
    }
    merged += preset.filter { one in !members.contains { $0.key == one.key } }
    return YAMLNode(span: item.span, content: .mapping(merged))
  }
}
