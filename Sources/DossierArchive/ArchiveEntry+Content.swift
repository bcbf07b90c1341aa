extension ArchiveEntry {
  private static let part = 1 << 18

  /// Unpacks the entry and passes its content to `use` in parts.
  ///
  /// Throws an error if the content is longer or shorter than the size in the header, or if the checksum differs.
  package func read(from source: some ArchiveSource, _ use: ([UInt8]) throws -> Void) throws {
    var checksum = Checksum()
    var count = 0
    func take(_ bytes: [UInt8]) throws {
      count += bytes.count
      guard count <= size else { throw ArchiveProblem("size", name, "unpacks to more than the \(size) bytes in its header") }
      checksum.add(bytes)
      try use(bytes)
    }
    switch method {
    case ZipFormat.stored: try parts(of: source, take)
    default: try inflate(source, take)
    }
    guard count == size else { throw ArchiveProblem("size", name, "unpacks to \(count) bytes, but its header gives \(size)") }
    guard checksum.value == self.checksum else {
      throw ArchiveProblem("checksum", name, "has a checksum that differs from its header")
    }
  }

  private func parts(of source: some ArchiveSource, _ use: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while offset < packedSize {
      let count = min(ArchiveEntry.part, packedSize - offset)
      try use(try source.bytes(at: start + offset, count: count))
      offset += count
    }
  }

  private func inflate(_ source: some ArchiveSource, _ use: ([UInt8]) throws -> Void) throws {
    let broken = ArchiveProblem("packed-damaged", name, "cannot be unpacked: its compressed data is damaged")
    guard let inflater = Inflater() else {
      throw ArchiveProblem("memory", name, "cannot be unpacked: there is not enough memory")
    }
    var isOver = false
    try parts(of: source) { part in
      var rest = part[...]
      while true {
        guard !isOver else {
          if rest.isEmpty { return }
          throw ArchiveProblem("extra-data", name, "has bytes after the end of its compressed data")
        }
        let step = inflater.step(rest)
        if !step.output.isEmpty { try use(step.output) }
        rest = rest.suffix(step.rest)
        switch step.state {
        case .broken: throw broken
        case .ended: isOver = true
        // A full output buffer can mean that more output is pending for the same input.
        case .goesOn: if step.output.isEmpty || (rest.isEmpty && !step.isFull) { return }
        }
      }
    }
    guard isOver else { throw ArchiveProblem("packed-damaged", name, "cannot be unpacked: its compressed data ends too early") }
  }
}
