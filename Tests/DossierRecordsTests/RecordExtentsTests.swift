import DossierText
import Testing

@testable import DossierRecords

struct RecordExtentsTests {
  private func parts(_ text: String, _ name: String) -> [String: String] {
    let bytes = Array(text.utf8)
    let found = RecordExtents(bytes, path: SourcePath(parts: [name])).records
    return Dictionary(found.map { ($0.id, String(decoding: bytes[$0.range], as: UTF8.self)) }) { first, _ in first }
  }

  @Test func `a Markdown record is its whole file`() {
    let text = "---\nkind: risk\nid: \"RSK-1\" # x\n---\nid: RSK-2\n"
    #expect(parts(text, "a.md") == ["RSK-1": text])
    #expect(parts(text.replacing("\n", with: "\r\n"), "a.md").keys.sorted() == ["RSK-1"])
    #expect(parts("id: RSK-1\n", "a.md").isEmpty)
    #expect(parts("---\nid: RSK-1\n---\n", "a.md").isEmpty)
  }

  @Test(arguments: ["", "  "]) func `a record of a register is its item`(indent: String) {
    let a = "\(indent)- id: ROL-1\n\(indent)  title: A\n\(indent)  tags:\n\(indent)    - id: no\n"
    let b = "\(indent)- title: B\n\(indent)  id: ROL-2\n"
    let found = parts("kind: role\nrecords:\n\(a)\n# about B\n\(b)", "a.yaml")
    #expect(found["ROL-1"].map { $0 + "\n" } == a)
    #expect(found["ROL-2"].map { $0 + "\n" } == b)
    #expect(found.count == 2)
  }

  @Test func `order, comments and line endings do not change a record of a register`() {
    let (a, b) = ("  - id: A-1\n    title: A\n", "  - id: B-1\n    title: B\n")
    func digests(_ text: String) -> [String: Digest] {
      let found = RecordExtents(Array(text.utf8), path: SourcePath(parts: ["r.yaml"])).records
      return Dictionary(found.map { ($0.id, $0.digest) }) { first, _ in first }
    }
    let first = digests("records:\n" + a + b)
    #expect(first == digests("kind: role\nrecords:\n" + b + "\n  # then\n" + a))
    #expect(first == digests(("records:\n" + a + b).replacing("\n", with: "\r\n")))
    #expect(first != digests("records:\n" + a + b.replacing("B\n", with: "C\n")))
  }

  /// A parser reads a key after any of these line breaks.
  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func `records are found with every line break`(end: String) {
    let page = "---\nkind: risk\(end)title: T\(end)id: RSK-1\(end)\(end)owner: x\n---\n"
    #expect(parts(page, "a.md") == ["RSK-1": page])
    let register = ["records:", "  - id: A-1", "    title: A", "", "  # c", "  - id: B-1", ""].joined(separator: end)
    #expect(parts(register, "a.yaml").keys.sorted() == ["A-1", "B-1"])
    let dashes = ["records:", "-", "  id: A-1", "  title: A", "-", "  title: B", "  id: B-1"].joined(separator: end)
    #expect(parts(dashes, "a.yaml").keys.sorted() == ["A-1", "B-1"])
  }

  @Test func `white space may follow a fence, and three dots close front matter`() {
    for (first, end) in [("---\t", "\n"), ("--- ", "\r"), ("---", "\r\n"), ("\u{FEFF}---", "\n")] {
      let text = [first, "kind: risk", "id: RSK-1", "---", ""].joined(separator: end)
      #expect(parts(text, "a.md") == ["RSK-1": text])
    }
    #expect(parts("---\nid: RSK-1\n...\nkind: risk\n---\n", "a.md").isEmpty)
    #expect(parts("...\nkind: risk\nid: RSK-1\n...\n", "a.md").isEmpty)
  }

  /// In `FrontMatter`, a fence begins after LF or CR, and a byte-order mark can be only before the first fence.
  @Test(arguments: ["# c\u{85}---", "# c\u{2028}---", "# c\u{2029}...", "note: \"a\n\u{FEFF}---\n\""])
  func `only a fence of the file closes front matter`(line: String) {
    let text = "---\n\(line)\nkind: risk\nid: RSK-1\n---\n"
    #expect(parts(text, "a.md") == ["RSK-1": text])
  }

  /// The text after an inserted CR is a key, because the CR ends a comment or a value.
  @Test func `an inserted line break changes a record, another form of line break does not`() throws {
    func part(_ text: String, _ name: String) throws -> RecordExtents.Part {
      try #require(RecordExtents(Array(text.utf8), path: SourcePath(parts: [name])).records.first)
    }
    func page(_ lines: String) -> String { "---\nkind: risk\nid: A-1\n\(lines)\n---\nx\n" }
    func item(_ lines: String) -> String { "records:\n  - id: A-1\n\(lines.replacing("^", with: "    "))\n" }
    for (form, name) in [(page, "a.md"), (item, "a.yaml")] {
      let comment = try part(form("^# later: retired: 2026-02-01".replacing("^", with: name == "a.md" ? "" : "^")), name)
      let key = try part(form("^# later: \r^retired: 2026-02-01".replacing("^", with: name == "a.md" ? "" : "^")), name)
      #expect(comment.digest != key.digest)
      let lines = "^reviewed: 2026-01-01\n^title: T".replacing("^", with: name == "a.md" ? "" : "^")
      let first = try part(form(lines), name)
      for end in ["\r\n", "\r"] {
        let other = try part(form(lines).replacing("\n", with: end), name)
        #expect(other.digest == first.digest && other.dates == first.dates)
      }
      // The key after the review date is not a part of the date.
      for end in ["\r", "\u{85}", "\u{2028}"] {
        let inserted = "^reviewed: 2026-02-01\(end)^retired: 2026-02-01\n^title: T"
        let dates = try #require(try part(form(inserted.replacing("^", with: name == "a.md" ? "" : "^")), name).dates)
        #expect(dates.reviewed == "2026-02-01" && dates.rest != first.dates?.rest)
      }
    }
  }

  @Test func `extents of random bytes are inside the file`() {
    var seed: UInt64 = 42
    let alphabet = Array("-: \n\r#\"'idrecordskn\u{e9}\u{85}\u{2028}".utf8)
    for _ in 0..<2000 {
      var bytes = Array("records:\n".utf8)
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
      }
      for name in ["a.md", "a.yaml"] {
        for part in RecordExtents(bytes, path: SourcePath(parts: [name])).records {
          #expect(bytes.indices.contains(part.range.lowerBound) && part.range.upperBound <= bytes.count)
        }
      }
    }
  }
}

struct ExtentSearchTests {
  /// Scanning with the previous text gives the same result as scanning anew.
  @Test func `the previous text does not change the result`() {
    var seed: UInt64 = 11
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let pieces = [
      "records:\n", "  - id: A-1\n", "- id: B-1\n", "    title: x\n", "  reviewed: 2026-01-01\n", "    reviewed: 2026-02-01\r\n",
      "\n", "# c\n",
      "other: x\n", "  - title: y\n", "    id: C-1\n", "  -", "id: D-1", "    version: \"2\"\n", " ", "\r\n",
      "\r", "    title: z\r", "  - id: E-1\r", "\u{85}", "    note: n\u{2028}", "\n",
    ]
    for _ in 0..<60 {
      var search = ExtentSearch()
      var lines = (0..<30).map { _ in pieces[random(pieces.count)] }
      lines.insert("records:\n", at: 0)
      for _ in 0..<40 {
        switch random(3) {
        case 0: lines.insert(pieces[random(pieces.count)], at: random(lines.count))
        case 1: lines[random(lines.count)] = pieces[random(pieces.count)]
        default: if lines.count > 2 { lines.remove(at: random(lines.count)) }
        }
        let bytes = Array(lines.joined().utf8)
        let path = SourcePath(parts: ["r.yaml"])
        #expect(search.extents(bytes, path: path) == RecordExtents(bytes, path: path))
      }
    }
  }

  /// Makes versions of a register. Each version changes, adds, removes or moves a few items.
  private func versions(_ count: Int, change: (Int, inout [String]) -> Void) -> [[UInt8]] {
    var items = (0..<500).map { "  - id: A-\($0)\n    title: t\n" }
    return (0..<count).map { number in
      change(number, &items)
      return Array(("records:\n" + items.joined()).utf8)
    }
  }

  @Test func `versions of a register share the items that did not change`() {
    let path = SourcePath(parts: ["r.yaml"])
    let changes: [(Int, inout [String]) -> Void] = [
      { $1[$0 * 7 % 500] += "    note: \($0)\n" },
      { number, items in
        items[0] = "  - id: first\n    title: t\(number)\n"
        items[499] = "  - id: last\n    title: t\(number)\n"
      },
      { $1.insert("  - id: B-\($0)\n", at: $0 * 7 % 500) },
      { number, items in items.append(items.remove(at: number)) },
    ]
    for change in changes {
      var search = ExtentSearch()
      var last: Set<[RecordExtents.Part]> = []
      for (number, bytes) in versions(30, change: change).enumerated() {
        let found = search.extents(bytes, path: path)
        #expect(found == RecordExtents(bytes, path: path))
        let blocks = Set(found.blocks.map(\.parts))
        if number > 0 { #expect(blocks.subtracting(last).count <= 4) }
        last = blocks
      }
    }
  }

  @Test func `a change of only the review dates is detected`() throws {
    func dates(_ text: String, _ name: String) -> ReviewDates? {
      RecordExtents(Array(text.utf8), path: SourcePath(parts: [name])).records.first?.dates
    }
    func item(_ day: String, _ rest: String) -> String { "records:\n  - id: A-1\n    reviewed: \(day)\n    title: \(rest)\n" }
    func page(_ day: String, _ rest: String) -> String { "---\nkind: risk\nid: A-1\nreviewed: \(day)\n---\n\(rest)\n" }
    for (form, name) in [(item, "a.yaml"), (page, "a.md")] {
      let first = try #require(dates(form("2026-01-01", "x"), name))
      #expect(first.reviewed == "2026-01-01")
      #expect(dates(form("2026-02-01", "x"), name)?.rest == first.rest)
      #expect(dates(form("2026-02-01", "x").replacing("\n", with: "\r\n"), name)?.rest == first.rest)
      #expect(dates(form("2026-02-01", "y"), name)?.rest != first.rest)
    }
    #expect(dates("records:\n  - id: A-1\n", "a.yaml") == nil)
  }
}
