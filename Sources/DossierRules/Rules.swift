package import DossierText

/// Every rule, by family and then by id. A test compares the list with the files.
package enum Rules {
  package static let all: [Rule] = [
    // Format
    badDate,
    badDeclaration,
    badDigest,
    badDuration,
    badID,
    byteOrderMark,
    controlCharacter,
    duplicateKey,
    emptyValue,
    fileTooLarge,
    hiddenCharacter,
    markdownLimit,
    missingConfiguration,
    missingField,
    notUTF8,
    outOfRange,
    pageCollision,
    rawHTML,
    remoteImage,
    specialFile,
    symbolicLink,
    unknownKey,
    unknownKind,
    unknownWord,
    unreadableFile,
    unsafeAddress,
    unterminatedFrontMatter,
    wrongType,
    yamlAlias,
    yamlKey,
    yamlLimit,
    yamlSyntax,
    yamlTab,
    yamlTag,
    // References
    absoluteLink,
    catalogueCount,
    deadAnchor,
    deadLink,
    duplicateCatalogue,
    duplicateID,
    duplicateImplementation,
    duplicateItem,
    duplicateReference,
    evidenceChanged,
    licensedFile,
    linkOutside,
    missingFile,
    orphanRecord,
    referenceCycle,
    referenceSpelling,
    retiredReference,
    selfReference,
    supersededReference,
    unknownCatalogue,
    unknownItem,
    unknownRecord,
    unknownRule,
    unmatchedPattern,
    wrongKind,
    // Currency
    evidenceExpired,
  ]

  package static func rule(_ id: String) -> Rule? { all.first { $0.id.name == id } }

  /// What output formats say about the rules.
  package static func summaries(of rules: [Rule] = all) -> [RuleSummary] {
    rules.map { RuleSummary(id: $0.id, title: $0.title, explanation: $0.explanation, severity: $0.severity) }
  }
}
