import DossierAssessment

extension Figures {
  /// The figures that are not 0, each with its word: "3 partial, 2 planned". Nil if all figures are 0.
  func listed(_ parts: [(FigureName, String)]) -> FigureText? {
    let shown = parts.filter { count($0.0) > 0 }.map { name, word -> FigureText in "\(name) \(word)" }
    return shown.isEmpty ? nil : shown.joined(", ")
  }

  /// "1 record", "2 records".
  func counted(_ name: FigureName, _ singular: String, _ plural: String? = nil) -> FigureText {
    "\(name) \(count(name) == 1 ? singular : plural ?? singular + "s")"
  }
}
