package import DossierText
import Glibc

/// A file that the user names on the command line, in any folder. A symbolic link is followed, because the user named it.
package struct InputFile: Sendable {
  /// The file. Its path is only the file name, without folders.
  package let source: SourceFile
  /// The text to put before the file name, to get a path that can be opened from the current folder.
  package let prefix: String

  /// Reads the file. Reading stops when more than `limit` bytes were read, so that the caller can detect a larger file.
  package init(_ path: String, limit: Int) throws(EnvironmentError) {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    guard let name = SourcePath(String(decoding: bytes[start...], as: UTF8.self)) else {
      throw EnvironmentError("read \(path)", reason: "it is not the path of a file")
    }
    prefix = String(decoding: bytes[..<start], as: UTF8.self)
    let real = InputFile.resolved(path)
    let slash = real.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = try Descriptor(folder: slash.map { String(real[...$0]) } ?? ".")
    let last = slash.map { String(real[real.utf8.index(after: $0)...]) } ?? real
    source = try attempt("read \(path)") { () throws(SystemFailure) in
      let file = try folder.file(last)
      let size = Int(try file.status().st_size)
      return SourceFile(path: name, bytes: try file.read(expecting: size, limit: limit))
    }
  }

  fileprivate static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

extension InputFile {
  /// The size and digest of a file of any size.
  static func whole(_ path: String) throws(EnvironmentError) -> (size: Int, digest: Digest) {
    let real = resolved(path)
    let slash = real.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = try Descriptor(folder: slash.map { String(real[...$0]) } ?? ".")
    let last = slash.map { String(real[real.utf8.index(after: $0)...]) } ?? real
    return try attempt("read \(path)") { () throws(SystemFailure) in
      var size = 0
      let digest = try folder.file(last).digest { part throws(SystemFailure) in size += part.count }
      return (size, digest)
    }
  }
}
