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

  /// The text at the start of `mark` for each block inside an outer block, such as a quotation or a list item.
  struct Marks {
    /// The text for the first inner block. `rest` is the text for each later inner block.
    var first = ""
    var rest = ""
    /// The text for each item of a list in the outer block. The bullet of the item follows this text.
    var list = ""
  }
}
