import Foundation
import Testing

/// Groups of files that use each other's types, directly or through other files.
@Suite struct FileCycleTests {
  /// Pages and their parts may use each other in small groups. One property of `Site` can join all pages into one cycle.
  @Test func `the files of the site form only small cycles`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/DossierSite")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var files: [String: String] = [:]
    for path in paths where path.hasSuffix(".swift") {
      files[path] = SwiftCode.code(of: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
    }
    #expect(files.count > 50)
    for cycle in FileCycleTests.cycles(files) { #expect(cycle.count <= 5, "\(cycle.sorted())") }
  }

  @Test func `a cycle is found through a third file`() {
    let files = [
      "a": "struct A { let b: B }", "b": "struct B { let c: C }", "c": "enum C { case a(A) }", "d": "struct D { let a: A }",
    ]
    #expect(FileCycleTests.cycles(files) == [["a", "b", "c"]])
  }

  /// The groups of at least two files. Types are told by their names.
  private static func cycles(_ files: [String: String]) -> Set<Set<String>> {
    var declaring: [Substring: String] = [:]
    for (file, code) in files {
      for match in code.matches(of: /^(?:[a-z]+ )*(?:struct|class|enum|protocol|typealias) (\w+)/.anchorsMatchLineEndings()) {
        declaring[match.1] = file
      }
    }
    let used = files.mapValues { code in Set(code.matches(of: /\b[A-Z]\w*/).compactMap { declaring[$0.output] }) }
    let reached = Dictionary(
      uniqueKeysWithValues: files.keys.map { file in
        var found: Set<String> = []
        var next = used[file] ?? []
        while let other = next.popFirst() {
          if found.insert(other).inserted { next.formUnion(used[other] ?? []) }
        }
        return (file, found)
      })
    let groups = files.keys.map { file in (reached[file] ?? []).filter { reached[$0]?.contains(file) == true }.union([file]) }
    return Set(groups.filter { $0.count > 1 })
  }
}
