import Testing

@testable import DossierRecords
@testable import DossierSite

/// How strong a claim of a crosswalk is on the site.
struct ClaimTests {
  private func claim(_ strength: Crosswalk.Strength, publication: String? = nil, isBundled: Bool) -> Crosswalk.Claim {
    Crosswalk.Claim(key: "k", strength: strength, by: "a repository", publication: publication, isBundled: isBundled)
  }

  @Test func `a claim of the program without an authoritative publication is unofficial and shows no source`() {
    let own = claim(.publishedMapping, isBundled: true)
    #expect(own.shownStrength == "unofficial mapping" && own.shownSource == nil && own.tone == .fair)
    let official = claim(.publishedMapping, publication: "NIST, 2023", isBundled: true)
    #expect(official.shownStrength == "published mapping" && official.shownSource == "NIST, 2023" && official.tone == .plain)
    #expect(claim(.ourAnalysis, isBundled: true).shownStrength == "analysis by the authors of dossier")
  }

  @Test func `a claim of the organisation keeps its words and its source`() {
    let own = claim(.ourAnalysis, isBundled: false)
    #expect(own.shownStrength == "our analysis" && own.shownSource == "a repository")
  }

  @Test func `the program's crosswalks name no source but publications`() throws {
    for name in CatalogueLibrary.crosswalkNames {
      for claim in try #require(try CatalogueLibrary.crosswalk(name)).claims {
        #expect(claim.isBundled && claim.shownSource == claim.publication, "\(name) \(claim.key)")
      }
    }
  }
}
