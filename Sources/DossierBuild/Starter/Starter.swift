package import DossierText
import Glibc

/// The small, complete management system that `dossier init` writes into a new project.
package struct Starter: Sendable {
  /// Paths from the project's folder, and texts.
  package let files: [(path: SourcePath, text: String)]

  /// The day the texts inside the program are written for.
  private static let written = CivilDate(year: 2026, month: 1, day: 15)

  /// With every date of the records moved by as many days as `date` is after the day they were written for, so that a new project
  /// begins current. Evidence files stay byte for byte, because their digests are written in the records.
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

  /// Writes the files into a folder, which is made when there is none; refuses when one of them is there already. When one cannot
  /// be written, nothing is left of the others.
  package func write(into folder: String) throws(EnvironmentError) {
    let isNew = unsafe mkdir(folder, 0o755) == 0
    let code = errno
    if !isNew, code != EEXIST { throw EnvironmentError("make the folder \(folder)", SystemFailure(code: code)) }
    let target = NewFiles(in: folder, published: false)
    for file in files {
      if target.has(file.path.parts) {
        throw EnvironmentError("begin in \(folder)", reason: "\(file.path) is there already; nothing was written")
      }
    }
    // Longer paths first, so that a folder is empty when its turn comes.
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
