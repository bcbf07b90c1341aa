package import DossierText

/// Finds the records in many versions of files, one version after the other.
///
/// If another version of a register was scanned before, only the part that differs is scanned. One commit usually changes only
/// a small part of a long register.
package struct ExtentSearch {
  private var last: [SourcePath: (bytes: [UInt8], extents: RecordExtents)] = [:]

  package init() {}

  package mutating func extents(_ bytes: [UInt8], path: SourcePath) -> RecordExtents {
    guard path.fileExtension != "md" else { return RecordExtents(bytes, path: path) }
    let found = RecordExtents(bytes, path: path, after: last[path])
    last[path] = (bytes, found)
    return found
  }
}
