import CFileSystem
import Glibc

extension Descriptor {
  /// Gives this file or folder the owner, group, permissions, extended attributes and access control lists of another file or
  /// folder.
  ///
  /// If this user may not change the owner or group, the file keeps its own. The permissions are then set without the set-user-ID
  /// bit or the set-group-ID bit.
  borrowing func take(attributesOf other: borrowing Descriptor) throws(SystemFailure) {
    let (old, new) = (try other.status(), try status())
    // Leave out set-user-ID and similar bits for files, because these files are not programs.
    var mode = old.st_mode & (new.st_mode & S_IFMT == S_IFREG ? 0o777 : 0o7777)
    if old.st_uid != new.st_uid || old.st_gid != new.st_gid, fchown(number, old.st_uid, old.st_gid) != 0 {
      let code = errno
      guard code == EPERM || code == EINVAL else { throw SystemFailure(code: code) }
      // The group alone can often be kept.
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
