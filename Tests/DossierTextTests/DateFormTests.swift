import DossierText
import Testing

@Suite struct DateFormTests {
  @Test(arguments: [
    ("2026-5-4", "2026-05-04"), ("2026/05/04", "2026-05-04"), ("2026.5.04", "2026-05-04"), ("20260504", "2026-05-04"),
    ("25.05.2026", "2026-05-25"), ("05/25/2026", "2026-05-25"), ("5-5-2026", "2026-05-05"), ("4 May 2026", "2026-05-04"),
    ("May 4, 2026", "2026-05-04"), ("4 Sep 2026", "2026-09-04"), ("september 4 2026", "2026-09-04"),
  ])
  func `an unambiguous date is read`(text: String, day: String) { #expect(DateForm.day(meantBy: text)?.description == day) }

  @Test(arguments: [
    "04/05/2026", "04.05.2026", "2026-13-04", "2026-02-30", "30/30/2026", "4/5/26", "2026-05", "May 2026", "4 Mai 2026",
    "4 2026 May",
    "", "--", "2026-05-04T10:00Z", "99999-1-1", "20261304", "1 2 2026", "Ma 4 2026",
  ])
  func `an ambiguous date is not read`(text: String) { #expect(DateForm.day(meantBy: text) == nil) }
}
