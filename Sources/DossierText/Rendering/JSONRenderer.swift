/// The diagnostics with all their parts, as JSON. This is version 1 of a stable format.
///
/// Byte offsets count from the first byte of the file. `column` counts Unicode scalars, `column_utf8` counts bytes, and
/// `column_utf16` counts UTF-16 code units. The first column is 1.
/// If a diagnostic is about the workspace as a whole, its path is the folder. `records` has the ids of the records that a
/// diagnostic is about: first the record with the primary place, then the records with the other places.
package struct JSONRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let fingerprints = report.fingerprints()
    let diagnostics = report.diagnostics
    let counts = JSON.object([
      "error": .integer(report.diagnostics.count(of: .error)),
      "warning": .integer(report.diagnostics.count(of: .warning)),
      "note": .integer(report.diagnostics.count(of: .note)),
    ])
    var members: [(name: String, value: JSON.Streamed)] = [
      ("schema", .value(.integer(1))), ("tool", .value(.string(report.tool.name))),
      ("version", .value(.string(report.tool.version))), ("counts", .value(counts)),
      ("diagnostics", .array(count: diagnostics.count) { json(diagnostics[$0], fingerprints[$0], nil, $0, report) }),
    ]
    let suppressed = report.suppressed
    if !suppressed.isEmpty {
      let element = { i in
        let position = diagnostics.count + i
        return json(suppressed[i].diagnostic, fingerprints[position], suppressed[i].reason, position, report)
      }
      members.append(("suppressed", .array(count: suppressed.count, element)))
    }
    return JSON.pretty(members) + "\n"
  }

  /// The diagnostics that are not suppressed, in their order.
  package func diagnostics(of report: DiagnosticReport) -> [JSON] {
    zip(report.diagnostics, report.fingerprints()).enumerated().map { json($1.0, $1.1, nil, $0, report) }
  }

  /// The suppressed diagnostics with their reasons, in their order.
  package func suppressed(of report: DiagnosticReport) -> [JSON] {
    let first = report.diagnostics.count
    return zip(report.suppressed, report.fingerprints().dropFirst(first)).enumerated().map {
      json($1.0.diagnostic, $1.1, $1.0.reason, first + $0, report)
    }
  }

  private func json(
    _ diagnostic: Diagnostic, _ fingerprint: String, _ reason: Suppressed.Reason?, _ position: Int,
    _ report: DiagnosticReport
  ) -> JSON {
    let records = report.records(at: position)
    return .object([
      "rule": .string(diagnostic.rule.name),
      "severity": .string(diagnostic.severity.rawValue),
      "headline": .string(diagnostic.headline),
      "records": records.isEmpty ? nil : .array(records.map(JSON.string)),
      "primary": label(diagnostic.primary, report),
      "others": diagnostic.others.isEmpty ? nil : .array(diagnostic.others.map { label($0, report) }),
      "help": diagnostic.help.map(JSON.string),
      "fixes": diagnostic.fixes.isEmpty ? nil : .array(diagnostic.fixes.map { fix($0, report) }),
      "fingerprint": .string(fingerprint),
      "suppression": reason.map(suppression),
    ])
  }

  private func suppression(_ reason: Suppressed.Reason) -> JSON {
    switch reason {
    case .exception(let id, let until):
      .object(["kind": .string("exception"), "exception": .string(id), "until": .string(until.description)])
    case .baseline: .object(["kind": .string("baseline")])
    }
  }

  private func label(_ label: Diagnostic.Label, _ report: DiagnosticReport) -> JSON {
    let scalars = report.extent(label, .scalars)
    let bytes = report.extent(label, .utf8)
    let utf16 = report.extent(label, .utf16)
    return .object([
      "path": .string(report.shown(label.path)),
      "line": .integer(scalars.from.line),
      "column": .integer(scalars.from.column),
      "end_line": .integer(scalars.to.line),
      "end_column": .integer(scalars.to.column),
      "column_utf8": .integer(bytes.from.column),
      "column_utf16": .integer(utf16.from.column),
      "byte_start": .integer(Int(label.span.lower)),
      "byte_end": .integer(Int(label.span.upper)),
      "text": label.text.isEmpty ? nil : .string(label.text),
    ])
  }

  private func fix(_ fix: Diagnostic.Fix, _ report: DiagnosticReport) -> JSON {
    .object([
      "path": .string(report.shown(fix.path)),
      "byte_start": .integer(Int(fix.span.lower)),
      "byte_end": .integer(Int(fix.span.upper)),
      "replacement": .string(fix.replacement),
      "applicability": .string(fix.applicability.rawValue),
    ])
  }
}
