import DossierText

extension CitationScan {
  /// Makes the citation for a mention, with the context of the whole document. Returns nil if the mention cannot be checked.
  func citation(_ found: Found) -> Citation? {
    let mention = found.mention
    guard let frameworks = frameworks(found) else { return nil }
    return Citation(
      form: mention.form, id: mention.id, frameworks: frameworks, isReference: mention.isReference,
      isCalledControl: mention.isCalledControl,
      canBeDocumentNumber: hasDocumentNumbers && !found.isDirect && (mention.form == .control || mention.form == .guidance),
      title: found.title, path: source.path, span: found.span, block: found.block)
  }

  /// The frameworks that can be meant. Empty if no framework is named. Nil if the mention cannot be checked.
  private func frameworks(_ found: Found) -> [CitedFramework]? {
    let mention = found.mention
    if mention.isReference { return [.iso42001] }
    switch mention.form {
    case .outcome: return [.nistAIRMF]
    case .criterion: return [.soc2]
    case .safeguard:
      return mention.id.utf8.last == UInt8(ascii: ")") || named.contains(.hipaa) ? [.hipaa] : nil
    case .article, .annex:
      // A law without a catalogue can have articles with the same numbers. So the articles cannot be checked if such a law can
      // be meant.
      guard case .named(let set) = found.context, !set.hasOther else { return nil }
      return mention.form == .annex ? (set.contains(.euAIAct) ? [.euAIAct] : nil) : set.cited
    case .clause:
      // Contracts can have a clause 12, and laws can have a § 8. So two forms are accepted only if the sentence names a standard:
      // a whole number above 10, and a number without the word "clause" before it.
      let isUsual = mention.isWord && (Int(mention.id) ?? 0) <= 10
      if case .named(let set) = found.context, set.contains(.iso27002) { return nil }
      return isUsual || found.isInSentence ? standards(found) : nil
    case .control, .guidance:
      let letter = mention.id.utf8.first ?? 0
      // Annex A of ISO/IEC 27701, for example, has other controls. So only the same phrase shows that one of ours is meant.
      if named.contains(.relatedStandard), !found.isInSentence { return nil }
      if ownAnnexes.contains(letter), !found.isInSentence, !about.contains(.iso42001) { return nil }
      guard let set = standards(found) else { return nil }
      if !set.isEmpty { return set }
      if mention.namesAnnex { return [.iso42001, .iso27001] }
      return mention.isSingle || (found.isInHeading && mention.isFirst) ? nil : []
    }
  }

  /// The standards that can be meant. Empty if no standard is named anywhere. Nil if a source without a catalogue is meant.
  private func standards(_ found: Found) -> [CitedFramework]? {
    switch found.context.or(inDocument(.standards)) {
    case .named(let set): set.cited
    case .other: nil
    case .nothing: []
    }
  }

  /// The frameworks of `kind` that the document is about. If none of these has a catalogue, the frameworks of `kind` that the
  /// document names.
  private func inDocument(_ kind: FrameworkSet) -> CitationContext {
    let about = about.intersection(kind)
    return CitationContext(about.cited.isEmpty ? named : about, of: kind)
  }
}
