import Foundation

/// Texts that try to break out of an output syntax. Every escaping function is tested with all of them. The client tests use the same
/// file.
package enum HostileText {
  package static func all() throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("hostile-text.json")
    return try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
  }
}
