import DossierText

extension CitationScan {
  /// What a mention cites, now that the whole document is known; nil for nothing.
  func citation(_ found: Found) -> Citation? {
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
