import CLibFuzzer
import Glibc

/// Runs libFuzzer on the target that the first argument names. The other arguments are those of libFuzzer.
@main struct Fuzz {
  private static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:))

  static func main() {
    guard target != nil else {
      print("usage: fuzz TARGET [OPTION...] [FOLDER...]\ntargets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
      exit(2)
    }
    // libFuzzer must not see the name of the target, because it reads words without a dash as folders.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv + 1
    exit(unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in unsafe Fuzz.run(data, size) })
  }

  /// Ends the process if the input violates a property of the target, so that libFuzzer keeps the input.
  private static func run(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    if let failure = target?.failure(on: bytes) {
      print("\(failure)")
      abort()
    }
    return 0
  }
}
