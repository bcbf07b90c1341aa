package import DossierText
import Yams

extension RuleID {
  package static let yamlSyntax = RuleID("yaml-syntax")
  package static let yamlTab = RuleID("yaml-tab")
  package static let yamlAlias = RuleID("yaml-alias")
  package static let yamlTag = RuleID("yaml-tag")
  package static let yamlKey = RuleID("yaml-key")
  package static let yamlLimit = RuleID("yaml-limit")
  package static let controlCharacter = RuleID("control-character")
}

/// Parses YAML into `YAMLNode`s. Only this folder imports Yams.
///
/// All scalars stay text. The parser rejects anchors, tags, merge keys, and keys that are lists or mappings. The parser
/// computes the spans that Yams does not report. Every problem is reported. The value is nil only if the text is empty or could
/// not be read.
package enum YAMLParser {
  package static let maximumDepth = 16

  /// Parses the bytes of `extent` in `source`, with at most `nodes` values.
  package static func parse(_ source: SourceFile, _ extent: Span, nodes limit: Int) -> Diagnosed<YAMLNode?> {
    var text = Array(source.bytes[extent.range])
    var diagnostics: [Diagnostic] = []
    var scan = YAMLScan(text, limit: limit)
    if let refusal = refusal(of: text, scan, limit, source, extent) { return Diagnosed(nil, [refusal]) }
    var duplicates: Set<UInt32> = []
    var newNames: Set<String> = []
    while true {
      let places = YAMLPlaces(text, offset: Int(extent.lower))
      do {
        // Keep the parser until the conversion ends, because the parser owns the names of anchors.
        let parser = try Yams.Parser(yaml: String(decoding: text, as: UTF8.self), resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return Diagnosed(nil, diagnostics) }
        var conversion = YAMLConversion(source: source, places: places, limit: limit, skipped: duplicates)
        let node = conversion.convert(root, depth: 1)
        return Diagnosed(conversion.isOverLimit ? nil : node, diagnostics + conversion.diagnostics)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        // Yams does not report where the later duplicate keys are. Report the duplicates that the scan found, rename the later
        // keys, and parse again.
        let fresh = scan.duplicates.filter { !duplicates.contains($0.second.lower) }
        var renaming = KeyRenaming(taken: scan.keys)
        for pair in fresh {
          diagnostics.append(duplicate(pair, source, extent))
          duplicates.insert(pair.second.lower)
        }
        guard !fresh.isEmpty, fresh.allSatisfy({ renaming.rename($0.second, in: &text) }) else {
          // An escape such as `"\x5A"` can spell the new name of another key. The text does not contain that duplicate.
          let own = names.filter { !newNames.contains($0) }
          if fresh.isEmpty, !own.isEmpty {
            // Yams reports the position of only one key, chosen at random. The result must be the same on every run.
            let place = names.count == 1 ? places.offset(context.mark) : nil
            diagnostics.append(duplicate(at: place, own, source, extent))
          }
          return Diagnosed(nil, diagnostics)
        }
        for pair in fresh { newNames.insert(String(decoding: text[pair.second.range], as: UTF8.self)) }
        scan = YAMLScan(text, limit: limit)
      } catch let error as YamlError {
        diagnostics.append(YAMLParser.diagnostic(error, source, places, extent))
        return Diagnosed(nil, diagnostics)
      } catch {
        diagnostics.append(
          Diagnostic(
            .yamlSyntax, .error, "this YAML cannot be read: \(error)", at: .init(source.path, extent),
            help: "compare it with a record written by `dossier new`, and correct the differences"))
        return Diagnosed(nil, diagnostics)
      }
    }
  }

  /// The first problem that prevents the parsing of the text. Nil if the text can be parsed.
  private static func refusal(
    of text: [UInt8], _ scan: YAMLScan, _ limit: Int, _ source: SourceFile, _ extent: Span
  ) -> Diagnostic? {
    func problem(_ rule: RuleID, _ headline: String, _ span: Span, _ help: String) -> Diagnostic {
      Diagnostic(rule, .error, headline, at: .init(source.path, span.shifted(by: Int(extent.lower))), help: help)
    }
    if let place = YAMLCharacters.forbidden(in: text) {
      let name = TerminalText.visible(String(decoding: text[place.range], as: UTF8.self))
      return problem(.controlCharacter, "this text contains the character \(name), which YAML does not allow", place, "remove it")
    }
    if let directive = scan.directive {
      return problem(.yamlSyntax, "YAML directives (`%…`) are not supported", directive, "remove the line")
    }
    if let anchor = scan.anchor {
      return problem(
        .yamlAlias, "YAML anchors and aliases are not supported", anchor, "write the full value wherever it is needed")
    }
    if let place = scan.tooDeep {
      return problem(.yamlLimit, "this YAML has values nested deeper than \(maximumDepth)", place, "divide it into several files")
    }
    if let place = scan.tooMany {
      return problem(.yamlLimit, "this YAML has more than \(limit) values", place, "divide it into several files")
    }
    return nil
  }

  private static func duplicate(_ pair: (first: Span, second: Span), _ source: SourceFile, _ extent: Span) -> Diagnostic {
    let first = pair.first.shifted(by: Int(extent.lower))
    let second = pair.second.shifted(by: Int(extent.lower))
    return Diagnostic(
      .duplicateKey, .error, "the key `\(source.text(second))` occurs twice in one mapping", at: .init(source.path, second),
      others: [.init(source.path, first, "first written here")], help: "keep one of the two; until then dossier uses the first")
  }

  /// Reports duplicate keys that are spelled in different ways, such as `a` and `"\x61"`, or that are lists or mappings. `place`
  /// is nil if there are several keys.
  private static func duplicate(at place: Int?, _ names: [String], _ source: SourceFile, _ extent: Span) -> Diagnostic {
    let start = place.map { Span($0, $0 + 1) } ?? Span(Int(extent.lower), Int(extent.lower))
    // Yams gives this name to a list or mapping.
    let words = names.filter { $0 != "<uncovertable>" }.sorted().map { "`\(TerminalText.visible(String($0.prefix(60))))`" }
    let headline =
      if names.count == 1 {
        "\(words.first.map { "the key \($0)" } ?? "this key") occurs more than once in one mapping"
      } else {
        "\(names.count) keys occur more than once in one mapping\(listed(words, of: names.count))"
      }
    return Diagnostic(
      .duplicateKey, .error, headline, at: .init(source.path, start),
      help: names.count == 1 ? "write the key only once" : "write each key only once")
  }

  /// The first names after a colon, and the number of the other keys. Empty if there are no names.
  private static func listed(_ names: [String], of count: Int) -> String {
    let shown = names.prefix(6)
    guard !shown.isEmpty else { return "" }
    return ": \(shown.joined(separator: ", "))" + (count > shown.count ? " and \(count - shown.count) more" : "")
  }

  private static func diagnostic(
    _ error: YamlError, _ source: SourceFile, _ places: YAMLPlaces, _ extent: Span
  ) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      let place = places.offset(mark)
      if place < source.bytes.count, source.bytes[place] == 0x09 {
        return Diagnostic(
          .yamlTab, .error, "a tab indents this line; YAML allows only spaces",
          at: .init(source.path, Span(place, place + 1)), help: "replace every tab at the start of a line with spaces",
          fixes: [.init(source.path, Span(place, place + 1), "\t", to: "  ")])
      }
      let end = place < source.bytes.count && source.bytes[place] > 0x20 ? place + 1 : place
      return Diagnostic(
        .yamlSyntax, .error, "this is not YAML: \(YAMLParser.words[problem] ?? String(problem.prefix(200)))",
        at: .init(source.path, Span(place, end)),
        help: hint(problem))
    case .reader(let problem, let offset, _, _):
      let place = Int(extent.lower) + min(offset ?? 0, extent.count)
      return Diagnostic(
        .controlCharacter, .error, "this text contains a character that YAML does not allow: \(problem.prefix(100))",
        at: .init(source.path, Span(place, place + 1)), help: "remove it")
    default:
      return Diagnostic(
        .yamlSyntax, .error, "this YAML cannot be read", at: .init(source.path, Span(Int(extent.lower), Int(extent.lower))),
        help: "compare it with a record written by `dossier new`, and correct the differences")
    }
  }

  /// The problems that libyaml reports most often, in other words.
  private static let words = [
    "did not find expected key": "a key should begin here",
    "did not find expected node content": "a value should begin here",
    "could not find expected ':'": "a colon is missing after a key",
    "mapping values are not allowed in this context": "a value cannot contain a colon and a space",
    "found character that cannot start any token": "a value cannot begin with this character",
    "block sequence entries are not allowed in this context": "a list item cannot begin here",
    "did not find expected '-' indicator": "a list item should begin here",
    "did not find expected ',' or ']'": "a comma or `]` is missing before this place",
    "did not find expected ',' or '}'": "a comma or `}` is missing before this place",
    "did not find expected <document start>": "the value has already ended here",
    "found unexpected end of stream": "a quotation mark is missing before the end",
    "found unknown escape character": "this escape after a backslash does not exist",
    "found unexpected document indicator": "the value in quotation marks does not end before this line",
  ]

  private static func hint(_ problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "put the value in double quotes if it contains a colon, or check the indentation of this line"
    }
    if problem.contains("unexpected end of stream") || problem.contains("document indicator") {
      return "close the value with the same quotation mark"
    }
    if problem.contains("escape character") { return "put the value in single quotes, or write two backslashes" }
    if problem.contains("cannot start any token") { return "put the value in double quotes" }
    if problem.contains("could not find expected ':'") || problem.contains("expected <block end>") {
      return "check the indentation of this line and of the line before"
    }
    return "put values with special characters in double quotes and check the indentation"
  }
}
