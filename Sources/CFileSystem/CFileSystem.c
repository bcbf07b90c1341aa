#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
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

int dossier_is_mount_root(int folder) {
  struct statx found;
  if (statx(folder, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &found) == 0 &&
      (found.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT))
    return (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
  struct stat own, above;
  if (fstat(folder, &own) != 0 || fstatat(folder, "..", &above, 0) != 0) return 0;
  return own.st_dev != above.st_dev || own.st_ino == above.st_ino;
}

int dossier_is_kernel_file_system(int file) {
  struct statfs found;
  if (fstatfs(file, &found) != 0) return 0;
  switch ((unsigned long)found.f_type) {
    case PROC_SUPER_MAGIC:
    case SYSFS_MAGIC:
    case DEVPTS_SUPER_MAGIC:
    case CGROUP_SUPER_MAGIC:
    case CGROUP2_SUPER_MAGIC:
    case DEBUGFS_MAGIC:
    case TRACEFS_MAGIC:
    case SECURITYFS_MAGIC:
    case SELINUX_MAGIC:
    case BPF_FS_MAGIC:
    case EFIVARFS_MAGIC:
    case NSFS_MAGIC:
      return 1;
    default: return 0;
  }
}

int dossier_has_attributes(int folder, const char *name) {
  char path[300];
  int length = snprintf(path, sizeof path, "/proc/self/fd/%d/%s", folder, name);
  if (length < 0 || (size_t)length >= sizeof path) return 1;
  ssize_t size = llistxattr(path, NULL, 0);
  return size < 0 ? errno != ENOTSUP : size > 0;
}

// The names of all attributes, each with a NUL at its end. NULL if there are no attributes or an error occurs. `failed` is the
// number of the error, or 0.
static char *attribute_names(int file, ssize_t *size, int *failed) {
  *failed = 0;
  for (;;) {
    *size = flistxattr(file, NULL, 0);
    if (*size <= 0) break;
    char *names = malloc((size_t)*size);
    if (!names) {
      *failed = ENOMEM;
      return NULL;
    }
    ssize_t got = flistxattr(file, names, (size_t)*size);
    if (got >= 0) {
      *size = got;
      return names;
    }
    int error = errno;
    free(names);
    // ERANGE means that another process added an attribute after the size was read. Try again.
    if (error != ERANGE) {
      *failed = error;
      return NULL;
    }
  }
  if (*size < 0 && errno != ENOTSUP) *failed = errno;
  *size = 0;
  return NULL;
}

static bool is_list(const char *name) { return strncmp(name, "system.posix_acl_", 17) == 0; }

static bool is_copied(const char *name) {
  return strcmp(name, "security.capability") && strcmp(name, "security.ima") && strcmp(name, "security.evm");
}

static int copy_attribute(int from, int to, const char *name) {
  ssize_t size = fgetxattr(from, name, NULL, 0);
  if (size < 0) return errno == ENODATA || errno == EPERM || errno == EACCES ? 0 : errno;
  char *value = malloc(size > 0 ? (size_t)size : 1);
  if (!value) return ENOMEM;
  int failed = 0;
  ssize_t got = fgetxattr(from, name, value, (size_t)size);
  if (got < 0) {
    failed = errno == ENODATA ? 0 : errno;
  } else if (fsetxattr(to, name, value, (size_t)got, 0) != 0) {
    failed = errno == EPERM || errno == EACCES || errno == ENOTSUP || errno == EINVAL ? 0 : errno;
  }
  free(value);
  return failed;
}

int dossier_copy_attributes(int from, int to) {
  int failed;
  ssize_t size;
  char *names = attribute_names(to, &size, &failed);
  for (ssize_t i = 0; names && !failed && i < size; i += (ssize_t)strlen(names + i) + 1)
    if (is_list(names + i) && fgetxattr(from, names + i, NULL, 0) < 0 && errno == ENODATA) (void)fremovexattr(to, names + i);
  free(names);
  if (failed) return failed;
  names = attribute_names(from, &size, &failed);
  for (ssize_t i = 0; names && !failed && i < size; i += (ssize_t)strlen(names + i) + 1)
    if (is_copied(names + i)) failed = copy_attribute(from, to, names + i);
  free(names);
  return failed;
}
