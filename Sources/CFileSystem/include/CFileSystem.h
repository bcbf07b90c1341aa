#ifndef DOSSIER_CFILESYSTEM_H
#define DOSSIER_CFILESYSTEM_H

/// Linux system calls that glibc declares only with `_GNU_SOURCE`. Swift imports glibc without it.

/// Renames an entry within one folder. Fails with EEXIST if the new name already exists.
int dossier_rename_new(int folder, const char *from, const char *to);

/// Exchanges the names of two entries of one folder atomically.
int dossier_rename_exchange(int folder, const char *a, const char *b);

/// Creates an anonymous file in memory. It is closed in child programs.
int dossier_memory_file(void);

/// Creates a pipe. Both ends are closed in child programs.
int dossier_pipe(int ends[2]);

/// Whether an open folder is the root of a mount: 1 or 0. On a kernel older than 5.8, 0 for a bind mount of the same file system.
int dossier_is_mount_root(int folder);

/// Whether an open file or folder is on a file system of the kernel, such as the one of `/proc` or `/sys`: 1 or 0.
int dossier_is_kernel_file_system(int file);

/// Whether an entry of a folder has extended attributes or an access control list: 1 or 0. 1 if it cannot be found out.
int dossier_has_attributes(int folder, const char *name);

/// Gives `to` the extended attributes and the access control lists of `from`, and takes away lists that `from` does not have.
///
/// Leaves out capabilities and signatures of programs, and attributes that the user may not set or the file system cannot store.
/// Returns 0 or the number of the error.
int dossier_copy_attributes(int from, int to);

#endif
