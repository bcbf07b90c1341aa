package import DossierText

/// Produces the headers, the directory and the end record of a ZIP archive.
///
/// The caller writes the result of each call to the archive, in the order of the calls. After each header, the caller writes
/// the content of the file.
///
/// The same files in the same order give the same bytes. Every file has the date `day` and the mode 0644.
package struct ArchiveWriter {
  private let time: (date: Int, time: Int)
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  package init(day: CivilDate) {
    // ZIP can store the years 1980 to 2107 only.
    let year = min(max(day.year, 1980), 2107)
    time = ((year - 1980) << 9 | day.month << 5 | day.day, 0)
  }

  /// The header of a file. The caller must then write `file.packed`, or the original bytes of the file if `file.packed` is nil.
  package mutating func header(of file: PackedFile) -> [UInt8] {
    let name = Array(file.name.utf8)
    let isLarge = file.size >= ZipFormat.over32
    let isFar = offset >= ZipFormat.over32
    var common: [UInt8] = []
    common.put(isLarge || isFar ? 45 : 20, 2)
    common.put(0, 2)
    common.put(file.method, 2)
    common.put(time.time, 2)
    common.put(time.date, 2)
    common.put(Int(file.checksum), 4)
    common.put(isLarge ? ZipFormat.over32 : file.packedSize, 4)
    common.put(isLarge ? ZipFormat.over32 : file.size, 4)
    common.put(name.count, 2)
    var sizes: [UInt8] = []
    if isLarge {
      sizes.put(file.size, 8)
      sizes.put(file.packedSize, 8)
    }
    let extra = ArchiveWriter.large(sizes)
    var header: [UInt8] = []
    header.put(ZipFormat.localHeader, 4)
    header += common
    header.put(extra.count, 2)
    header += name + extra
    var places = sizes
    if isFar { places.put(offset, 8) }
    let wide = ArchiveWriter.large(places)
    directory.put(ZipFormat.centralHeader, 4)
    // State Unix as the host system, so that tools use the file mode.
    directory.put(3 << 8 | 45, 2)
    directory += common
    directory.put(wide.count, 2)
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0o100644 << 16, 4)
    directory.put(isFar ? ZipFormat.over32 : offset, 4)
    directory += name + wide
    count += 1
    offset += header.count + file.packedSize
    return header
  }

  /// The directory and the end record. These are the last bytes of the archive.
  package consuming func end() -> [UInt8] {
    var end = directory
    let isWide = count >= ZipFormat.over16 || offset >= ZipFormat.over32 || directory.count >= ZipFormat.over32
    if isWide {
      end.put(ZipFormat.end64, 4)
      end.put(44, 8)
      end.put(3 << 8 | 45, 2)
      end.put(45, 2)
      end.put(0, 4)
      end.put(0, 4)
      end.put(count, 8)
      end.put(count, 8)
      end.put(directory.count, 8)
      end.put(offset, 8)
      end.put(ZipFormat.locator64, 4)
      end.put(0, 4)
      end.put(offset + directory.count, 8)
      end.put(1, 4)
    }
    end.put(ZipFormat.end, 4)
    end.put(0, 2)
    end.put(0, 2)
    end.put(min(count, ZipFormat.over16), 2)
    end.put(min(count, ZipFormat.over16), 2)
    end.put(min(directory.count, ZipFormat.over32), 4)
    end.put(min(offset, ZipFormat.over32), 4)
    end.put(0, 2)
    return end
  }

  private static func large(_ content: [UInt8]) -> [UInt8] {
    guard !content.isEmpty else { return [] }
    var field: [UInt8] = []
    field.put(1, 2)
    field.put(content.count, 2)
    return field + content
  }
}
