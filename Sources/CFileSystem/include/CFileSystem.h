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

#endif
