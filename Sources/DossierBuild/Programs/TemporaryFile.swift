import Glibc

/// A file for another program to read, that nobody else may, removed when this goes out of use.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws(EnvironmentError) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/dossier-XXXXXX".utf8CString)
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw EnvironmentError("make a file in \(folder)", SystemFailure(code: errno)) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = Descriptor(adopting: number)
    try attempt("write \(path)") { () throws(SystemFailure) in try file.write(bytes) }
  }

  deinit { unsafe unlink(path) }
}
