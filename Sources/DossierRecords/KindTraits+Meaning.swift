extension KindTraits.Flag {
  /// The meaning of the property, for reference pages. The text is a clause whose subject is the name of a kind.
  package var meaning: String {
    switch self {
    case .observes: "examines or reports on the records it refers to, so it does not depend on them"
    case .coversNothing: "requires or examines the controls, clauses and articles it refers to, so it does not cover them"
    case .needsEffectiveReferences: "says what is true now, so its fields must not refer to drafts or to retired records"
    case .mustBeReferenced: "must be referred to by another record"
    case .needsIndependentApproval: "needs an approver who is not its author, if it has approvals"
    case .followUp: "reports problems or responds to them, so a reference from it or to it shows that a problem is followed up"
    case .response: "records a decision, so a reference from it shows that the organisation responded to what it refers to"
    case .audited: "is audited internally, so its owner must not be the auditor"
    case .controlledDocument: "is under document control: it needs an owner, a version, a review and a text"
    case .reliesOnControls: "relies on the controls in its `controls` fields, so they must not be excluded"
    }
  }
}

extension KindTraits {
  /// The traits in words, one sentence each, for reference pages.
  package var sentences: [String] {
    var sentences = [natureSentence]
    if let endedBy { sentences.append("`\(endedBy.field): \(endedBy.word)` ends it, whatever its status.") }
    if let signature {
      let day = signature.date.map { " on the day in `\($0)`" } ?? ""
      sentences.append("The role in `\(signature.role)` signs for it\(day).")
    }
    if audience != .auditor { sentences.append("Its audience is `\(audience.rawValue)` if not written.") }
    if let mainReader { sentences.append("The home page links its register for the \(mainReader.described).") }
    for flag in Flag.allCases where flags.contains(flag) { sentences.append("It \(flag.meaning).") }
    return sentences
  }

  private var natureSentence: String {
    switch (nature, date) {
    case (.event, let date?): "An event, which happened on the day in `\(date)`."
    case (.event, nil): "An event."
    case (.document, let date?): "A living document, effective from the day in `\(date)`."
    case (.document, nil): "A living document."
    }
  }
}

extension KindTraits.Reader {
  fileprivate var described: String {
    switch self {
    case .auditor: "auditor"
    case .author: "author"
    case .everyone: "general reader"
    }
  }
}
