#define _GNU_SOURCE
#include "CFileSystem.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int dossier_rename_new(int folder, const char *from, const char *to) {
  return renameat2(folder, from, folder, to, RENAME_NOREPLACE);
}

int dossier_rename_exchange(int folder, const char *a, const char *b) {
  return renameat2(folder, a, folder, b, RENAME_EXCHANGE);
}

int dossier_memory_file(void) { return memfd_create("dossier", MFD_CLOEXEC); }

int dossier_pipe(int ends[2]) {
  int failed = pipe2(ends, O_CLOEXEC);
  // A larger pipe needs fewer switches between the two programs. If the kernel refuses, the default size works too.
  if (!failed) (void)fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
  return failed;
}
