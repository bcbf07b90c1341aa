/// SARIF 2.1.0 (OASIS), one run, columns in UTF-16 code units.
package struct SARIFRenderer: DiagnosticRenderer {
  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let all = report.diagnostics.map { ($0, Suppressed.Reason?.none) } + report.suppressed.map { ($0.diagnostic, $0.reason) }
    let used = Set(all.map(\.0.rule))
    let rules = report.rules.filter { used.contains($0.id) }
    let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let results = zip(all, report.fingerprints()).map { entry, fingerprint in
      result(entry.0, entry.1, fingerprint, positions[entry.0.rule], report)
    }
    let driver = JSON.object([
      "name": .string(report.tool.name), "semanticVersion": .string(report.tool.version),
      "rules": .array(rules.map(rule)),
    ])
    let run = JSON.object([
      "tool": .object(["driver": driver]), "columnKind": .string("utf16CodeUnits"), "results": .array(results),
    ])
    let whole = JSON.object([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
      "runs": .array([run]),
    ])
    return whole.pretty() + "\n"
  }

  private func rule(_ rule: RuleSummary) -> JSON {
    .object([
      "id": .string(rule.id.name),
      "shortDescription": .object(["text": .string(rule.title)]),
      "fullDescription": .object(["text": .string(rule.explanation)]),
      "help": .object(["text": .string("Run `dossier explain \(rule.id)`.")]),
      "defaultConfiguration": .object(["level": .string(rule.severity.rawValue)]),
    ])
  }

  private func result(
    _ diagnostic: Diagnostic, _ reason: Suppressed.Reason?, _ fingerprint: String, _ rule: Int?, _ report: DiagnosticReport
  ) -> JSON {
    var message = diagnostic.headline
    if !diagnostic.primary.text.isEmpty { message += ": " + diagnostic.primary.text }
    if let help = diagnostic.help { message += ". Help: " + help }
    let related = diagnostic.others.enumerated().map { i, label in
      location(label, report, id: i + 1)
    }
    return .object([
      "ruleId": .string(diagnostic.rule.name),
      "ruleIndex": rule.map(JSON.integer),
      "level": .string(diagnostic.severity.rawValue),
      "message": .object(["text": .string(message)]),
      "locations": .array([location(diagnostic.primary, report, id: nil)]),
      "relatedLocations": related.isEmpty ? nil : .array(related),
      "partialFingerprints": .object(["dossier/v1": .string(fingerprint)]),
      // `external` means that the suppression is not in the file with the problem. The suppression is in an exception record or
      // in the baseline.
      "suppressions": reason.map {
        .array([.object(["kind": .string("external"), "status": .string("accepted"), "justification": .string($0.described)])])
      },
      "fixes": diagnostic.fixes.isEmpty ? nil : .array([fix(diagnostic, report)]),
    ])
  }

  /// All edits of a diagnostic, grouped by file.
  private func fix(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> JSON {
    var paths: [SourcePath] = []
    for fix in diagnostic.fixes where !paths.contains(fix.path) { paths.append(fix.path) }
    let changes = paths.map { path in
      let replacements = diagnostic.fixes.filter { $0.path == path }.map { fix in
        JSON.object([
          "deletedRegion": region(.init(fix.path, fix.span), report),
          "insertedContent": .object(["text": .string(fix.replacement)]),
        ])
      }
      return JSON.object(["artifactLocation": artifact(path, report), "replacements": .array(replacements)])
    }
    let applicability: Diagnostic.Fix.Applicability = diagnostic.isCertainlyFixable ? .certain : .suggested
    return .object([
      "artifactChanges": .array(changes), "properties": .object(["applicability": .string(applicability.rawValue)]),
    ])
  }

  private func region(_ label: Diagnostic.Label, _ report: DiagnosticReport) -> JSON {
    let extent = report.extent(label, .utf16)
    return .object([
      "startLine": .integer(extent.from.line), "startColumn": .integer(extent.from.column),
      "endLine": .integer(extent.to.line), "endColumn": .integer(extent.to.column),
      "byteOffset": .integer(Int(label.span.lower)), "byteLength": .integer(label.span.count),
    ])
  }

  private func artifact(_ path: SourcePath, _ report: DiagnosticReport) -> JSON {
    // A slash at the end marks the URI of a folder.
    let shown = path.isWorkspace ? (report.prefix.isEmpty ? "./" : report.prefix) : report.shown(path)
    return .object(["uri": .string(SARIFRenderer.uri(shown))])
  }

  private func location(_ label: Diagnostic.Label, _ report: DiagnosticReport, id: Int?) -> JSON {
    let place = JSON.object([
      "artifactLocation": artifact(label.path, report), "region": label.path.isWorkspace ? nil : region(label, report),
    ])
    return .object([
      "id": id.map(JSON.integer),
      "physicalLocation": place,
      "message": label.text.isEmpty ? nil : .object(["text": .string(label.text)]),
    ])
  }

  /// A relative URI reference. All bytes are percent-encoded, except `/` and the unreserved characters of RFC 3986.
  private static func uri(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
