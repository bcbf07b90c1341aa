import Foundation
import Testing

/// The walls of the house: what the sources may name, and that the page about it is true.
@Suite struct ArchitectureTests {
  struct File: Sendable {
    /// From the root: `Sources/DossierText/Span.swift`.
    let path: String
    let room: String
    let name: String
    let text: String
    /// Without comments and literals.
    let code: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let files = swiftTexts(in: "Sources").map { path, text in
    let parts = path.split(separator: "/")
    return File(path: path, room: String(parts[1]), name: String(parts.last ?? ""), text: text, code: SwiftCode.code(of: text))
  }

  /// Paths from the root and texts, in the order of the paths.
  private static func swiftTexts(in folder: String) -> [(path: String, text: String)] {
    let place = root.appendingPathComponent(folder).path
    let paths = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: "\(place)/\(path)").map { ("\(folder)/\(path)", String(decoding: $0, as: UTF8.self)) }
    }
  }

  private static let rooms: Set<String> = {
    let sources = root.appendingPathComponent("Sources").path
    return Set((try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? [])
  }()

  /// The modules a file imports.
  private static func imports(of file: File) -> Set<String> {
    let words: Set<Substring> = ["import", "package", "public", "internal", "private", "fileprivate"]
    var modules: Set<String> = []
    for line in file.code.split(separator: "\n") {
      let parts = line.split(separator: " ").drop { $0.hasPrefix("@") }
      guard let at = parts.firstIndex(of: "import"), parts[..<at].allSatisfy(words.contains), at + 1 < parts.endIndex else {
        continue
      }
      // `import struct Module.Name` names the module second.
      let named =
        ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"].contains(parts[at + 1])
        ? parts[at + 2] : parts[at + 1]
      modules.insert(String(named.prefix { $0 != "." }))
    }
    return modules
  }

  /// The table under `## Arrows`: what each room may import.
  private static func arrows() throws -> [String: Set<String>] {
    let page = try String(contentsOf: root.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "## Arrows") else { return [:] }
    var arrows: [String: Set<String>] = [:]
    for line in lines[(heading + 1)...].prefix(while: { !$0.hasPrefix("## ") }) where line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count >= 3, cells[0] != "room", !cells[0].hasPrefix("-") else { continue }
      arrows[cells[0]] = Set(cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return arrows
  }

  // MARK: Arrows

  @Test func everyRoomHasARowAndEveryRowARoom() throws {
    #expect(Set(try Self.arrows().keys) == Self.rooms)
  }

  /// Both ways: what is imported is allowed, and what is allowed is used, so that the page cannot go stale.
  @Test func importsAreThoseOfThePage() throws {
    let arrows = try Self.arrows()
    for room in Self.rooms.sorted() {
      let imported = Self.files.filter { $0.room == room }.reduce(into: Set<String>()) { $0.formUnion(Self.imports(of: $1)) }
      let allowed = try #require(arrows[room], "\(room) has no row")
      #expect(
        imported.subtracting(allowed).isEmpty,
        "\(room) imports \(imported.subtracting(allowed).sorted()), which docs/architecture.md does not allow")
      #expect(allowed.subtracting(imported).isEmpty, "\(room) no longer imports \(allowed.subtracting(imported).sorted())")
    }
  }

  @Test func arrowsPointDown() throws {
    let arrows = try Self.arrows()
    // A room that can be reached from itself would be a circle.
    for room in arrows.keys {
      var reached: Set<String> = []
      var next = arrows[room] ?? []
      while let module = next.popFirst() {
        if reached.insert(module).inserted { next.formUnion(arrows[module] ?? []) }
      }
      #expect(!reached.contains(room), "\(room)")
    }
  }

  @Test func everyTargetIsARoom() throws {
    let package = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for room in Self.rooms { #expect(package.contains("name: \"\(room)\""), "\(room) is no target") }
  }

  @Test func onlyTheFilesForItNameTheParsers() {
    for file in Self.files {
      if file.code.contains("cmark_") {
        #expect(file.name.hasPrefix("CMark") || file.name == "LibraryHTML.swift", "\(file.path) names cmark")
      }
      if Self.imports(of: file).contains("Yams") { #expect(file.name.hasPrefix("YAML"), "\(file.path) names Yams") }
      if Self.imports(of: file).contains("CMarkGFM") { #expect(file.path.contains("/CMark/"), "\(file.path) imports CMarkGFM") }
    }
  }

  /// There is one pipeline: a dossier is assembled in one place, and every command and test gets it from there.
  @Test func onlyTheAnalysisAssembles() {
    // Regex literals of tests are not known to `SwiftCode`, so their texts are searched whole.
    let tests = Self.swiftTexts(in: "Tests").filter { !$0.path.hasPrefix("Tests/ArchitectureTests/") }
    var callers: [String] = []
    for (path, text) in Self.files.map({ ($0.path, $0.code) }) + tests {
      for line in text.split(separator: "\n") where line.contains(/(?:^|[^A-Za-z_.])assemble\(/) {
        if !line.contains("func assemble(") { callers.append(path) }
      }
    }
    #expect(callers == ["Sources/DossierAnalysis/Analysis.swift"])
  }

  /// The result of an analysis depends on its arguments alone.
  @Test func onlyRoomsForItReadClocksAndTheEnvironment() {
    let allowed: Set = ["DossierBuild", "dossier", "dossier-docs", "embed-files"]
    for file in Self.files where !allowed.contains(file.room) {
      for (number, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let read = line.firstMatch(of: /\.now\b|\bDate\(\)|\btime\(nil\)|\bclock_gettime\b|\bgetenv\b|\bProcessInfo\b/)
        #expect(read == nil, "\(file.path):\(number + 1) has \(read?.output ?? "")")
      }
    }
  }

  @Test func noRoomIsCalledCore() {
    for room in Self.rooms {
      for word in ["Core", "Common", "Utils", "Util", "Helpers", "Manager", "Shared"] { #expect(!room.contains(word), "\(room)") }
    }
  }

  // MARK: Habits

  @Test(arguments: ["@unchecked", "nonisolated(unsafe)", "try!", "as!", "fatalError", "unsafeBitCast", "Mirror(", "@_"])
  func isNowhere(word: String) {
    for file in Self.files { #expect(!file.code.contains(word), "\(file.path) has \(word)") }
  }

  @Test func nothingIsForced() {
    for file in Self.files {
      for (number, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(!Self.isForced(line), "\(file.path):\(number + 1)")
      }
    }
  }

  /// A `!` right after a name, a bracket or a literal, unless it begins `!=`.
  private static func isForced(_ line: Substring) -> Bool {
    let letters = Array(line)
    return letters.indices.dropFirst().contains { i in
      let before = letters[i - 1]
      guard letters[i] == "!", i + 1 >= letters.count || letters[i + 1] != "=" else { return false }
      return before.isLetter || before.isNumber || ["_", ")", "]", "}", ">", "?", "\""].contains(before)
    }
  }

  /// Question a file at 300 lines; at 400 it is two.
  @Test func noFileIsLong() {
    for file in Self.files {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test func everyFileIsFound() {
    #expect(Self.files.count > 100)
    #expect(Self.rooms.count >= 9)
  }

  // MARK: The instrument itself

  @Test(arguments: [
    ("a // b!\nc", "a \nc"),
    ("a /* b! /* c */ d! */ e", "a  e"),
    ("x = \"a!\\\"b!\" + y", "x = \"\" + y"),
    ("\"\\(a!)b\"", "\"(a!)\""),
    ("\"\\(f(\")\"))b!\"", "\"(f(\"\"))\""),
    ("#\"a\"b!\"# c", "\"\" c"),
    ("#\"\\(x)\\#(y)\"#", "\"(y)\""),
    ("\"\"\"\n a!\n \"b!\" \\(c)\n \"\"\" d", "\"\n\n(c)\n\" d"),
  ])
  func codeIsToldFromWords(text: String, code: String) {
    #expect(SwiftCode.code(of: text) == code)
  }

  @Test(arguments: ["a!", "a!.b", "f()!", "a[0]!", "let a: Int!", "try! f()", "a as! B", "\"\"!", "x!)"])
  func forceIsSeen(line: String) { #expect(Self.isForced(line[...])) }

  @Test(arguments: ["!a", "a != b", "if !a", "(!a)", "a!=b", "[!a]", "a == !b", ", !x"])
  func negationIsNotForce(line: String) { #expect(!Self.isForced(line[...])) }

  @Test func importsAreRead() {
    let text =
      "import A\n  package import B\n@preconcurrency public import C\nimport struct D.E\n// import F\nlet x = \"import G\"\n"
    let file = File(path: "", room: "", name: "", text: text, code: SwiftCode.code(of: text))
    #expect(Self.imports(of: file) == ["A", "B", "C", "D"])
  }
}
