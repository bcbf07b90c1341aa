import ArgumentParser
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// Writes an approval with the digest of what is approved into records.
struct Approve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes an approval, with the digest of what is approved, into records.",
    discussion: """
      Only the approval is added; comments and layout stay. Of several records all are approved or none. The approval is an assertion \
      until the commit that introduces it is signed with an SSH key of the role; what is said at the end shows how.
      """)

  @Argument(help: "The ids of the records.")
  var ids: [String]

  @Option(help: "The role that approves them.")
  var by: String

  @Option(help: "Who, as the organisation writes it.")
  var name: String?

  @Option(help: "A condition or remark.")
  var note: String?

  @Option(help: "The last day on which the approval holds, YYYY-MM-DD. Default: no end.")
  var until: String?

  @Option(help: "The day of the approval, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.")
  var date: String?

  @Option(
    help: "The folder to read. Default: `content` when it holds a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @Flag(help: "Print the changes on standard output, for `patch -p0`, and write nothing.")
  var dryRun = false

  @Option(help: .hidden)
  var workers: Int?

  func validate() throws {
    if ids.isEmpty { throw ValidationError("name at least one record") }
    for (option, text) in [("--name", name), ("--note", note)] {
      guard let text else { continue }
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { throw ValidationError("\(option) is empty") }
      if TerminalText.visible(text) != text { throw ValidationError("\(option) holds characters that cannot be seen") }
    }
  }

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let day = try Approve.day("--date", date) ?? today()
    let request = ApprovalRequest(
      ids: ids, by: by, date: day, name: name, until: try Approve.day("--until", until), note: note)
    let approved: Approved
    do {
      approved = try await approve(request, in: workspace, workers: WorkspaceOptions.count(workers))
    } catch let refusal as ApprovalRequest.Refusal {
      throw UsageError(message: refusal.description)
    }
    if dryRun {
      for change in approved.changes { Console.out(ChangeText.of(change, in: workspace)) }
    } else {
      try approved.write(in: workspace)
    }
    try say(approved, day, workspace)
  }

  private func today() throws -> CivilDate {
    // The same default as of every day that is not given.
    try DayOption.parse([]).date()
  }

  private static func day(_ option: String, _ text: String?) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw UsageError(message: "\(option) wants a day that exists as YYYY-MM-DD, not `\(TerminalText.visible(text))`")
    }
    return day
  }

  /// As a shell takes it for one word.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
    }
    let parts = TerminalText.visible(path).split(separator: "'", omittingEmptySubsequences: false)
    return isPlain ? path : "'" + parts.joined(separator: "'\\''") + "'"
  }

  private func say(_ approved: Approved, _ day: CivilDate, _ workspace: Workspace) throws {
    for entry in approved.already {
      Console.error("\(entry.named) has this approval by \(approved.role.id) of \(day) already\n")
    }
    let word = dryRun ? "would be approved" : "approved"
    for entry in approved.written {
      let path = TerminalText.visible(workspace.prefix + entry.path.description)
      Console.error("\(entry.named) \(word) by \(approved.role.id) on \(day), digest \(entry.digest.short), in \(path)\n")
    }
    let today = try today()
    if !approved.written.isEmpty, day > today {
      Console.error("\(day) is after \(today): until then \(approved.written.count == 1 ? "it does" : "they do") not count\n")
    }
    guard !approved.written.isEmpty, !dryRun else { return }
    let paths = Set(approved.written.map { Approve.quoted(workspace.prefix + $0.path.description) }).sorted()
    let hasKeys = !((approved.role.record as? Role)?.sshKeys ?? []).isEmpty
    Console.error(
      hasKeys
        ? """
        to prove who gave it, commit it alone and sign the commit with a key that \(approved.role.id) lists under ssh_keys:
          git add -- \(paths.joined(separator: " "))
          git -c gpg.format=ssh -c user.signingkey=FILE commit -S

        """
        : """
        it is an assertion: \(approved.role.id) lists no key under ssh_keys, so no signature can prove who gave it

        """)
  }
}
