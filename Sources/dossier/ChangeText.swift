import DossierBuild
import DossierText
import Glibc

/// A change of a file as a unified diff.
enum ChangeText {
  static func of(_ change: FixResult.Change, in workspace: Workspace) -> String {
    let path = TerminalText.visible(workspace.prefix + change.path.description)
    let diff = UnifiedDiff.text(change.old.bytes, change.new, path: path)
    // In a file or a pipe, the output must be an exact patch. On a terminal, control characters are made visible, so that they
    // have no effect.
    return Console.isTerminal(STDOUT_FILENO) ? TerminalLines.of(diff).joined(separator: "\n") : diff
  }
}
