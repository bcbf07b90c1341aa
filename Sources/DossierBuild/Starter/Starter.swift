package import DossierText
import Glibc

/// The small, complete example of an AI management system that `dossier init` writes into a new project.
package struct Starter: Sendable {
  /// The files, with paths relative to the project folder.
  package let files: [(path: SourcePath, text: String)]

  /// The as-of date of the embedded texts.
  private static let written = CivilDate(year: 2026, month: 1, day: 15)

  /// Moves every date in the records by the number of days between `written` and `date`, so that a new project is up to date.
  /// Evidence files stay unchanged, because records contain their digests.
  package init(date: CivilDate) {
    let days = date.daysSinceEpoch - (Starter.written?.daysSinceEpoch ?? date.daysSinceEpoch)
    files = EmbeddedStarter.files.compactMap { file in
      let parts = file.path.split(separator: "/").map { part in
        part.utf8.starts(with: "dot-".utf8) ? "." + part.dropFirst("dot-".count) : String(part)
      }
      let isEvidence = parts.contains("files")
      return (SourcePath(parts: parts), isEvidence ? file.text : Starter.moved(file.text, by: days))
    }
  }

  /// Writes the files into a folder and creates the folder if needed. Fails when one of the files already exists. If a write
  /// fails, all files that were already written are removed.
  package func write(into folder: String) throws(EnvironmentError) {
    let isNew = unsafe mkdir(folder, 0o755) == 0
    let code = errno
    if !isNew, code != EEXIST { throw EnvironmentError("make the folder \(folder)", SystemFailure(code: code)) }
    let target = NewFiles(in: folder, published: false)
    for file in files {
      if target.has(file.path.parts) {
        throw EnvironmentError("start a project in \(folder)", reason: "\(file.path) already exists; no file was written")
      }
    }
    // Longer paths come first, so that a folder is empty when it is removed.
    let above = Set(files.flatMap { file in file.path.folder.indices.map { Array(file.path.folder[...$0]) } })
    let missing = above.filter { !target.has($0) }.sorted { $0.count > $1.count }
    var written: [SourcePath] = []
    do throws(EnvironmentError) {
      for file in files {
        try target.write(Array(file.text.utf8), to: file.path.parts)
        written.append(file.path)
      }
    } catch {
      for path in written { target.remove(path.parts) }
      for parts in missing { target.removeFolder(parts) }
      if isNew { target.removeFolder([]) }
      throw error
    }
  }

  private static func moved(_ text: String, by days: Int) -> String {
    let source = Array(text.utf8)
    var out: [UInt8] = []
    var i = 0
    while i < source.count {
      let isStart = i == 0 || !(0x30...0x39).contains(source[i - 1])
      if isStart, i + 10 <= source.count, let date = CivilDate(String(decoding: source[i..<(i + 10)], as: UTF8.self)),
        let later = CivilDate(daysSinceEpoch: date.daysSinceEpoch + days)
      {
        out += later.description.utf8
        i += 10
      } else {
        out.append(source[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
