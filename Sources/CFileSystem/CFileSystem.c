#define _GNU_SOURCE
#include "CFileSystem.h"

#include <stdio.h>

int dossier_rename_new(int folder, const char *from, const char *to) {
  return renameat2(folder, from, folder, to, RENAME_NOREPLACE);
}

int dossier_rename_exchange(int folder, const char *a, const char *b) {
  return renameat2(folder, a, folder, b, RENAME_EXCHANGE);
}
