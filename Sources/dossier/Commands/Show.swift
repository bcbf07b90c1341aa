import ArgumentParser
import DossierBuild
import DossierRecords
import DossierText

/// Shows a record, control or clause with everything that points to it.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a record, control, clause or catalogue, with everything that points to it.")

  @Argument(help: "An id (`RSK-012`), a control or clause (`A.6.2.4`), or a catalogue (`iso42001`).")
  var id: String

  @OptionGroup var input: WorkspaceOptions

  func run() async throws {
    let asOf = try input.day.date()
    let examination = try await examine(try input.workspace(), asOf: asOf, except: nil, workers: input.workerCount)
    let card = DossierCard(dossier: examination.dossier, diagnostics: examination.diagnostics)
    guard let text = card.text(of: id) else {
      let meant = Suggestion.closest(to: id, among: examination.dossier.entries.map(\.id))
      throw UsageError(
        message: "there is no record, control or catalogue `\(id)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""))
    }
    Console.out(text)
  }
}
