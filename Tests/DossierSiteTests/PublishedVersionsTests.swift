import DossierSite
import DossierText
import Testing

/// The pages of a published folder.
@Suite struct PublishedVersionsTests {
  private func versions(_ organisation: String = "Example") throws -> PublishedVersions {
    func version(_ name: String, _ day: String, _ successor: String?, isSigned: Bool, hasIntegrityPage: Bool) throws
      -> PublishedVersions.Version
    {
      PublishedVersions.Version(
        name: name, asOf: try #require(CivilDate(day)), errors: 1, warnings: 2, isSigned: isSigned,
        hasIntegrityPage: hasIntegrityPage, successor: successor, identifier: "urn:uuid:\(name)", statement: "<\(name)> & more")
    }
    return PublishedVersions(
      organisation: organisation, identifier: "urn:uuid:feed",
      versions: [
        try version("2.0_RC", "2026-06-30", nil, isSigned: true, hasIntegrityPage: true),
        try version("1.0", "2026-07-01", "2.0_RC", isSigned: false, hasIntegrityPage: false),
      ])
  }

  @Test func `the home page lists the versions, newest first`() throws {
    let page = String(decoding: try versions().render().home, as: UTF8.self)
    #expect(page.hasPrefix(PublishedVersions.homePageBegin))
    let first = """
      <tr><th scope="row"><a href="versions/2.0_RC/index.html">2.0_RC</a></th><td class="date" data-label="As of">2026-06-30</td>\
      <td>latest</td><td class="number" data-label="Errors">1</td><td class="number" data-label="Warnings">2</td><td>signed</td>\
      <td><a href="versions/2.0_RC/integrity.html">how to check 2.0_RC</a></td></tr>
      """
    let second = """
      <tr><th scope="row"><a href="versions/1.0/index.html">1.0</a></th><td class="date" data-label="As of">2026-07-01</td>\
      <td>superseded by 2.0_RC</td><td class="number" data-label="Errors">1</td><td class="number" data-label="Warnings">2</td>\
      <td>not signed</td><td></td></tr>
      """
    #expect(page.contains("<tbody>\n\(first)\n\(second)\n</tbody>"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"versions/2.0_RC/assets/style.css\">"))
  }

  @Test func `names are escaped`() throws {
    let pages = try versions("<Ä> & \"B\"\u{FFFE}").render()
    let escaped = "&lt;Ä&gt; &amp; &quot;B&quot;\u{FFFD}"
    #expect(String(decoding: pages.home, as: UTF8.self).contains("<title>Versions – \(escaped)</title>"))
    let feed = String(decoding: pages.feed, as: UTF8.self)
    #expect(feed.contains("<author><name>\(escaped)</name></author>"))
    #expect(feed.contains("<summary>&lt;1.0&gt; &amp; more</summary>"))
  }

  @Test func `the feed is as new as its newest version`() throws {
    let feed = String(decoding: try versions().render().feed, as: UTF8.self)
    #expect(feed.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"))
    #expect(feed.contains("  <updated>2026-07-01T00:00:00Z</updated>\n  <author>"))
    #expect(feed.hasSuffix("  </entry>\n</feed>\n"))
  }

  @Test func `the latest page redirects to the newest version`() throws {
    let page = String(decoding: try versions().render().latest, as: UTF8.self)
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../versions/2.0_RC/index.html\">"))
  }

  @Test func `without versions the pages are empty`() throws {
    let pages = try PublishedVersions(organisation: "", identifier: "", versions: []).render()
    #expect(pages.home.isEmpty && pages.latest.isEmpty && pages.feed.isEmpty)
  }
}
