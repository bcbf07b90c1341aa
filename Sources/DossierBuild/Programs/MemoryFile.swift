import CFileSystem
import Glibc

/// A file in memory for a program that dossier starts. The program opens the file by its `path`.
///
/// The file has no name in any folder, so nothing remains of it when dossier or the program is killed.
final class MemoryFile {
  private let file: Descriptor

  init(_ bytes: [UInt8]) throws(EnvironmentError) {
    let file = try attempt("make a file in memory") { () throws(SystemFailure) in
      let file = try Descriptor(made: dossier_memory_file())
      try file.write(bytes)
      return file
    }
    self.file = file
    guard unsafe access(path, R_OK) == 0 else { throw EnvironmentError("open \(path)", SystemFailure(code: errno)) }
  }

  /// The path of the file, in this process and in the program that receives the file.
  var path: String { "/proc/self/fd/\(number)" }
  var number: Int32 { file.number }
}
