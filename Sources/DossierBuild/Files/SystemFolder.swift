import Glibc

/// Folders with contents that the kernel generates: `/proc`, `/sys` and `/dev`. dossier neither reads nor replaces these folders.
/// A file in them can change while it is read, have no end, or control the machine.
enum SystemFolder {
  /// The folder for shared memory. It is in `/dev`, but it is allowed, because it contains ordinary files.
  private static let sharedMemory = "/dev/shm"
  private static let names = ["/proc", "/sys", "/dev"]

  /// The name of the system folder that contains `folder`. Nil if no system folder contains `folder`, or if `folder` is in
  /// `/dev/shm`.
  static func containing(_ folder: borrowing Descriptor) throws(EnvironmentError) -> String? {
    let above = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
    if let shared = FileIdentity(path: sharedMemory), above.contains(shared) { return nil }
    let found = names.first { name in FileIdentity(path: name).map(above.contains) ?? false }
    return found ?? (folder.isKernelFolder ? "a folder of the kernel" : nil)
  }
}
