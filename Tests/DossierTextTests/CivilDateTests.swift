import DossierText
import Testing

@Suite struct CivilDateTests {
  /// Counts days from a known date by the calendar rules, independently of the formula under test.
  @Test func `every date from 1900 to 2100 converts to a day number and back`() {
    var (year, month, day) = (1900, 1, 1)
    var number = -25_567
    var wrong: [String] = []
    var before: CivilDate?
    while year <= 2100 {
      let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let date = CivilDate(text)
      let isRight =
        date?.description == text && date?.daysSinceEpoch == number && date == CivilDate(daysSinceEpoch: number)
        && date == CivilDate(year: year, month: month, day: day) && before.map { b in date.map { b < $0 } ?? false } ?? true
      if !isRight { wrong.append(text) }
      before = date
      number += 1
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
    #expect(number == 47_847, "one day after 2100-12-31")
  }

  @Test func knowsFamousDays() {
    #expect(CivilDate("1970-01-01")?.daysSinceEpoch == 0)
    #expect(CivilDate("2000-03-01")?.daysSinceEpoch == 11_017)
    #expect(CivilDate("0001-01-01")?.daysSinceEpoch == -719_162)
    #expect(CivilDate("9999-12-31")?.daysSinceEpoch == 2_932_896)
    #expect(CivilDate("0007-02-03")?.description == "0007-02-03")
  }

  @Test(arguments: [
    "", "2026", "2026-01", "2026-1-02", "2026-01-2", "2026-13-45", "2026-00-10", "2026-10-00", "2026-02-29", "1900-02-29",
    "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31", "2026-01-32", "0000-01-01", "2026/01/02", "2026-01-02 ",
    " 2026-01-02", "2026-01-02T00:00Z", "20260102", "26-01-02", "-026-01-02", "+026-01-02", "2026-0a-02", "２０２６-01-02",
    "2026-01-0२", "2026–01–02",
  ])
  func refuses(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `years are limited to 1 to 9999`() {
    #expect(CivilDate(daysSinceEpoch: 2_932_896) != nil)
    #expect(CivilDate(daysSinceEpoch: 2_932_897) == nil)
    #expect(CivilDate(daysSinceEpoch: -719_162) != nil)
    #expect(CivilDate(daysSinceEpoch: -719_163) == nil)
  }
}
