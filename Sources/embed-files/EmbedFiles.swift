/// Writes files as Swift string literals: `embed-files OUTPUT ENUM-NAME ROOT FILE…`.
///
/// These literals compile much faster than the code that SwiftPM generates for `.embedInCode`. The path of each file is written
/// with its literal.
import Foundation

@main
enum EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else { throw Failure(message: "usage: embed-files OUTPUT ENUM ROOT FILE…") }
    let (output, name, root) = (arguments[1], arguments[2], arguments[3])
    var source = "/// Files inside the binary, by path. Written by `embed-files`; do not edit.\nenum \(name) {\n"
    source += "  static let files: [(path: String, text: String)] = [\n"
    for path in arguments[4...].sorted() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      guard !text.contains("\"\"\"####"), !text.contains("\r") else {
        throw Failure(message: "\(path) contains text that cannot be embedded")
      }
      let relative = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
      source += "    (\n      \"\(relative)\",\n      ####\"\"\"\n\(text)\n\"\"\"####\n    ),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  struct Failure: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }
}
