#ifndef DOSSIER_CFILESYSTEM_H
#define DOSSIER_CFILESYSTEM_H

/// Linux system calls that glibc declares only if the macro `_GNU_SOURCE` is defined. Swift imports glibc without this macro.

/// Renames an entry within one folder. Fails with EEXIST if the new name already exists.
int dossier_rename_new(int folder, const char *from, const char *to);

/// Exchanges the names of two entries of one folder atomically.
int dossier_rename_exchange(int folder, const char *a, const char *b);

/// Creates a file in memory that has no name in any folder. Child programs do not inherit the file.
int dossier_memory_file(void);

/// Creates a pipe. Child programs inherit neither end.
int dossier_pipe(int ends[2]);

/// Returns 1 if an open folder is the root of a mount, and 0 otherwise. Kernels older than 5.8 do not show a bind mount of the
/// same file system, so the result is then 0.
int dossier_is_mount_root(int folder);

/// Returns 1 if the kernel generates the file system of an open file or folder, as in `/proc` and `/sys`. Returns 0 otherwise.
int dossier_is_kernel_file_system(int file);

/// Returns 1 if an entry of a folder has extended attributes or an access control list, and 0 otherwise. Returns 1 also if the
/// attributes cannot be read.
int dossier_has_attributes(int folder, const char *name);

/// Copies the extended attributes and access control lists of `from` to `to`. Removes access control lists that only `to` has.
///
/// Does not copy the capabilities and signatures of programs. Skips attributes that the user may not set or the file system
/// cannot store. Returns 0 or the number of the error.
int dossier_copy_attributes(int from, int to);

#endif
