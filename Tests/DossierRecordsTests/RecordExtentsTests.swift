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

  @Test func `order, comments between and line ends do not change a record of a register`() {
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

  @Test func `whatever the bytes are, nothing is outside them`() {
    var seed: UInt64 = 42
    let alphabet = Array("-: \n\r#\"'idrecordskn\u{e9}".utf8)
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
