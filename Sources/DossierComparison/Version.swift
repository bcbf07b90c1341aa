package import DossierAssessment
package import DossierRecords
package import DossierText

/// One of the two compared states of a workspace, read and evaluated.
package struct Version: Sendable {
  /// The name for people: "v1.2 (3f2a9c41b0de)", "the working tree".
  package let name: String
  package let facts: Assessment
  package let policyResult: PolicyResult
  /// Ids of records that exist but could not be read.
  package let unread: Set<String>
  /// Rules that were not evaluated, because they need data that was not read.
  package let unevaluated: Set<RuleID>

  package var dossier: Dossier { facts.dossier }

  /// The same state with another name.
  package func named(_ name: String) -> Version {
    Version(name: name, facts: facts, policyResult: policyResult, unread: Array(unread), unevaluated: unevaluated)
  }

  package init(name: String, facts: Assessment, policyResult: PolicyResult, unread: [String], unevaluated: Set<RuleID> = []) {
    self.name = name
    self.facts = facts
    self.policyResult = policyResult
    self.unevaluated = unevaluated
    self.unread = Set(unread.map(RecordID.key))
  }
}
