/// Constants of the ZIP format (APPNOTE 6.3).
enum ZipFormat {
  static let localHeader = 0x0403_4B50
  static let centralHeader = 0x0201_4B50
  static let end = 0x0605_4B50
  static let end64 = 0x0606_4B50
  static let locator64 = 0x0706_4B50
  static let descriptor = 0x0807_4B50
  static let endSize = 22
  static let locatorSize = 20
  static let localSize = 30
  static let centralSize = 46

  static let stored = 0
  static let deflated = 8

  static let isEncrypted = 1 << 0
  static let hasDescriptor = 1 << 3
  static let isPatch = 1 << 5
  static let isStronglyEncrypted = 1 << 6
  static let isUTF8 = 1 << 11
  static let isMasked = 1 << 13

  /// The placeholder in a field of 16 bits, if the number is in a ZIP64 record or field. `over32` is for fields of 32 bits.
  static let over16 = 0xFFFF
  static let over32 = 0xFFFF_FFFF
}
