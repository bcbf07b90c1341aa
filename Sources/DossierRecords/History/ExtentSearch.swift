package import DossierText

/// Finds the records in many versions of files, one version after the other.
///
/// For a register whose earlier version was scanned before, only the part that differs is scanned. One commit usually changes
/// little of a long register.
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
