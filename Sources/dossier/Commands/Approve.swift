import ArgumentParser
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// Writes an approval into records, with the digest of the approved content.
struct Approve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes an approval into records, with the digest of the approved content.",
    discussion: """
      Adds only the approval; comments and layout stay. If one of several records is refused, none is changed. The approval is \
      asserted until the commit that adds it is signed with an SSH key of the role. The output shows the git commands.

      With --renew, it adds no approval. It replaces the digests that earlier versions of dossier wrote into the approvals of the \
      role, if they match the current records.
      """)

  @Argument(help: "The ids of the records. With --renew, the default is all records.")
  var ids: [String] = []

  @Option(help: "The id of the role that approves the records.")
  var by: String

  @Option(help: "The person who approves, as the organisation writes the name.")
  var name: String?

  @Option(help: "A condition or remark.")
  var note: String?

  @Option(help: "The last day on which the approval is effective, YYYY-MM-DD. Default: no end.")
  var until: String?

  @Option(help: "The date of the approval, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.")
  var date: String?

  @Option(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @Flag(help: "Print the changes on standard output, for `patch -p0`, and write nothing.")
  var dryRun = false

  @Flag(help: "Replace digests of earlier versions in the role's approvals of the current content. Add no approval.")
  var renew = false

  @Option(help: .hidden)
  var workers: Int?

  func validate() throws {
    if renew, [name, note, until, date].contains(where: { $0 != nil }) {
      throw ValidationError("--renew changes only digests; leave out --name, --note, --until and --date")
    }
    if ids.isEmpty, !renew { throw ValidationError("give the id of at least one record") }
    for (option, text) in [("--name", name), ("--note", note)] {
      guard let text else { continue }
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { throw ValidationError("\(option) is empty") }
      if TerminalText.visible(text) != text { throw ValidationError("\(option) contains invisible characters") }
    }
  }

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let today = try today()
    let day = try Approve.day("--date", date) ?? today
    let request = ApprovalRequest(
      ids: ids, by: by, date: day, asOf: today, name: name, until: try Approve.day("--until", until), note: note)
    let approved: Approved
    do {
      let workers = WorkspaceOptions.count(workers)
      approved =
        renew
        ? try await renewDigests(of: by, in: ids, workspace, asOf: day, workers: workers)
        : try await approve(request, in: workspace, workers: workers)
    } catch let refusal as ApprovalRequest.Refusal {
      throw UsageError(message: refusal.description)
    }
    if dryRun {
      for change in approved.changes { Console.out(ChangeText.of(change, in: workspace)) }
    } else {
      try approved.write(in: workspace)
    }
    try printResult(approved, day, workspace)
  }

  private func today() throws -> CivilDate {
    // The same default as for `--as-of`.
    try DayOption.parse([]).date()
  }

  private static func day(_ option: String, _ text: String?) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw UsageError(message: "\(option) needs a valid date as YYYY-MM-DD, not `\(TerminalText.visible(text))`")
    }
    return day
  }

  /// Quotes the path for a shell, so that the shell reads the path as one word.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
    }
    let parts = TerminalText.visible(path).split(separator: "'", omittingEmptySubsequences: false)
    return isPlain ? path : "'" + parts.joined(separator: "'\\''") + "'"
  }

  private func printResult(_ approved: Approved, _ day: CivilDate, _ workspace: Workspace) throws {
    for entry in approved.already {
      Console.error("\(entry.named) already has this approval by \(approved.role.id) of \(day)\n")
    }
    if renew, approved.written.isEmpty {
      Console.error("no approval by \(approved.role.id) of the current content has a digest of an earlier version\n")
    }
    let word =
      renew
      ? (dryRun ? "would get a new digest in its approval" : "got a new digest in its approval")
      : (dryRun ? "would be approved" : "approved")
    for entry in approved.written {
      let path = TerminalText.visible(workspace.prefix + entry.path.description)
      let date = renew ? "" : " on \(day)"
      Console.error("\(entry.named) \(word) by \(approved.role.id)\(date), digest \(entry.digest.short), in \(path)\n")
    }
    let today = try today()
    if !approved.written.isEmpty, day > today {
      let subject = approved.written.count == 1 ? "the approval does" : "the approvals do"
      Console.error("\(day) is after \(today): \(subject) not count until then\n")
    }
    if !approved.written.isEmpty, approved.isFirstDigest {
      Console.error(
        "this is the first approval with a digest: `check` now reports the approvals without a digest [approval-unbound]\n")
    }
    guard !approved.written.isEmpty, !dryRun else { return }
    let paths = Set(approved.written.map { Approve.quoted(workspace.prefix + $0.path.description) }).sorted()
    let hasKeys = !((approved.role.record as? Role)?.sshKeys ?? []).isEmpty
    Console.error(
      hasKeys
        ? """
        to prove who approved, commit only this change and sign the commit with a key listed under ssh_keys in \(approved.role.id):
          git add -- \(paths.joined(separator: " "))
          git -c gpg.format=ssh -c user.signingkey=FILE commit -S
        merge this commit without squash or rebase: both make a new commit without the signature

        """
        : """
        the approval is only asserted: \(approved.role.id) lists no key under ssh_keys, so no signature can prove who approved

        """)
  }
}
