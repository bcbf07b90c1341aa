import CFileSystem
import Glibc

extension Descriptor {
  /// Gives this file or folder the owner, group, permissions, extended attributes and access control lists of another one.
  ///
  /// A user who may not give files away stays the owner. The permissions then have no bit that runs a program as its owner or group.
  borrowing func take(attributesOf other: borrowing Descriptor) throws(SystemFailure) {
    let (old, new) = (try other.status(), try status())
    // Set-user-ID and similar bits have no use on a file that is not a program.
    var mode = old.st_mode & (new.st_mode & S_IFMT == S_IFREG ? 0o777 : 0o7777)
    if old.st_uid != new.st_uid || old.st_gid != new.st_gid, fchown(number, old.st_uid, old.st_gid) != 0 {
      let code = errno
      guard code == EPERM || code == EINVAL else { throw SystemFailure(code: code) }
      // The group alone can often be kept.
      if fchown(number, uid_t.max, old.st_gid) != 0 { mode &= 0o1777 } else { mode &= 0o3777 }
    }
    let failed = dossier_copy_attributes(other.number, number)
    guard failed == 0 else { throw SystemFailure(code: failed) }
    // Last: a new owner clears bits of the permissions.
    guard try status().st_mode & 0o7777 != mode, fchmod(number, mode) != 0 else { return }
    let code = errno
    guard code == EPERM || code == ENOTSUP else { throw SystemFailure(code: code) }
  }

  /// Whether another file system or folder is mounted here.
  var isMountPoint: Bool { dossier_is_mount_root(number) == 1 }

  /// Whether the kernel makes the contents, as in `/proc` and `/sys`.
  var isKernelFolder: Bool { dossier_is_kernel_file_system(number) == 1 }
}
