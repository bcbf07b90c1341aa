import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension Rules {
  static let unmatchedKey = Rule(
    RuleID("unmatched-key"), .references, .warning, title: "each key that `adopt` reads exists in a file", clauses: ["7.5.3"],
    explanation: """
      Each key that an adoption in `dossier.yaml` reads must exist in at least one of its files. `adopt` maps the keys \
      of existing files to the fields of records. If no file has a key, the field stays empty in every record. For \
      example, a mistake in the key of the review date would make all review dates disappear. Correct the key, or \
      remove the line. The key of an inner mapping is written with its parents: `sources.ARK`. A key can also be a line \
      below the title, such as `**Owner:** Jane`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let configuration = dossier.configurationEntry else { return }
      for (i, adoption) in configuration.configuration.adopt.enumerated() {
        guard let keys = dossier.adoptionKeys[i] else { continue }
        var names = SuggestionIndex(keys.present.sorted())
        func check(_ key: String, _ span: Span, isWhole: Bool) {
          guard !keys.found.contains(key), span != adoption.preset?.span else { return }
          let meant = names.closest(to: key)
          reporter.report(
            "no file of this adoption has the key `\(key.prefix(60))`", at: configuration.path, span,
            label: meant.map { "did you mean `\($0)`?" } ?? "",
            help: meant == nil ? "write a key that the files have, or remove it" : "correct the key, or remove it",
            fixes: isWhole ? meant.map { [.init(configuration.path, span, key, to: $0, .suggested)] } ?? [] : [])
        }
        for member in adoption.fields?.members ?? [] {
          if let key = member.value.text { check(key, member.value.span, isWhole: true) }
        }
        if let language = adoption.language { check(language.value, language.span, isWhole: true) }
        for (field, texts) in [
          ("having", adoption.having?.items.map { [$0] } ?? []), ("id", adoption.id.map { [$0.keys] } ?? []),
          ("names", adoption.names?.items.map(\.keys) ?? []),
        ] {
          for (j, list) in texts.enumerated() {
            let place = configuration.span(of: "adopt[\(i)].\(field)" + (texts.count > 1 ? "[\(j)]" : ""))
            for key in list { check(key, place, isWhole: false) }
          }
        }
      }
    },
    bad: example("⟦last_reviewd⟧"),
    good: example("last_reviewed"))

  private static func example(_ key: String) -> RuleExample {
    RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      adopt:
        - files: handbook/**/*.md
          kind: document
          fields: {reviewed: \(key)}
      """,
      "handbook/backups.md": """
      ---
      last_reviewed: 2026-05-04
      ---
      # Backups

      Every night.
      """,
    ])
  }
}
