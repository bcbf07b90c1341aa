import CFileSystem
import Glibc

extension Descriptor {
  /// Gives this file or folder the owner, group, permissions, extended attributes and access control lists of another file or
  /// folder.
  ///
  /// If the user of this process cannot change the owner, the owner remains, and the set-user-ID bit is not set. If the user
  /// cannot change the group either, the set-group-ID bit is not set.
  borrowing func take(attributesOf other: borrowing Descriptor) throws(SystemFailure) {
    let (old, new) = (try other.status(), try status())
    // Files do not get the set-user-ID, set-group-ID and sticky bits, because they are not programs.
    var mode = old.st_mode & (new.st_mode & S_IFMT == S_IFREG ? 0o777 : 0o7777)
    if old.st_uid != new.st_uid || old.st_gid != new.st_gid, fchown(number, old.st_uid, old.st_gid) != 0 {
      let code = errno
      guard code == EPERM || code == EINVAL else { throw SystemFailure(code: code) }
      // A user who cannot change the owner can often change the group.
      if fchown(number, uid_t.max, old.st_gid) != 0 { mode &= 0o1777 } else { mode &= 0o3777 }
    }
    let failed = dossier_copy_attributes(other.number, number)
    guard failed == 0 else { throw SystemFailure(code: failed) }
    // Set the permissions last, because a change of the owner clears some permission bits.
    guard try status().st_mode & 0o7777 != mode, fchmod(number, mode) != 0 else { return }
    let code = errno
    guard code == EPERM || code == ENOTSUP else { throw SystemFailure(code: code) }
  }

  /// Whether another file system or folder is mounted here.
  var isMountPoint: Bool { dossier_is_mount_root(number) == 1 }

  /// Whether the kernel generates the contents of this folder, as in `/proc` and `/sys`.
  var isKernelFolder: Bool { dossier_is_kernel_file_system(number) == 1 }
}
