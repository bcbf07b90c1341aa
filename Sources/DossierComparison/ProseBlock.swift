import DossierMarkup

/// A paragraph, heading, row or line of a text as its words: what is compared of prose.
///
/// Line breaks inside a paragraph, emphasis and the way a link is written do not count; where a link leads does, and what is struck
/// out is other words than what is not.
struct ProseBlock: Hashable, Sendable {
  /// What it is, as Markdown marks it: `## `, `- `, `> `; empty for a paragraph. An item of a list inside an item is `- - `.
  let mark: String
  let words: [String]

  init(mark: String, text: String) {
    self.mark = mark
    words = ProseBlock.words(of: text)
  }

  /// What white space divides.
  static func words(of text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  static func blocks(of tree: MarkupTree) -> [ProseBlock] {
    var collector = ProseCollector(tree: tree)
    collector.collect(0, Marks())
    return collector.blocks
  }

  /// What the blocks inside another one are marked with.
  struct Marks {
    /// The first of them, and those after it.
    var first = ""
    var rest = ""
    /// A list among them.
    var list = ""
  }
}
