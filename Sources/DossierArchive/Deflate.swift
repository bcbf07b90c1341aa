import CZlib

/// Raw deflate compression with zlib.
enum Deflate {
  /// Compresses bytes. The same input gives the same output with the same version of zlib.
  ///
  /// Returns nil if there is not enough memory.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let capacity = dossier_deflate_bound(bytes.count)
    guard capacity > 0 else { return nil }
    var made = 0
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
      made = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe dossier_deflate(input.baseAddress, input.count, out.baseAddress, out.count)
      }
      count = made
    }
    return made > 0 ? packed : nil
  }
}

/// The checksum of the ZIP format (CRC-32). Bytes can be added in parts.
package struct Checksum: Sendable {
  package private(set) var value: UInt32 = 0

  package init() {}

  package init(of bytes: [UInt8]) { add(bytes) }

  package mutating func add(_ bytes: [UInt8]) {
    let before = value
    value = unsafe bytes.withUnsafeBufferPointer { unsafe dossier_crc32(before, $0.baseAddress, $0.count) }
  }
}

/// Unpacks raw deflate data in parts. The inflater owns the state of zlib and frees the state when the inflater is destroyed.
@safe struct Inflater: ~Copyable {
  private let state: OpaquePointer
  /// The maximum number of output bytes of one step.
  fileprivate static let capacity = 1 << 16

  /// Returns nil if there is not enough memory.
  init?() {
    guard let made = unsafe dossier_inflater_new() else { return nil }
    unsafe state = made
  }

  deinit { unsafe dossier_inflater_free(state) }

  /// The result of one step.
  struct Step {
    let output: [UInt8]
    /// The number of input bytes that were not consumed.
    let rest: Int
    let state: State

    enum State { case goesOn, ended, broken }

    /// Whether the output buffer is full, so more output may be pending.
    var isFull: Bool { output.count == Inflater.capacity }
  }

  /// Unpacks a part of the input. Each call returns at most 64 KiB of output.
  borrowing func step(_ input: ArraySlice<UInt8>) -> Step {
    var length = input.count
    var result: Int32 = -1
    let output = unsafe [UInt8](unsafeUninitializedCapacity: Inflater.capacity) { out, count in
      var left = Inflater.capacity
      result = unsafe input.withUnsafeBufferPointer { bytes in
        unsafe dossier_inflater_step(state, bytes.baseAddress, &length, out.baseAddress, &left)
      }
      count = Inflater.capacity - left
    }
    return Step(output: output, rest: length, state: result == 1 ? .ended : result == 0 ? .goesOn : .broken)
  }
}
