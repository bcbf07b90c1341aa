import CZlib

/// Raw deflate and the checksum of ZIP, through zlib.
enum Deflate {
  /// The same bytes for the same bytes, with the same zlib. Nil where there is no memory.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let room = dossier_deflate_bound(bytes.count)
    guard room > 0 else { return nil }
    var made = 0
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { out, count in
      made = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe dossier_deflate(input.baseAddress, input.count, out.baseAddress, out.count)
      }
      count = made
    }
    return made > 0 ? packed : nil
  }
}

/// CRC-32 of bytes that come in parts.
package struct Checksum: Sendable {
  package private(set) var value: UInt32 = 0

  package init() {}

  package init(of bytes: [UInt8]) { add(bytes) }

  package mutating func add(_ bytes: [UInt8]) {
    let before = value
    value = unsafe bytes.withUnsafeBufferPointer { unsafe dossier_crc32(before, $0.baseAddress, $0.count) }
  }
}

/// Unpacks raw deflate a part at a time; owns zlib's state and frees it on every path.
@safe struct Inflater: ~Copyable {
  private let state: OpaquePointer
  fileprivate static let room = 1 << 16

  /// Nil where there is no memory.
  init?() {
    guard let made = unsafe dossier_inflater_new() else { return nil }
    unsafe state = made
  }

  deinit { unsafe dossier_inflater_free(state) }

  /// How far a part of the input has been taken.
  struct Step {
    let output: [UInt8]
    /// Bytes of the input that were not taken.
    let rest: Int
    let state: State

    enum State { case goesOn, ended, broken }

    /// Whether all the room was used, so that more may be waiting.
    var isFull: Bool { output.count == Inflater.room }
  }

  /// At most 64 kB come out at a time, whatever went in.
  borrowing func step(_ input: ArraySlice<UInt8>) -> Step {
    var length = input.count
    var result: Int32 = -1
    let output = unsafe [UInt8](unsafeUninitializedCapacity: Inflater.room) { out, count in
      var left = Inflater.room
      result = unsafe input.withUnsafeBufferPointer { bytes in
        unsafe dossier_inflater_step(state, bytes.baseAddress, &length, out.baseAddress, &left)
      }
      count = Inflater.room - left
    }
    return Step(output: output, rest: length, state: result == 1 ? .ended : result == 0 ? .goesOn : .broken)
  }
}
