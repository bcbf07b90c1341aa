import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is parsed and decoded.
  static let pageFrontMatter = Rule(
    .pageFrontMatter, .prose, .warning, title: "the front matter of a page can be read", clauses: ["7.5.2"],
    explanation: """
      A Markdown file that is not a record is shown as a page. Its front matter often belongs to another program. dossier \
      uses only its `title`. Front matter that is not valid YAML is a warning, because no program can read it reliably. \
      YAML features that dossier does not support, such as anchors and tags, are a note. In the front matter of a record, \
      the same problems are errors of other rules. If another program needs the front matter, switch this rule off in \
      `dossier.yaml`.
      """,
    bad: RuleExample([
      "index.md": """
      ---
      title: Complaints
      ⟦title⟧: Questions
      ---

      A person decides about every complaint.
      """
    ]),
    good: .fixing(["index.md": ("title: Complaints\ntitle: Questions", "title: Complaints and questions")]))
}
