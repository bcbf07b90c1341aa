package import DossierText

/// Finds the records in many versions of files, one version after the other.
///
/// If another version of a register was scanned before, only the items that differ are scanned. One commit usually changes only a
/// few items of a long register.
package struct ExtentSearch {
  private var last: [SourcePath: Version] = [:]

  private struct Version {
    let bytes: [UInt8]
    let parts: [RecordExtents.Part]
    let extents: RecordExtents
  }

  package init() {}

  package mutating func extents(_ bytes: [UInt8], path: SourcePath) -> RecordExtents {
    guard RecordExtents.Form(path) == .register else { return RecordExtents(bytes, path: path) }
    let old = last[path]
    let parts = RecordExtents.parts(of: bytes, path: path, after: old.map { ($0.bytes, $0.parts) })
    let found = RecordExtents(parts, sharing: old?.extents)
    last[path] = Version(bytes: bytes, parts: parts, extents: found)
    return found
  }
}
