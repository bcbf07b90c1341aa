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
      // Help and version are errors to the argument parser, with status 0.
      case .success: (message, status, toStandardError) = (text, .clean, false)
      case .validationFailure: (message, status, toStandardError) = (Ending.inLowerCase(text), .usage, true)
      // A defect in a catalogue or template of the program, not in the call.
      default: (message, status, toStandardError) = ("error: \(error)", .environment, true)
      }
    }
  }

  /// The argument parser begins with `Error:`; every other message of this program begins in lower case.
  private static func inLowerCase(_ message: String) -> String {
    message.hasPrefix("Error:") ? "error:" + message.dropFirst("Error:".count) : message
  }

  func leave() -> Never {
    // A message can contain names of files and words of documents.
    if !message.isEmpty { toStandardError ? Console.error(TerminalLines.joined([message])) : Console.out(message + "\n") }
    exit(status.rawValue)
  }
}

/// Ends a command with this status. The command has already written its messages.
struct CommandExit: Error {
  let status: Ending.Status
}

/// The command was called with arguments that it cannot use.
struct UsageError: Error {
  let message: String
}
