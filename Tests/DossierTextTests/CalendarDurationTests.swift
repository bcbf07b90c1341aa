import DossierText
import Testing

@Suite struct CalendarDurationTests {
  @Test(arguments: [
    ("P1Y", 12, 0), ("P6M", 6, 0), ("P1Y6M", 18, 0), ("P2W", 0, 14), ("P90D", 0, 90), ("P1Y2M3W4D", 14, 25), ("P0Y1M", 1, 0),
    ("P9999D", 0, 9999),
  ])
  func reads(text: String, months: Int, days: Int) throws {
    let duration = try #require(CalendarDuration(text))
    #expect(duration.months == months)
    #expect(duration.days == days)
    #expect(duration.description == text)
  }

  @Test(arguments: [
    ("6 months", "P6M"), ("1 year", "P1Y"), ("1 years", "P1Y"), ("90 days", "P90D"), ("2 Weeks", "P2W"), ("6  months", "P6M"),
    ("annual", "P1Y"), ("biennial", "P2Y"), ("semi-annual", "P6M"), ("Every 6 months", "P6M"), ("every two years", "P2Y"),
    ("once a year", "P1Y"), ("twice a year", "P6M"), ("every year", "P1Y"), ("one year", "P1Y"), ("2 quarters", "P6M"),
    ("fortnightly", "P2W"), ("once per quarter", "P3M"), ("each month", "P1M"), ("daily", "P1D"),
    ("Annually", "P1Y"), ("yearly", "P1Y"), ("half-yearly", "P6M"), ("semi-annually", "P6M"), ("quarterly", "P3M"),
    ("monthly", "P1M"), ("weekly", "P1W"),
  ])
  func readsWords(text: String, iso: String) throws {
    let duration = try #require(CalendarDuration(text))
    #expect(duration == CalendarDuration(iso))
    #expect(duration.description == iso)
  }

  @Test(arguments: [
    "", "P", "1Y", "P1", "PY", "p1y", "P1y", "P1Y ", " P1Y", "P1M1Y", "P1Y1Y", "P1D1W", "PT1H", "P1YT1H", "P1.5Y", "P-1Y", "P0D",
    "P0Y0M", "P10000D", "P1Q", "P१Y", "biannually", "1 year 6 months", "6  months x", "biannual", "bimonthly",
    "every", "every year or so", "once", "once in a year", "zero years", "every 0 days", "a year", "0 days",
    "10000 days", "-1 days", "1.5 years", "6 M", "months", "P6 months", "6 months.",
  ])
  func refuses(text: String) {
    #expect(CalendarDuration(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", "P1M", "2026-02-28"),
    ("2028-01-31", "P1M", "2028-02-29"),
    ("2028-02-29", "P1Y", "2029-02-28"),
    ("2026-01-31", "P1M1D", "2026-03-01"),
    ("2026-12-15", "P1M", "2027-01-15"),
    ("2026-12-31", "P2W", "2027-01-14"),
    ("2026-03-31", "P90D", "2026-06-29"),
    ("2026-11-30", "P3M", "2027-02-28"),
    ("2026-12-01", "P12M", "2027-12-01"),
  ])
  func `a duration is added to a date`(start: String, duration: String, end: String) throws {
    let date = try #require(CivilDate(start))
    #expect(try #require(CalendarDuration(duration)).after(date) == CivilDate(end))
  }

  @Test func `a date after year 9999 is nil`() throws {
    let date = try #require(CivilDate("9999-06-01"))
    #expect(try #require(CalendarDuration("P1Y")).after(date) == nil)
    #expect(try #require(CalendarDuration("P300D")).after(date) == nil)
  }
}
