import DossierText
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00Z", 0),
    ("1970-01-01T00:00:01Z", 1),
    ("1970-01-02T01:01:01Z", 90_061),
    ("2026-03-31T14:05:30+02:00", 1_774_958_730),
    ("2026-03-31T12:05:30Z", 1_774_958_730),
    ("2026-03-31T06:35:30-05:30", 1_774_958_730),
    ("2026-03-31T23:59:59+14:00", 1_774_951_199),
  ])
  func countsSeconds(text: String, seconds: Int) throws {
    let moment = try #require(Timestamp(text))
    #expect(moment.secondsSinceEpoch == seconds)
    #expect(moment.description == text)
    #expect(moment.date.description == String(text.prefix(10)), "the date is the local date, not the UTC date")
  }

  @Test(arguments: [
    "", "2026-03-31", "2026-03-31T14:05", "2026-03-31 14:05Z", "2026-03-31T14:05z", "2026-03-31T24:00Z", "2026-03-31T14:60Z",
    "2026-03-31T14:05:60Z", "2026-03-31T14:05:3Z", "2026-03-31T14:05:30", "2026-03-31T14:05:30.5Z", "2026-03-31T14:05Z ",
    "2026-03-31T14:05ZZ", "2026-02-30T14:05Z", "2026-03-31T14:05+0200", "2026-03-31T14:05+2:00", "2026-03-31T14:05+15:00",
    "2026-03-31T14:05+02:60", "2026-03-31T14:05*02:00", "2026-03-31T14:05+02:00Z", "2026-03-31T1４:05Z", "2026-03-31T14-05Z",
  ])
  func refuses(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `timestamps are compared by time, not by spelling`() throws {
    let later = try #require(Timestamp("2026-03-31T10:00Z"))
    let earlier = try #require(Timestamp("2026-03-31T11:00+02:00"))
    #expect(earlier < later)
  }
}
