import DossierText

/// Checks templates against their view models and compiles them.
struct TemplateCompiler {
  /// The text of each template by its name. The name is the path below `templates/` without `.mustache`.
  private let texts: [String: String]

  init(_ files: [(path: String, text: String)]) {
    var texts: [String: String] = [:]
    for file in files where file.path.utf8.suffix(9).elementsEqual(".mustache".utf8) {
      texts[String(file.path.dropLast(9))] = file.text
    }
    self.texts = texts
  }

  func template<Model: ViewModel>(_ name: String, for model: Model.Type) throws(TemplateError) -> Template<Model> {
    guard texts[name] != nil else {
      throw TemplateError(template: name + ".mustache", line: 1, column: 1, problem: .missing)
    }
    var place = HTMLContext()
    var run = Run(compiler: self, chain: [])
    let steps = try run.file(name, [Model.view.shape], &place)
    return Template(program: TemplateProgram(steps: steps))
  }

  /// The known template name that is most similar to `name`, for the question "did you mean …?". Nil if no name is similar.
  private func meant(_ name: String) -> String? { Suggestion.closest(to: name, among: texts.keys.sorted()) }

  /// The compilation of one template. `chain` contains the templates that include each other, so that a template that includes
  /// itself is detected.
  private struct Run {
    let compiler: TemplateCompiler
    var chain: [String]

    mutating func file(_ name: String, _ scopes: [ViewShape], _ place: inout HTMLContext) throws(TemplateError)
      -> [TemplateProgram
      .Step]
    {
      let tokens = try TemplateTokens(compiler.texts[name] ?? "", name: name + ".mustache")
      chain.append(name)
      defer { chain.removeLast() }
      var i = 0
      return try steps(tokens, &i, scopes, &place, open: nil)
    }

    /// Compiles up to the end of the open section, or up to the end of the file if no section is open.
    private mutating func steps(
      _ file: TemplateTokens, _ i: inout Int, _ scopes: [ViewShape], _ place: inout HTMLContext, open: (name: String, at: Int)?
    ) throws(TemplateError) -> [TemplateProgram.Step] {
      var steps: [TemplateProgram.Step] = []
      while i < file.tokens.count {
        let token = file.tokens[i]
        i += 1
        switch token {
        case .literal(let range):
          place.pass(file.bytes[range])
          steps.append(.literal(Array(file.bytes[range])))
        case .variable(let name, let at): steps.append(try variable(name, at, file, scopes, &place))
        case .section(let name, let isInverted, let at):
          steps.append(try section(name, isInverted, at, file, &i, scopes, &place))
        case .end(let name, let at):
          guard let open else { throw file.error(.strayEnd(name, expected: nil), at: at) }
          guard open.name == name else { throw file.error(.strayEnd(name, expected: open.name), at: at) }
          return steps
        case .partial(let name, let at):
          guard compiler.texts[name] != nil else { throw file.error(.missingPartial(name, meant: compiler.meant(name)), at: at) }
          guard !chain.contains(name) else { throw file.error(.endlessPartial(name), at: at) }
          steps += try self.file(name, scopes, &place)
        }
      }
      if let open { throw file.error(.unclosedSection(open.name), at: open.at) }
      return steps
    }

    private func variable(
      _ name: String, _ at: Int, _ file: TemplateTokens, _ scopes: [ViewShape], _ place: inout HTMLContext
    ) throws(TemplateError) -> TemplateProgram.Step {
      let (found, type) = try find(name, at, file, scopes)
      let isLink: Bool
      switch type {
      case .html:
        guard place.state == .text else { throw file.error(.unsafePlace(name, place: place.described), at: at) }
        return .html(found)
      case .text: isLink = false
      case .link: isLink = true
      case .flag, .list, .scope: throw file.error(.notAValue(name), at: at)
      }
      guard let slot = place.slot(isLink: isLink) else {
        throw file.error(.unsafePlace(name, place: place.described), at: at)
      }
      place.passValue()
      switch slot {
      case .text: return .text(found)
      case .attribute: return .attribute(found)
      case .url: return .url(found)
      }
    }

    private mutating func section(
      _ name: String, _ isInverted: Bool, _ at: Int, _ file: TemplateTokens, _ i: inout Int, _ scopes: [ViewShape],
      _ place: inout HTMLContext
    ) throws(TemplateError) -> TemplateProgram.Step {
      let (found, type) = try find(name, at, file, scopes)
      var inner = scopes
      switch type {
      case .flag: break
      case .list(let shape), .scope(let shape): if !isInverted { inner.append(shape) }
      case .text, .link, .html: throw file.error(.notASection(name), at: at)
      }
      var end = place
      let steps = try steps(file, &i, inner, &end, open: (name, at))
      guard place.isSamePlace(as: end) else { throw file.error(.unbalanced(name), at: at) }
      place.passValue()
      return isInverted ? .inverted(found, steps) : .section(found, steps)
    }

    /// Finds the name in the innermost scope that has it.
    private func find(
      _ name: String, _ at: Int, _ file: TemplateTokens, _ scopes: [ViewShape]
    ) throws(TemplateError) -> (TemplateProgram.Place, ViewShape.ValueType) {
      for (depth, shape) in scopes.reversed().enumerated() {
        if let slot = shape.slot(of: name) { return (.init(depth: depth, slot: slot), shape.types[slot]) }
      }
      let known = scopes.reversed().flatMap(\.names).filter { $0 != "." }
      throw file.error(.unknownName(name, meant: Suggestion.closest(to: name, among: known)), at: at)
    }
  }
}

/// A template that was checked against its view model.
struct Template<Model: ViewModel>: Sendable {
  fileprivate let program: TemplateProgram

  func render(_ model: Model) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(16 << 10)
    program.render(Model.view.scope(of: model), into: &out)
    return out
  }
}
