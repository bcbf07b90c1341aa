import DossierRecords
import DossierText
import Testing

/// What counts as an answer to a clause, control or article.
@Suite struct CoverageTests {
  private func state(of id: String, _ files: KeyValuePairs<String, String>) throws -> Coverage.Answer {
    let dossier = try Reading(files).dossier
    let item = try #require(dossier.catalogues.first?.position(of: id))
    return Coverage(dossier, StatementOfApplicability(dossier)).answer(ItemPosition(catalogue: 0, item: item))
  }

  private func risk(_ more: String = "") -> String {
    """
    kind: risk
    records:
      - {id: RSK-001, title: Wrong answers, controls: [A.6.2.4]\(more)}
    """
  }

  @Test func aRecordThatNamesItAnswersIt() throws {
    let answer = try state(of: "A.6.2.4", ["risks.yaml": risk()])
    #expect(answer.state == .answered)
    #expect(answer.records == [0])
  }

  @Test(arguments: [", status: retired", ", status: rejected", ", retired: 2026-01-01"])
  func whatIsNotInForceAnswersNothing(more: String) throws {
    #expect(try state(of: "A.6.2.4", ["risks.yaml": risk(more)]).state == .nothing)
  }

  @Test func whoAsksOrExaminesDoesNotAnswer() throws {
    let answer = try state(
      of: "A.6.2.4",
      [
        "parties.yaml":
          "kind: interested-party\nrecords:\n  - {id: INP-001, title: Supervisor, needs: [proof], requirements: [A.6.2.4]}\n",
        "systems.yaml": "kind: ai-system\nrecords:\n  - {id: AIS-001, title: Assistant, regulations: [A.6.2.4]}\n",
      ])
    #expect(answer.state == .asked)
    #expect(answer.records.isEmpty)
    #expect(answer.asking.count == 2)
  }

  @Test func itsOwnLineInTheStatementIsNoAnswerOfAnotherRecord() throws {
    func line(_ applicable: Bool) -> String {
      """
      kind: control-implementation
      records:
        - id: SOA-1
          title: Tests
          control: A.6.2.4
          applicable: \(applicable)
          justification: we test
          implementation: implemented
          owner: ROL-001
      """
    }
    #expect(try state(of: "A.6.2.4", ["soa.yaml": line(true)]).state == .line)
    #expect(try state(of: "A.6.2.4", ["soa.yaml": line(false), "risks.yaml": risk()]).state == .excluded)
  }

  @Test func aRegisterKeptForAClauseAnswersIt() throws {
    let answer = try state(
      of: "6.1.2", ["risks.yaml": "kind: risk\nrecords:\n  - {id: RSK-001, title: Wrong answers}\n"])
    #expect(answer.state == .kept)
    #expect(answer.kinds.count == 1)
  }

  @Test func aClauseIsAnsweredThroughItsPartsOnlyWhereAllAre() throws {
    let document = { (clauses: String) in
      "kind: document\nrecords:\n  - {id: DOC-001, title: Method, implements: [\(clauses)]}\n"
    }
    #expect(try state(of: "9.2", ["d.yaml": document("\"9.2.1\", \"9.2.2\"")]).state == .parts)
    #expect(try state(of: "9.2", ["d.yaml": document("\"9.2.1\"")]).state == .nothing)
    #expect(try state(of: "9", ["d.yaml": document("\"9.2.1\"")]).state == .group)
  }
}
