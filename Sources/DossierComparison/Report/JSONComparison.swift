import DossierRecords
import DossierText

/// A comparison as JSON, version 1 of a stable format.
package enum JSONComparison {
  package static func render(_ comparison: Comparison) -> String {
    let whole = JSON.object([
      "schema": .integer(1), "old": .string(comparison.oldName), "new": .string(comparison.newName),
      "as_of": .string(comparison.asOf.description),
      "remarks": list(comparison.remarks.map(JSON.string)),
      "statement": list(comparison.statement.map(statement)), "risks": list(comparison.risks.map(risk)),
      "stale_approvals": list(comparison.stale.map(stale)), "unbound_approvals": list(comparison.unbound.map(unbound)),
      "diagnostics": diagnostics(comparison.diagnostics),
      "records": list(comparison.records.map(record)), "pages": list(comparison.pages.map(record)),
      "unshown": list(comparison.unshown.map(JSON.string)),
      "configuration": list(comparison.configuration.map(field)), "files": list(comparison.files.map(file)),
    ])
    return whole.pretty() + "\n"
  }

  private static func list(_ items: [JSON]) -> JSON { .array(items) }

  private static func strings(_ items: [String]) -> JSON? { items.isEmpty ? nil : .array(items.map(JSON.string)) }

  private static func statement(_ change: StatementChange) -> JSON {
    .object([
      "control": .string(change.control), "title": .string(change.title), "old": .string(change.old), "new": .string(change.new),
      "evidence_added": strings(change.evidenceAdded), "evidence_removed": strings(change.evidenceRemoved),
      "risks_added": strings(change.risksAdded), "risks_removed": strings(change.risksRemoved),
    ])
  }

  private static func risk(_ change: RiskChange) -> JSON {
    func score(_ score: RiskChange.Score?) -> JSON {
      guard let score else { return .null }
      return .object([
        "likelihood": .integer(score.likelihood), "impact": .integer(score.impact), "value": .integer(score.value),
      ])
    }
    return .object([
      "id": .string(change.id), "title": .string(change.title), "was_there": .bool(change.wasThere),
      "is_there": .bool(change.isThere),
      "old_inherent": score(change.oldInherent), "new_inherent": score(change.newInherent),
      "old_residual": score(change.oldResidual), "new_residual": score(change.newResidual),
      "accepted_by": change.acceptedBy.map(JSON.string), "accepted_on": change.acceptedOn.map { .string($0.description) },
      "acceptance_is_old": change.isAcceptanceOld ? .bool(true) : nil,
    ])
  }

  private static func stale(_ stale: StaleApproval) -> JSON {
    .object([
      "record": .string(stale.named), "title": .string(stale.title), "by": .string(stale.by),
      "date": .string(stale.date.description), "changed": .array(stale.because.map(JSON.string)),
    ])
  }

  private static func unbound(_ unbound: UnboundApproval) -> JSON {
    .object([
      "record": .string(unbound.named), "title": .string(unbound.title), "by": .string(unbound.by),
      "date": .string(unbound.date.description), "former_digest": .string(unbound.former.description),
    ])
  }

  private static func diagnostics(_ change: DiagnosticChange) -> JSON {
    func counts(_ counts: DiagnosticChange.Counts) -> JSON {
      .object(["error": .integer(counts.errors), "warning": .integer(counts.warnings), "note": .integer(counts.notes)])
    }
    func item(_ change: DiagnosticChange.SubjectDiagnostic) -> JSON {
      .object([
        "rule": .string(change.diagnostic.rule.name), "severity": .string(change.diagnostic.severity.rawValue),
        "subject": .string(change.subject), "path": .string(change.diagnostic.primary.path.description),
        "headline": .string(change.diagnostic.headline), "remark": change.remark.map(JSON.string),
      ])
    }
    return .object([
      "old_counts": counts(change.oldCounts), "new_counts": counts(change.newCounts), "new": list(change.new.map(item)),
      "gone": list(change.gone.map(item)), "severity_changed": list(change.severityChanged.map(item)),
    ])
  }

  private static func record(_ change: RecordChange) -> JSON {
    .object([
      "id": .string(change.id), "named": change.named.isEmpty ? nil : .string(change.named), "title": .string(change.title),
      "presence": .string(change.presence.rawValue), "former_id": change.formerID.map(JSON.string),
      "moved": .bool(change.isMoved),
      "old_path": change.oldPath.map { .string($0.description) }, "new_path": change.newPath.map { .string($0.description) },
      "fields": list(change.fields.map(field)),
    ])
  }

  private static func field(_ change: FieldChange) -> JSON {
    func value(_ content: FieldContent?) -> JSON { content?.json ?? .null }
    let head = [JSON.Member("field", .string(change.field)), JSON.Member("label", .string(change.label))]
    let rest: [JSON.Member] =
      switch change.change {
      case .value(let old, let new):
        [.init("change", .string("value")), .init("old", value(old)), .init("new", value(new))]
      case .items(let added, let removed):
        [
          .init("change", .string("items")), .init("added", list(added.map(\.json))), .init("removed", list(removed.map(\.json))),
        ]
      case .order: [.init("change", .string("order"))]
      case .text(let redline): [.init("change", .string("text")), .init("lines", list(redline.lines.map(line)))]
      case .unread(let old, let new):
        [.init("change", .string("unread")), .init("old", value(old)), .init("new", value(new))]
      }
    return .object(head + rest)
  }

  private static func line(_ line: Redline.Line) -> JSON {
    let pieces = line.pieces.map { piece in
      switch piece {
      case .same(let text): JSON.object(["same": .string(text)])
      case .removed(let text): JSON.object(["removed": .string(text)])
      case .added(let text): JSON.object(["added": .string(text)])
      case .omitted: JSON.object(["omitted": .bool(true)])
      }
    }
    return .object(["mark": line.mark.isEmpty ? nil : .string(line.mark), "pieces": list(pieces)])
  }

  private static func file(_ change: FileChange) -> JSON {
    .object([
      "path": .string(change.path.description), "old_sha256": change.old.map { .string($0.description) } ?? .null,
      "new_sha256": change.new.map { .string($0.description) } ?? .null,
    ])
  }
}
