import DossierRecords
import Testing

@Suite struct RecordIDTests {
  @Test(arguments: ["A", "RSK-001", "a1", "rsk-1-2", "X" + String(repeating: "y", count: 63)])
  func isValid(id: String) { #expect(RecordID.isValid(id)) }

  @Test(arguments: [
    "", "-", "1", "1A", "-A", "A-", "A B", "A.1", "A_1", "A/1", "A\n", "é", "Aé", "A\u{301}", "\u{212A}1", "poliсy", "A\u{0}",
    "X" + String(repeating: "y", count: 64),
  ])
  func isNotValid(id: String) { #expect(!RecordID.isValid(id)) }

  @Test func `numbers in ids are ordered by value`() {
    let right = [
      "4", "4.1", "4.10", "10", "10.1", "A", "A.2", "A.2.2", "A.2.10", "A.9", "A.10", "A.10.2", "RSK-1", "RSK-01", "RSK-2",
      "RSK-9", "RSK-010", "RSK-10", "a",
    ]
    for shift in right.indices {
      let mixed = Array(right[shift...] + right[..<shift])
      let sorted = mixed.sorted { RecordID.precedes($0, $1) }
      #expect(sorted.map(number) == right.map(number), "from \(shift)")
    }
    #expect(RecordID.precedes("RSK-9", "RSK-10"))
    #expect(RecordID.precedes("A.9", "A.10"))
    #expect(!RecordID.precedes("A.10", "A.9"))
    #expect(RecordID.precedes("X-99999999999999999999998", "X-99999999999999999999999"), "beyond any integer")
  }

  /// Ids that differ in leading zeros only compare by bytes.
  private func number(_ id: String) -> String { id.replacing("-0", with: "-").replacing("-0", with: "-") }

  /// A strict order: irreflexive, asymmetric, transitive, and total on different ids.
  @Test func `the order of ids is strict and total`() {
    let ids = ["A", "A1", "A01", "A001", "A1B", "A1-2", "A1-10", "A10", "B", "a", "A.1", "A-1", "", "1", "01", "0", "00"]
    for a in ids {
      #expect(!RecordID.precedes(a, a))
      for b in ids where a != b {
        #expect(RecordID.precedes(a, b) != RecordID.precedes(b, a), "\(a) \(b)")
        for c in ids where RecordID.precedes(a, b) && RecordID.precedes(b, c) {
          #expect(RecordID.precedes(a, c), "\(a) \(b) \(c)")
        }
      }
    }
  }

  @Test func `ids that differ only in case are the same`() {
    #expect(RecordID.key("RSK-001") == RecordID.key("rsk-001"))
    #expect(RecordID.key("RSK-001") != RecordID.key("RSK-01"))
  }
}
