import DossierMarkup

/// One unit of prose for the comparison: the words of a paragraph, a heading, a table row or a line of code.
///
/// Line breaks inside a paragraph, emphasis and the syntax of a link do not count. The target of a link counts. A struck-out word
/// is different from the same word that is not struck out.
struct ProseBlock: Hashable, Sendable {
  /// The Markdown mark of the block: `## `, `- `, `> `; empty for a paragraph. The mark of an item in a nested list is `- - `.
  let mark: String
  let words: [String]

  init(mark: String, text: String) {
    self.mark = mark
    words = ProseBlock.words(of: text)
  }

  /// The words of a text, separated by white space.
  static func words(of text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  static func blocks(of tree: MarkupTree) -> [ProseBlock] {
    var collector = ProseCollector(tree: tree)
    collector.collect(0, Marks())
    return collector.blocks
  }

  /// The marks for the blocks that another block contains.
  struct Marks {
    /// The mark of the first block. `rest` is the mark of each later block.
    var first = ""
    var rest = ""
    /// The mark before the bullet of each item, if the block contains a list.
    var list = ""
  }
}
