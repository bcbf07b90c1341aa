import DossierAssessment
import DossierRecords
import DossierText

/// One diagnostic on a page: the problem, its place, and the next step.
struct DiagnosticView: ViewModel {
  let severity: String
  let tone: String
  let rule: String
  let headline: HTML
  let location: String
  let subject: HTML?
  let excerpt: HTML?
  let remark: HTML?
  let others: [HTML]
  let help: HTML?
  /// The reason why the diagnostic is suppressed. Nil if the diagnostic is not suppressed.
  let leave: HTML?

  static let view = View<DiagnosticView>(
    .text("severity", \.severity), .text("tone", \.tone), .text("rule", \.rule), .html("headline", \.headline),
    .text("location", \.location),
    .scope("subject", { $0.subject.map(Wrapped.init) }), .scope("excerpt", { $0.excerpt.map(Wrapped.init) }),
    .scope("remark", { $0.remark.map(Wrapped.init) }), .list("others", { $0.others.map(Wrapped.init) }),
    .scope("help", { $0.help.map(Wrapped.init) }), .scope("leave", { $0.leave.map(Wrapped.init) }))

  /// Makes a scope of a template from one HTML value. If the scope is nil, the template leaves out the section of the scope.
  struct Wrapped: ViewModel {
    let html: HTML
    static let view = View<Wrapped>(.html("html", \.html))
  }

  /// A diagnostic that is not suppressed.
  init(_ linker: Linker, _ position: Int, lines: inout SourceLines, showsSubject: Bool) {
    let findings = linker.site.findings
    self.init(linker, findings.all[position], showsSubject ? findings.subjects[position] : nil, nil, &lines)
  }

  /// A suppressed diagnostic.
  init(_ linker: Linker, suppressed position: Int, lines: inout SourceLines, showsSubject: Bool) {
    let findings = linker.site.findings
    let subject = showsSubject ? findings.suppressedSubjects[position] : nil
    let suppressed = findings.suppressed[position]
    self.init(linker, suppressed.diagnostic, subject, DiagnosticView.leave(linker, suppressed.reason), &lines)
  }

  /// A diagnostic of a question of the readiness page.
  init(_ linker: Linker, _ problem: Readiness.Problem, lines: inout SourceLines) {
    self.init(
      linker, problem.diagnostic, problem.subject, problem.reason.map { DiagnosticView.leave(linker, $0) }, &lines)
  }

  private static func leave(_ linker: Linker, _ reason: Suppressed.Reason) -> HTML {
    HTML.build { out in
      switch reason {
      case .baseline: out.text(IssueWords.baseline)
      case .exception(let id, let until):
        out.text(IssueWords.exceptedBy)
        if let position = linker.site.dossier.position(of: id) { out += linker.entry(position).bytes } else { out.text(id) }
        out.text(IssueWords.end(until))
      }
    }
  }

  private init(
    _ linker: Linker, _ diagnostic: Diagnostic, _ about: ReferenceGraph.Origin?, _ leave: HTML?, _ lines: inout SourceLines
  ) {
    self.leave = leave
    severity = diagnostic.severity.rawValue
    tone = Tone(diagnostic.severity.rawValue).rawValue
    rule = diagnostic.rule.name
    // A diagnostic can quote text of its file. If the text of the file must not be shown, the text of the diagnostic is left out.
    let isWithheld = linker.site.withheld.contains(diagnostic.primary.path)
    headline = HTML.build {
      $0.withCode(isWithheld ? SiteWords.withheld : diagnostic.headline)
    }
    location = lines.location(diagnostic.primary)
    excerpt = lines.excerpt(diagnostic.primary)
    remark = diagnostic.primary.text.isEmpty || isWithheld ? nil : HTML.build { $0.withCode(diagnostic.primary.text) }
    others = diagnostic.others.map { other in
      let place = lines.location(other)
      return HTML.build { out in
        out.text(place)
        guard !other.text.isEmpty, !isWithheld else { return }
        out.put(": ")
        out.withCode(other.text)
      }
    }
    help = isWithheld ? nil : diagnostic.help.map { help in HTML.build { $0.withCode(help) } }
    switch about {
    case .entry(let i): subject = linker.entry(i)
    case .page(let i):
      subject = HTML.build { out in
        out.link(linker.href(linker.site.routes.pages[i]), "ref") { $0.text(linker.site.dossier.pages[i].title) }
      }
    case nil: subject = nil
    }
  }
}

/// The source lines that a page quotes. The line index of each file is created once.
struct SourceLines {
  private let sources: SourceTree
  /// Files whose text must not be shown.
  private let withheld: Set<SourcePath>
  private var indexes: [SourcePath: LineIndex] = [:]
  private var comments: [SourcePath: [Range<Int>]] = [:]

  init(_ site: Site) {
    sources = site.sources
    withheld = site.withheld
  }

  /// The path of a file. Words for the folder of the workspace.
  static func name(of path: SourcePath) -> String { path.isWorkspace ? SiteWords.workspace : path.description }

  /// The location of a label: `risks/rsk-012.md:9:5`, or only the path if the label is about the whole file.
  mutating func location(_ label: Diagnostic.Label) -> String {
    guard label.span != .start, let file = sources.file(at: label.path) else { return SourceLines.name(of: label.path) }
    let position = index(of: file).position(of: Int(label.span.lower), in: file.bytes, unit: .scalars)
    return "\(label.path):\(position.line):\(position.column)"
  }

  /// The source line with the location marked. Nil if the label is about the whole file, if the text of the file must not be
  /// shown, or if the line is empty or too long.
  mutating func excerpt(_ label: Diagnostic.Label) -> HTML? {
    guard label.span.count > 0, !withheld.contains(label.path), let file = sources.file(at: label.path) else { return nil }
    let index = index(of: file)
    let bytes = index.content(of: index.line(of: Int(label.span.lower)), in: file.bytes)
    guard !bytes.isEmpty, bytes.count <= 2000 else { return nil }
    let start = min(max(Int(label.span.lower), bytes.startIndex), bytes.endIndex)
    let end = min(max(Int(label.span.upper), start), bytes.endIndex)
    let hidden = comments(of: file)
    func visible(_ range: Range<Int>) -> [UInt8] { SourceLines.bytes(of: range, in: file.bytes, without: hidden) }
    return HTML.build { out in
      Escape.append(SourceLines.before(visible(bytes.startIndex..<start)[...]), to: &out)
      out.put("<mark>")
      Escape.append(visible(start..<end), to: &out)
      out.put("</mark>")
      Escape.append(SourceLines.after(visible(end..<bytes.endIndex)[...]), to: &out)
    }
  }

  /// The content of the HTML comments of a Markdown file, in order. A site never contains a comment, so no excerpt may contain one.
  ///
  /// A comment in a code block is also found. Its content is missing in excerpts, but not in the text.
  private mutating func comments(of file: SourceFile) -> [Range<Int>] {
    if let known = comments[file.path] { return known }
    var found: [Range<Int>] = []
    var i = 0
    while let start = SourceLines.next("<!--", in: file.bytes, from: i) {
      let end = SourceLines.next("-->", in: file.bytes, from: start + 4) ?? file.bytes.count
      found.append((start + 4)..<end)
      i = end
    }
    comments[file.path] = found
    return found
  }

  private static func next(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var i = start
    while i + mark.count <= bytes.count {
      if bytes[i] == mark[0], bytes[i..<(i + mark.count)].elementsEqual(mark) { return i }
      i += 1
    }
    return nil
  }

  /// The bytes of a range. An ellipsis replaces each part that is hidden.
  private static func bytes(of range: Range<Int>, in bytes: [UInt8], without hidden: [Range<Int>]) -> [UInt8] {
    var out: [UInt8] = []
    var i = range.lowerBound
    // The first part that ends in or after the range.
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].upperBound <= i { low = middle + 1 } else { high = middle }
    }
    while i < range.upperBound {
      guard low < hidden.count, hidden[low].lowerBound < range.upperBound else { break }
      let start = max(hidden[low].lowerBound, i)
      out += bytes[i..<start]
      if !hidden[low].isEmpty { out += "…".utf8 }
      i = min(hidden[low].upperBound, range.upperBound)
      low += 1
    }
    return out + bytes[min(i, range.upperBound)..<range.upperBound]
  }

  /// The last 100 bytes, or fewer. The result starts at the first byte of a character, so that no character is cut.
  private static func before(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.suffix(100).drop { $0 & 0xC0 == 0x80 && bytes.count > 100 }
  }

  private static func after(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count > 100 else { return bytes }
    var end = bytes.startIndex + 100
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<end]
  }

  private mutating func index(of file: SourceFile) -> LineIndex {
    if let known = indexes[file.path] { return known }
    let made = LineIndex(file.bytes)
    indexes[file.path] = made
    return made
  }
}
