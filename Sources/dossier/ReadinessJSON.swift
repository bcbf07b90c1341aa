import DossierAssessment
import DossierRecords
import DossierText

/// The readiness report as JSON. The format has version 1, and users can rely on it.
struct ReadinessJSON {
  let readiness: Readiness
  let dossier: Dossier
  let sources: SourceTree
  /// The text to put before each path, so that the path can be opened from the folder in which the command was called.
  let prefix: String

  var text: String {
    let counts = Readiness.State.allCases.map { JSON.Member(ReadinessJSON.key($0), .integer(readiness.count($0))) }
    let whole = JSON.object([
      "schema": .integer(1), "tool": .string(Tool.version.name), "version": .string(Tool.version.version),
      "as_of": .string(readiness.asOf.description), "total": .integer(readiness.total), "counts": .object(counts),
      "elsewhere": .integer(readiness.elsewhere),
      "lists": .array(
        readiness.lists.map { list in
          .object(["id": .string(list.id), "title": .string(list.title), "questions": .array(list.answers.map(shown))])
        }),
    ])
    return whole.pretty() + "\n"
  }

  /// The short name of a target: an id or a path. Nil for a folder.
  static func name(of target: ReferenceGraph.Target, _ dossier: Dossier) -> String? {
    switch target {
    case .entry(let i): dossier.entries[i].id
    case .page(let i): dossier.pages[i].path.description
    case .item(let catalogue, let item): dossier.catalogues[catalogue].items[item].id
    case .register(let kind): kind
    case .file(let path): path.description
    case .folder: nil
    }
  }

  private static func key(_ state: Readiness.State) -> String { state.rawValue.split(separator: " ").joined(separator: "-") }

  private func shown(_ answer: Readiness.Answer) -> JSON {
    .object([
      "id": .string(answer.id), "question": .string(answer.question), "state": .string(ReadinessJSON.key(answer.state)),
      "clauses": .array(answer.clauses.map(JSON.string)), "kinds": .array(answer.kinds.map(JSON.string)),
      "rules": .array(answer.rules.map { .string($0.name) }), "parts": .array(answer.counts.map(counted)),
      "open": .array(answer.open.map(diagnosed)), "suppressed": .array(answer.suppressed.map(diagnosed)),
      "notes": .array(answer.notes.map(diagnosed)), "doubts": .array(answer.doubts.map(JSON.string)),
    ])
  }

  private func counted(_ count: Readiness.Count) -> JSON {
    func names(_ targets: [ReferenceGraph.Target]) -> JSON {
      .array(targets.compactMap { ReadinessJSON.name(of: $0, dossier) }.map(JSON.string))
    }
    let reasons = count.lacking.compactMap { target -> JSON.Member? in
      guard let name = ReadinessJSON.name(of: target, dossier), let why = count.reasons[target] else { return nil }
      return JSON.Member(name, .string(why))
    }
    return .object([
      "measure": .string(count.measure), "label": .string(count.label), "answered": .integer(count.answered),
      "total": .integer(count.total), "needs": .string(count.needsAll ? "all" : "one"),
      "state": .string(ReadinessJSON.key(count.state)), "evidence": names(count.evidence), "lacking": names(count.lacking),
      "reasons": .object(reasons),
      "next": count.state == .completeEvidence || count.state == .coveredByException ? nil : .string(count.next),
    ])
  }

  private func diagnosed(_ problem: Readiness.Problem) -> JSON {
    let diagnostic = problem.diagnostic
    let label = diagnostic.primary
    let bytes = sources.file(at: label.path)?.bytes ?? []
    let place = LineIndex(bytes).position(of: Int(label.span.lower), in: bytes, unit: .scalars)
    let subject: String? =
      switch problem.subject {
      case .entry(let i): dossier.entries[i].id
      case .page(let i): dossier.pages[i].path.description
      case nil: nil
      }
    return .object([
      "rule": .string(diagnostic.rule.name), "severity": .string(diagnostic.severity.rawValue),
      "headline": .string(diagnostic.headline), "subject": subject.map(JSON.string),
      "path": .string(prefix + label.path.description), "line": .integer(place.line), "column": .integer(place.column),
      "help": diagnostic.help.map(JSON.string), "reason": problem.reason.map { .string($0.described) },
    ])
  }
}
