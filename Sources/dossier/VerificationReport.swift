import DossierBuild
import DossierLedger
import DossierText

/// The findings of a verification, for people and for programs.
struct VerificationReport {
  private let verification: Verification

  init(_ verification: Verification) { self.verification = verification }

  /// The report for people. Each release has a heading and its findings, with the failed findings first. The last line is the
  /// result.
  var text: String {
    var lines: [String] = []
    for release in verification.releases {
      lines += ["\(release.path)"] + sentences(release.findings) + [""]
    }
    if !verification.findings.isEmpty { lines += ["all releases"] + sentences(verification.findings) + [""] }
    return TerminalLines.joined(lines + [conclusion])
  }

  private var all: [Finding] { verification.releases.flatMap(\.findings) + verification.findings }

  private var conclusion: String {
    let failed = all.count { $0.state == .failed }
    guard failed == 0 else { return "FAILED: \(failed) \(failed == 1 ? "finding" : "findings")" }
    let open = all.count { $0.state == .unchecked }
    return open == 0 ? "nothing failed" : "nothing failed; \(open) \(open == 1 ? "item was" : "items were") not checked"
  }

  private func sentences(_ findings: [Finding]) -> [String] {
    Finding.State.allCases.flatMap { state in
      findings.filter { $0.state == state }.map { "  \(state.rawValue.padded(to: 11))  \($0.sentence)" }
    }
  }

  var json: String {
    JSON.object([
      "dossier-verification": .integer(1), "sound": .bool(verification.isSound),
      "releases": .array(
        verification.releases.map { release in
          .object([
            "path": .string(release.path), "sound": .bool(release.isSound),
            "version": release.manifest.map { .string($0.seal.version.description) },
            "manifest": release.manifest.map { .string($0.digest.description) }, "findings": array(release.findings),
          ])
        }),
      "findings": array(verification.findings),
    ]).pretty() + "\n"
  }

  private func array(_ findings: [Finding]) -> JSON {
    .array(
      findings.map { finding in
        .object([
          "state": .string(finding.state == .unchecked ? "not-checked" : finding.state.rawValue), "code": .string(finding.code),
          "path": finding.path.map(JSON.string), "sentence": .string(finding.sentence),
        ])
      })
  }
}
