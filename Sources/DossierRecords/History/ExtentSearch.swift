package import DossierText

/// Finds the records in many texts, one after the other. Of a file that comes again, only what differs from the last time is looked at:
/// of a long register, one commit changes little.
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
