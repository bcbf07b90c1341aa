import DossierText

/// English phrases that weaken a commitment, such as "where possible".
enum VagueWords {
  /// The places of vague phrases in sentences that contain a commitment: "must", "shall" or "will".
  static func places(in source: SourceFile, _ span: Span) -> [Span] {
    var places: [Span] = []
    for sentence in Words(source, span).sentences where sentence.contains(where: { commitments.contains($0.text) }) {
      let hasInterval = sentence.contains { intervals.contains($0.text) }
      var i = 0
      while i < sentence.count {
        let length = phraseLength(at: i, in: sentence, hasInterval: hasInterval)
        if length > 0 { places.append(Span(Int(sentence[i].span.lower), Int(sentence[i + length - 1].span.upper))) }
        i += max(length, 1)
      }
    }
    return places
  }

  /// The number of words of the vague phrase that begins at `start`. 0 if no vague phrase begins there.
  private static func phraseLength(at start: Int, in sentence: [Words.Word], hasInterval: Bool) -> Int {
    if !hasInterval, vagueIntervals.contains(sentence[start].text) { return 1 }
    let matches = (phrases[sentence[start].text] ?? []).filter { rest in
      guard start + rest.count < sentence.count else { return false }
      return rest.indices.allSatisfy { i in
        let word = sentence[start + 1 + i]
        return word.follows && word.text == rest[i]
      }
    }
    return matches.map { $0.count + 1 }.max() ?? 0
  }

  private static let commitments: Set = ["must", "shall", "will"]

  private static let vagueIntervals: Set = ["regularly", "periodically", "occasionally"]

  private static let intervals: Set = [
    "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "annual", "every", "each", "per", "once",
    "twice", "least", "after", "before", "within",
  ]

  /// The phrases, by their first word. Each value contains the other words of one phrase.
  private static let phrases: [String: [[String]]] = [
    "as": [
      ["appropriate"], ["necessary"], ["needed"], ["required"], ["far", "as", "possible"], ["soon", "as", "possible"],
      ["much", "as", "possible"], ["far", "as", "practicable"], ["and", "when"],
    ],
    "where": [["appropriate"], ["necessary"], ["possible"], ["practicable"], ["feasible"], ["relevant"], ["needed"]],
    "when": [["appropriate"], ["necessary"], ["possible"], ["practicable"], ["feasible"]],
    "if": [["appropriate"], ["necessary"], ["possible"], ["practicable"], ["feasible"]],
    "whenever": [["possible"], ["practicable"], ["appropriate"]],
    "wherever": [["possible"], ["practicable"], ["appropriate"]],
    "best": [["effort"], ["efforts"], ["endeavours"]],
    "reasonable": [["effort"], ["efforts"], ["endeavours"]],
    "from": [["time", "to", "time"]],
    "in": [["a", "timely", "manner"], ["due", "course"]],
    "strive": [["to"]],
    "endeavour": [["to"]],
  ]
}
