/// The good example of a rule: a complete example, or the edits that turn the bad example into the good example.
protocol GoodExample: Sendable {
  func completed(from bad: RuleExample) -> RuleExample
}

extension RuleExample: GoodExample {
  func completed(from bad: RuleExample) -> RuleExample { self }

  /// Edits that turn the bad example of a rule into the good example.
  struct Fix: GoodExample {
    /// Replaces a text that occurs exactly once in its file. Edits apply one after the other.
    struct Edit: Sendable {
      let path: String
      let old: String
      let new: String
    }

    let edits: [Edit]
    let added: [File]
    let removed: [String]

    /// The good example. If an edit cannot be applied, the bad example is returned, and the tests of the rule fail.
    func completed(from bad: RuleExample) -> RuleExample { applied(to: bad) ?? bad }

    /// The good example: first the files of the bad example, without the removed files and with the edits, then the added files.
    /// The marks `⟦` and `⟧` in the bad example are removed.
    ///
    /// Nil if an edit does not find its text exactly once, a removed file does not exist, or an added file already exists.
    func applied(to bad: RuleExample) -> RuleExample? {
      var files = bad.files.map { File(path: $0.path, text: Fix.unmarked($0.text)) }
      for path in removed {
        guard let position = files.firstIndex(where: { $0.path == path }) else { return nil }
        files.remove(at: position)
      }
      for edit in edits {
        guard let position = files.firstIndex(where: { $0.path == edit.path }),
          let text = Fix.replacing(edit.old, with: edit.new, in: files[position].text)
        else { return nil }
        files[position] = File(path: edit.path, text: text)
      }
      guard !added.contains(where: { file in files.contains { $0.path == file.path } }) else { return nil }
      return RuleExample(files: files + added, before: bad.before, isRunnable: bad.isRunnable)
    }

    private static func unmarked(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
    }

    /// The text with `new` in place of `old`. Nil if `old` does not occur exactly once.
    ///
    /// Compares bytes and not characters, because a combining mark after `old` would become part of the last character of `old`.
    private static func replacing(_ old: String, with new: String, in text: String) -> String? {
      var bytes = Array(text.utf8)
      let places = bytes.ranges(of: Array(old.utf8))
      guard places.count == 1, !old.isEmpty else { return nil }
      bytes.replaceSubrange(places[0], with: Array(new.utf8))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  fileprivate init(files: [File], before: [File], isRunnable: Bool) {
    (self.files, self.before, self.isRunnable) = (files, before, isRunnable)
  }
}

extension GoodExample where Self == RuleExample.Fix {
  /// The bad example without its marks `⟦` and `⟧`, with texts replaced, files added and files removed.
  ///
  /// Each of `edits` has a file, a text that occurs exactly once in the file, and the text that replaces it. A file can have
  /// several edits.
  static func fixing(
    _ edits: KeyValuePairs<String, (old: String, new: String)> = [:], adding added: KeyValuePairs<String, String> = [:],
    removing removed: [String] = []
  ) -> RuleExample.Fix {
    RuleExample.Fix(
      edits: edits.map { .init(path: $0, old: $1.old, new: $1.new) }, added: added.map { .init(path: $0, text: $1) },
      removed: removed)
  }
}
