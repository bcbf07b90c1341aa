import ArgumentParser
import DossierBuild
import Glibc

/// The end of a command: its last message and its exit status.
struct Ending {
  enum Status: Int32 {
    case clean = 0
    case errors = 1
    case usage = 2
    case environment = 3
    case verification = 4
  }

  private let message: String
  private let status: Status
  private let toStandardError: Bool

  init(_ error: any Error) {
    switch error {
    case let ended as CommandExit:
      (message, status, toStandardError) = ("", ended.status, true)
    case let environment as EnvironmentError:
      (message, status, toStandardError) = ("error: \(environment)", .environment, true)
    case let refusal as NewRecord.Refusal:
      (message, status, toStandardError) = ("error: \(refusal)", .usage, true)
    case let refusal as ReleaseRefusal:
      (message, status, toStandardError) = ("error: \(refusal.reason)", refusal.isUsage ? .usage : .errors, true)
    case let usage as UsageError:
      (message, status, toStandardError) = ("error: \(usage.message)", .usage, true)
    default:
      let text = DossierCommand.fullMessage(for: error)
      switch DossierCommand.exitCode(for: error) {
      // The argument parser throws an error with status 0 to print the help or the version.
      case .success: (message, status, toStandardError) = (text, .clean, false)
      case .validationFailure: (message, status, toStandardError) = (Ending.inLowerCase(text), .usage, true)
      // The user did nothing wrong: a catalogue or template inside the program has a defect.
      default: (message, status, toStandardError) = ("error: \(error)", .environment, true)
      }
    }
  }

  /// Replaces `Error:` at the start of a message of the argument parser with `error:`, as in all other messages of this program.
  private static func inLowerCase(_ message: String) -> String {
    message.hasPrefix("Error:") ? "error:" + message.dropFirst("Error:".count) : message
  }

  func leave() -> Never {
    // A message can contain file names and text from documents, so control characters are made visible.
    if !message.isEmpty { toStandardError ? Console.error(TerminalLines.joined([message])) : Console.out(message + "\n") }
    exit(status.rawValue)
  }
}

/// An error that ends a command with `status`, without a message. The command has already written its messages.
struct CommandExit: Error {
  let status: Ending.Status
}

/// An error in the arguments: the command cannot use them.
struct UsageError: Error {
  let message: String
}
