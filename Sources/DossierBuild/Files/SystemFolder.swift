import Glibc

/// Folders whose contents the kernel makes: `/proc`, `/sys` and `/dev`. They are neither read nor replaced, because their files can
/// change while they are read, have no end, or control the machine.
enum SystemFolder {
  /// The folder of shared memory is in `/dev`, but holds ordinary files.
  private static let sharedMemory = "/dev/shm"
  private static let names = ["/proc", "/sys", "/dev"]

  /// The name of the system folder that contains the folder. Nil if there is none.
  static func containing(_ folder: borrowing Descriptor) throws(EnvironmentError) -> String? {
    let above = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
    if let shared = FileIdentity(path: sharedMemory), above.contains(shared) { return nil }
    let found = names.first { name in FileIdentity(path: name).map(above.contains) ?? false }
    return found ?? (folder.isKernelFolder ? "a folder of the kernel" : nil)
  }
}
