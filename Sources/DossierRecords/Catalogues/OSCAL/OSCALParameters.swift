import DossierText

/// The parameters of an OSCAL catalogue. In titles, a parameter replaces `{{ insert: param, ID }}`.
struct OSCALParameters {
  private var parameters: [String: JSONNode] = [:]
  /// The maximum nesting depth of parameters.
  private static let maximumDepth = 8
  /// The maximum number of insertions in one title, including nested insertions.
  private static let maximumInsertions = 256

  /// A title with its parameters inserted, and the problems found.
  struct Filled {
    var text = ""
    /// Ids of parameters that could not be inserted: they do not exist, have no value, contain themselves, or exceed a limit.
    var missing: [String] = []
  }

  mutating func add(_ node: JSONNode) {
    guard let id = node["id"]?.text, parameters[id] == nil else { return }
    parameters[id] = node
  }

  /// Inserts the parameters. A parameter without a value is shown as its choices or its label, in brackets.
  func fill(_ text: String) -> Filled {
    var insertions = 0
    return fill(text, 0, &insertions)
  }

  private func fill(_ text: String, _ depth: Int, _ insertions: inout Int) -> Filled {
    var filled = Filled()
    var rest = Array(text.utf8)[...]
    let (open, close) = (Array("{{".utf8), UInt8(ascii: "}"))
    while let brace = rest.firstIndex(of: open[0]) {
      filled.text += String(decoding: rest[..<brace], as: UTF8.self)
      rest = rest[brace...]
      guard rest.starts(with: open), let end = rest.firstIndex(of: close), rest[end...].starts(with: [close, close]),
        let id = OSCALParameters.inserted(rest[(brace + 2)..<end])
      else {
        filled.text += "{"
        rest = rest.dropFirst()
        continue
      }
      rest = rest[(end + 2)...]
      insertions += 1
      if insertions <= OSCALParameters.maximumInsertions, depth < OSCALParameters.maximumDepth, let parameter = parameters[id],
        let shown = value(of: parameter, depth, &insertions)
      {
        filled.text += shown.text
        filled.missing += shown.missing
      } else {
        filled.text += "[\(id)]"
        filled.missing.append(id)
      }
      // Stop at 4096 bytes. If each parameter contains the next parameter twice, the text doubles at every step.
      if filled.text.utf8.count > 4096 { break }
    }
    filled.text += String(decoding: rest, as: UTF8.self)
    return filled
  }

  /// The id in the text `insert: param, ID` between the braces. Nil if the text has another form.
  private static func inserted(_ bytes: ArraySlice<UInt8>) -> String? {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let head = parts[0].split(separator: ":", omittingEmptySubsequences: false).map { OSCALText.plain(String($0)) }
    let id = OSCALText.plain(String(parts[1]))
    return head == ["insert", "param"] && !id.isEmpty ? id : nil
  }

  private func value(of parameter: JSONNode, _ depth: Int, _ insertions: inout Int) -> Filled? {
    let values = (parameter["values"]?.elements ?? []).compactMap(\.text)
    if !values.isEmpty { return fill(values.joined(separator: ", "), depth + 1, &insertions) }
    let choices = (parameter["select"]?["choice"]?.elements ?? []).compactMap(\.text)
    guard let text = choices.isEmpty ? parameter["label"]?.text : choices.joined(separator: " | ") else { return nil }
    let filled = fill(text, depth + 1, &insertions)
    return Filled(text: "[\(filled.text)]", missing: filled.missing)
  }
}
