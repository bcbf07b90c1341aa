import Glibc

/// Texts as the system wants a list of arguments: pointers that end with a null, freed when this goes out of use.
@unsafe final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    unsafe count = texts.count
    unsafe pointers = UnsafeMutablePointer.allocate(capacity: texts.count + 1)
    for (i, text) in texts.enumerated() { unsafe (pointers + i).initialize(to: strdup(text)) }
    unsafe (pointers + texts.count).initialize(to: nil)
  }

  deinit {
    for i in unsafe 0..<count { unsafe free(pointers[i]) }
    unsafe pointers.deallocate()
  }
}
