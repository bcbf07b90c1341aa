import Foundation
import Testing

/// The module boundaries: the imports of each module, and the page that documents them.
@Suite struct ArchitectureTests {
  struct File: Sendable {
    /// The path from the root: `Sources/DossierText/Span.swift`.
    let path: String
    let module: String
    let name: String
    let text: String
    /// The text without comments and literals.
    let code: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let files = swiftTexts(in: "Sources").map { path, text in
    let parts = path.split(separator: "/")
    return File(path: path, module: String(parts[1]), name: String(parts.last ?? ""), text: text, code: SwiftCode.code(of: text))
  }

  /// Paths from the root and texts, in the order of the paths.
  private static func swiftTexts(in folder: String) -> [(path: String, text: String)] {
    let place = root.appendingPathComponent(folder).path
    let paths = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: "\(place)/\(path)").map { ("\(folder)/\(path)", String(decoding: $0, as: UTF8.self)) }
    }
  }

  private static let modules: Set<String> = {
    let sources = root.appendingPathComponent("Sources").path
    return Set((try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? [])
  }()

  /// The modules that a file imports.
  private static func imports(of file: File) -> Set<String> {
    let words: Set<Substring> = ["import", "package", "public", "internal", "private", "fileprivate"]
    var imported: Set<String> = []
    for line in file.code.split(separator: "\n") {
      let parts = line.split(separator: " ").drop { $0.hasPrefix("@") }
      guard let at = parts.firstIndex(of: "import"), parts[..<at].allSatisfy(words.contains), at + 1 < parts.endIndex else {
        continue
      }
      // In `import struct Module.Name` the module is the second word.
      let named =
        ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"].contains(parts[at + 1])
        ? parts[at + 2] : parts[at + 1]
      imported.insert(String(named.prefix { $0 != "." }))
    }
    return imported
  }

  /// The table under `## Dependencies`: the allowed imports of each module.
  private static func dependencies() throws -> [String: Set<String>] {
    let page = try String(contentsOf: root.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "## Dependencies") else { return [:] }
    var dependencies: [String: Set<String>] = [:]
    for line in lines[(heading + 1)...].prefix(while: { !$0.hasPrefix("## ") }) where line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count >= 3, cells[0] != "module", !cells[0].hasPrefix("-") else { continue }
      dependencies[cells[0]] = Set(cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return dependencies
  }

  // MARK: Dependencies

  @Test func `every module has a row, and every row is a module`() throws {
    #expect(Set(try Self.dependencies().keys) == Self.modules)
  }

  /// In both directions: each import is allowed, and each allowed import is used. So the page stays current.
  @Test func `imports are those of the page`() throws {
    let dependencies = try Self.dependencies()
    for module in Self.modules.sorted() {
      let imported = Self.files.filter { $0.module == module }.reduce(into: Set<String>()) { $0.formUnion(Self.imports(of: $1)) }
      let allowed = try #require(dependencies[module], "\(module) has no row")
      #expect(
        imported.subtracting(allowed).isEmpty,
        "\(module) imports \(imported.subtracting(allowed).sorted()), which docs/architecture.md does not allow")
      #expect(allowed.subtracting(imported).isEmpty, "\(module) no longer imports \(allowed.subtracting(imported).sorted())")
    }
  }

  @Test func `no module depends on itself`() throws {
    let dependencies = try Self.dependencies()
    // A module that can be reached from itself would be part of a cycle.
    for module in dependencies.keys {
      var reached: Set<String> = []
      var next = dependencies[module] ?? []
      while let other = next.popFirst() {
        if reached.insert(other).inserted { next.formUnion(dependencies[other] ?? []) }
      }
      #expect(!reached.contains(module), "\(module)")
    }
  }

  @Test func `every module is a target`() throws {
    let package = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for module in Self.modules { #expect(package.contains("name: \"\(module)\""), "\(module) is not a target") }
  }

  @Test func `only the files of the parsers use them`() {
    for file in Self.files {
      if file.code.contains("cmark_") {
        #expect(file.name.hasPrefix("CMark") || file.name == "LibraryHTML.swift", "\(file.path) uses cmark")
      }
      if Self.imports(of: file).contains("Yams") { #expect(file.name.hasPrefix("YAML"), "\(file.path) imports Yams") }
      if Self.imports(of: file).contains("CMarkGFM") { #expect(file.path.contains("/CMark/"), "\(file.path) imports CMarkGFM") }
    }
  }

  // MARK: Facts on a date

  /// Reads of a status or an end date, and comparisons with the as-of date. `DossierAssessment` decides all of them.
  private static let decisions = [
    #"head\??\.(status|retired)\b"#, #"[\w?)\]]\.retired\b"#, #"\bvalidUntil\b"#, #"[\w?)\]]\.until\b"#,
    #"(<|>|<=|>=) *[\w.]*\basOf(\.date)?\b(?!\()"#, #"\basOf(\.date)?(\.plus\([^)]*\))? *(<|>|<=|>=) "#,
    // A date computed from the as-of date is compared somewhere else.
    #"\basOf\.date\.plus\("#, #"\(asOf\.date\)"#,
  ]

  private static let fieldReads = #"field\("(status|retired|valid_until|until)"\)"#

  /// Files that copy an end date as it is written, without deciding anything.
  private static let copying: Set<String> = ["ApprovalRequest.swift", "Approving.swift", "RecordJSON.swift", "RiskWords.swift"]

  private static func decides(_ code: String) -> Bool {
    decisions.contains { code.range(of: $0, options: .regularExpression) != nil }
  }

  @Test func `only the assessment decides what is true on a date`() {
    let others = ["DossierRules", "DossierSite", "DossierComparison", "DossierAnalysis", "DossierBuild", "dossier"]
    for file in Self.files where others.contains(file.module) && !Self.copying.contains(file.name) {
      for (number, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(!Self.decides(String(line)), "\(file.path):\(number + 1) decides something that DossierAssessment must decide")
      }
      #expect(
        file.text.range(of: Self.fieldReads, options: .regularExpression) == nil,
        "\(file.path) reads a field that DossierAssessment must read")
    }
  }

  @Test(arguments: [
    "entry.head?.status == .closed", "role.head?.retired", "evidence.validUntil", "approval.until", "x < asOf", "asOf.date > x",
    "asOf.date.plus(years: -1)", "bound.day(asOf.date)",
  ])
  func `a decision about a date is found`(code: String) { #expect(Self.decides(code)) }

  @Test(arguments: ["facts.status(of: i) == .retired", "[.retired]", "asOf.isPast(x)", "item.status.isValid"])
  func `a use of the assessment is not a decision`(code: String) { #expect(!Self.decides(code)) }

  /// There is one pipeline: one function assembles a dossier, and every command and test gets the dossier from it.
  @Test func `only the analysis assembles a dossier`() {
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
  @Test func `only modules that may read clocks and the environment do`() {
    let allowed: Set = ["DossierBuild", "dossier", "dossier-docs", "embed-files"]
    for file in Self.files where !allowed.contains(file.module) {
      for (number, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let read = line.firstMatch(of: /\.now\b|\bDate\(\)|\btime\(nil\)|\bclock_gettime\b|\bgetenv\b|\bProcessInfo\b/)
        #expect(read == nil, "\(file.path):\(number + 1) has \(read?.output ?? "")")
      }
    }
  }

  @Test func `no module has a name such as Core`() {
    for module in Self.modules {
      for word in ["Core", "Common", "Utils", "Util", "Helpers", "Manager", "Shared"] {
        #expect(!module.contains(word), "\(module)")
      }
    }
  }

  // MARK: Conventions

  @Test(arguments: ["@unchecked", "nonisolated(unsafe)", "try!", "as!", "fatalError", "unsafeBitCast", "Mirror(", "@_"])
  func `a forbidden construct is not used`(word: String) {
    for file in Self.files { #expect(!file.code.contains(word), "\(file.path) has \(word)") }
  }

  @Test func `nothing is forced`() {
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

  /// Consider splitting a file of 300 lines. A file of more than 400 lines must be split.
  @Test func `no file is longer than 400 lines`() {
    for file in Self.files {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test func `the files are found`() {
    #expect(Self.files.count > 100)
    #expect(Self.modules.count >= 9)
  }

  // MARK: Tests of these tests

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
  func `comments and literals are removed from code`(text: String, code: String) {
    #expect(SwiftCode.code(of: text) == code)
  }

  @Test(arguments: ["a!", "a!.b", "f()!", "a[0]!", "let a: Int!", "try! f()", "a as! B", "\"\"!", "x!)"])
  func `a forced value is found`(line: String) { #expect(Self.isForced(line[...])) }

  @Test(arguments: ["!a", "a != b", "if !a", "(!a)", "a!=b", "[!a]", "a == !b", ", !x"])
  func `a negation is not a forced value`(line: String) { #expect(!Self.isForced(line[...])) }

  @Test func `all forms of import are read`() {
    let text =
      "import A\n  package import B\n@preconcurrency public import C\nimport struct D.E\n// import F\nlet x = \"import G\"\n"
    let file = File(path: "", module: "", name: "", text: text, code: SwiftCode.code(of: text))
    #expect(Self.imports(of: file) == ["A", "B", "C", "D"])
  }
}
