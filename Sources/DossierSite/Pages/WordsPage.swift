import DossierText

/// The glossary of the site: the words of the program with their definitions (`WordList`).
struct WordsPage: ViewModel {
  let frame: Frame
  let figures: Href
  let contents: [ContentsEntry]
  let groups: [Group]

  static let view = View<WordsPage>(
    .scope("frame", \.frame), .link("figures", \.figures), .list("contents", \.contents), .list("groups", \.groups))

  /// The words of one subject.
  struct Group: ViewModel {
    let id: String
    let title: String
    let words: [Word]
    static let view = View<Group>(.text("id", \.id), .text("title", \.title), .list("words", \.words))
  }

  /// One word. Other pages can link to its id.
  struct Word: ViewModel {
    let id: String
    let word: String
    let definition: HTML
    static let view = View<Word>(.text("id", \.id), .text("word", \.word), .html("definition", \.definition))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: SiteWords.wordList, section: nil)
    figures = linker.href(RouteTable.figureIndex)
    groups = WordList.all.groups.map { group in
      Group(
        id: "group-" + Slug.make(group.title), title: group.title,
        words: group.words.map { word in
          Word(id: word.id, word: word.word, definition: HTML.build { $0.withCode(word.definition) })
        })
    }
    contents = groups.map { ContentsEntry(title: $0.title, href: Href(fragment: $0.id), level: "level-1") }
  }
}
