import DossierText

extension CitationScan {
  /// The citation for a mention, using the context of the whole document. Nil if there is none.
  func citation(_ found: Found) -> Citation? {
    let mention = found.mention
    guard let frameworks = frameworks(found) else { return nil }
    return Citation(
      form: mention.form, id: mention.id, frameworks: frameworks, isReference: mention.isReference,
      isCalledControl: mention.isCalledControl, title: found.title, path: source.path, span: found.span)
  }

  /// The frameworks that can be meant. Nil if the mention cannot be checked.
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
      // An unknown law can have articles with the same numbers, so its articles cannot be checked.
      guard case .named(let set) = context, !set.hasOther else { return nil }
      return mention.form == .annex ? (set.contains(.euAIAct) ? [.euAIAct] : nil) : set.cited
    case .clause:
      // Contracts can have a clause 12 and laws a § 8. Only the sentence can show that a standard is meant.
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

  /// The standards that can be meant. Empty if none is named anywhere.
  private func standards(_ found: Found) -> [CitedFramework]? {
    switch found.context.or(inDocument(.standards)) {
    case .named(let set): set.cited
    case .other: nil
    case .nothing: []
    }
  }

  /// The frameworks that the document is about. If there are none, the frameworks that it mentions.
  private func inDocument(_ kind: FrameworkSet) -> CitationContext {
    let about = about.intersection(kind)
    return CitationContext(about.cited.isEmpty ? named : about, of: kind)
  }
}
