import DossierRecords
import Testing

@Suite struct DecimalTests {
  @Test(arguments: [("0", 0), ("1.10", 1.1), ("-0.5", -0.5), ("007", 7), ("123456789.123", 123_456_789.123)])
  func `a decimal keeps its spelling`(text: String, value: Double) {
    #expect(Decimal(text)?.description == text)
    #expect(Decimal(text)?.value == value)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "1e3", "0x1F", "1_000", "1,5", " 1", "1 ", "+1", "--1", "inf", "nan", "१",
    String(repeating: "1", count: 31),
  ])
  func refuses(text: String) { #expect(Decimal(text) == nil) }
}
