import DossierText
import Testing

@Suite struct UnifiedDiffTests {
  @Test func equalTextsHaveNoDifference() {
    #expect(UnifiedDiff.text(Array("a\nb".utf8), Array("a\nb".utf8), path: "x") == "")
    #expect(UnifiedDiff.text([], [], path: "x") == "")
  }

  @Test func `the output has the format of patch`() {
    let old = (1...12).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n3\n", with: "two\n3\n").replacing("11\n", with: "11\n11b\n")
    #expect(
      UnifiedDiff.text(Array(old.utf8), Array(new.utf8), path: "a b")
        == """
        --- a b
        +++ a b
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
         5
        @@ -9,4 +9,5 @@
         9
         10
         11
        +11b
         12

        """.replacing("\n\n", with: "\n"))
  }

  @Test func `a missing final line break is marked`() {
    #expect(
      UnifiedDiff.text(Array("a".utf8), Array("b\n".utf8), path: "x")
        == "--- x\n+++ x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n")
    #expect(UnifiedDiff.text([], Array("b\n".utf8), path: "x") == "--- x\n+++ x\n@@ -0,0 +1,1 @@\n+b\n")
  }

  /// For random texts, both texts can be rebuilt from the difference.
  @Test func `both texts can be rebuilt`() {
    var seed: UInt64 = 42
    func next(_ bound: UInt64) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    for _ in 0..<300 {
      let old = (0..<next(12)).map { _ in "\(next(4))\n" }
      let new = (0..<next(12)).map { _ in "\(next(4))\n" }
      let diff = UnifiedDiff.text(Array(old.joined().utf8), Array(new.joined().utf8), path: "x")
      var (at, result) = (0, [String]())
      for line in diff.split(separator: "\n").dropFirst(2).map(String.init) {
        if line.hasPrefix("@@") {
          let start = Int(line.dropFirst(4).prefix { $0 != "," }) ?? 0
          let count = Int(line.dropFirst(4).drop { $0 != "," }.dropFirst().prefix { $0 != " " }) ?? 0
          let place = count == 0 ? start : start - 1
          result += old[at..<place]
          at = place
        } else {
          let text = String(line.dropFirst()) + "\n"
          if line.hasPrefix("+") { result.append(text) }
          if line.hasPrefix("-") { #expect(old[at] == text); at += 1 }
          if line.hasPrefix(" ") { #expect(old[at] == text); result.append(text); at += 1 }
        }
      }
      #expect(result + old[at...] == new)
    }
  }

  /// The shortest script of so many changes would cost their square.
  @Test(arguments: [(100, 0), (3_000, 0), (3_000, 1)])
  func `patch applies a difference of many lines`(_ count: Int, _ added: Int) throws {
    let old = (1...count).map { "line \($0)\nsame\n" }.joined()
    let new = String(repeating: "more\n", count: added) + (1...count).map { "Line \($0)\nsame\n" }.joined()
    let diff = UnifiedDiff.text(Array(old.utf8), Array(new.utf8), path: "x")
    #expect(applied(diff, to: old) == new)
  }

  /// What `patch` makes of a difference: context and removed lines must be in the old text.
  private func applied(_ diff: String, to old: String) -> String? {
    let lines = old.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    var out: [String] = []
    var next = 0
    for line in diff.split(separator: "\n").dropFirst(2) {
      if line.hasPrefix("@@") {
        guard let start = line.split(separator: " ")[1].dropFirst().split(separator: ",").first.flatMap({ Int($0) }) else {
          return nil
        }
        out += lines[next..<max(next, start - 1)]
        next = max(next, start - 1)
        continue
      }
      if line.first != "+" {
        guard next < lines.count, lines[next] == line.dropFirst() else { return nil }
        next += 1
      }
      if line.first != "-" { out.append(String(line.dropFirst())) }
    }
    return (out + lines[next...]).map { $0 + "\n" }.joined()
  }
}
