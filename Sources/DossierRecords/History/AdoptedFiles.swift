import DossierMarkup
package import DossierText

/// The files that adoptions cover, for their history. The current configuration decides, also about old versions of files.
package struct AdoptedFiles: Sendable {
  private let adoptions: [Adoption]

  package init(_ adoptions: [Adoption]) { self.adoptions = adoptions }

  package static let none = AdoptedFiles([])

  /// The position of the first adoption that covers the file. Nil if no adoption covers it.
  func adoption(of path: SourcePath) -> Int? { adoptions.firstIndex { $0.covers(path) } }

  /// One version of an adopted file. Nil if no adoption covers the path.
  package func version(_ bytes: [UInt8], path: SourcePath) -> Version? {
    adoption(of: path).map { Version(bytes, adoptions[$0]) }
  }

  /// The content of a file in a commit. The whole file is the record.
  package struct Version: Sendable {
    let count: Int
    /// The SHA-256 of the bytes. CR LF and a lone CR count as LF.
    package let digest: Digest
    let dates: ReviewDates?

    fileprivate init(_ bytes: [UInt8], _ adoption: Adoption) {
      count = bytes.count
      digest = Digest(of: LineBreaks.unified(bytes.indices, of: bytes))
      func key(_ field: String) -> String? { adoption.fields?[field]?.text }
      let members = MetadataLines.topLevel(of: bytes)
      func found(_ key: String?) -> YAMLNode.Member? {
        guard let key else { return nil }
        let lower = key.lowercased()
        return members.first { $0.key == key } ?? members.first { $0.key.lowercased() == lower }
      }
      let (reviewed, next) = (found(key("reviewed")), found(key("next_review")))
      let lines = [reviewed, next, found(key("version"))].compactMap { $0 }.map { Int($0.value.span.lower) }
      dates = ReviewDates(
        reviewed: reviewed?.value.text.map(Version.day), next: next?.value.text.map(Version.day), withoutLinesAt: lines,
        of: bytes)
    }

    /// The date as `YYYY-MM-DD`, so that a date in another format is the same date.
    private static func day(_ text: String) -> String { ForeignDate.day(text)?.description ?? text }

    /// The version as the only record of a file. `id` identifies the file.
    func extents(_ id: String) -> RecordExtents {
      RecordExtents([.init(id: id, range: 0..<count, digest: digest, dates: dates)], sharing: nil)
    }
  }

  /// The name of a file in the history of adopted files. It is a digest because the names of files can differ in case only.
  static func id(of path: SourcePath) -> String { Digest(of: Array(path.description.utf8)).description }
}
