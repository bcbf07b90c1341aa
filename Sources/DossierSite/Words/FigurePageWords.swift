import DossierAssessment

/// The wording of the page of a figure.
enum FigurePageWords {
  static let applicable = "applicable"
  static let noDecision = "no decision"

  // Links to pages that list all members.
  static let registers = "the registers"
  static let approvals = "the page of approvals"
  static let framework = "the page of the framework"
  static func register(of kind: String) -> String { "the register of \(kind)" }

  /// "12 members, of 38: Controls". `whole` is the figure of which this figure is a part, with its title.
  static func count(_ figures: Figures, _ name: FigureName, of whole: (name: FigureName, title: String)?) -> FigureText {
    figures.counted(name, "member") + (whole.map { ", of \($0.name): \($0.title)" } ?? "")
  }

  /// "AI policy, by Managing Board on 2026-10-08".
  static func approval(of title: String, by role: String, on date: String?) -> String {
    "\(title), by \(role)\(date.map { " on \($0)" } ?? "")"
  }
}
