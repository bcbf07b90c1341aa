import DossierAssessment
import Testing

@testable import DossierSite

/// The words of the site: definitions, and titles of figures.
@Suite struct WordsTests {
  @Test func `each word of the site has its own id`() {
    let ids = WordList.all.groups.flatMap { $0.words.map(\.id) }
    #expect(Set(ids).count == ids.count && ids.allSatisfy { !$0.isEmpty })
  }

  @Test func `every measure of the readiness page has its own figure titles`() {
    let names = ReadinessMeasure.all.map(\.name)
    #expect(Set(names) == Set(MeasureWords.titles.keys))
    let titles = MeasureWords.titles.values.flatMap { [$0.met, $0.all] }
    #expect(Set(titles).count == titles.count)
  }
}
