#ifndef DOSSIER_CFILESYSTEM_H
#define DOSSIER_CFILESYSTEM_H

/// Linux calls that glibc declares only for GNU sources, which Swift's import of it is not.

/// Renames within one folder; fails with EEXIST when the new name is taken.
int dossier_rename_new(int folder, const char *from, const char *to);

/// Exchanges two names of one folder in one step.
int dossier_rename_exchange(int folder, const char *a, const char *b);

/// A file without a name, in memory, closed in programs that are started.
int dossier_memory_file(void);

/// A pipe whose two ends are closed in programs that are started.
int dossier_pipe(int ends[2]);

#endif
