// A library for LD_PRELOAD that injects a fault at one call which changes a file system.
//
// It counts the calls that create, write, rename or remove something, in all threads of the program DOSSIER_FAULT_PROGRAM. Other
// programs are left alone. Variables of the environment:
//
//   DOSSIER_FAULT_LOG   a file. One line is added for each call: `pass` or the fault, the name of the call, and its path.
//   DOSSIER_FAULT_CALL  the number of the call with the fault. The first call is 1.
//   DOSSIER_FAULT_MODE  kill     the process is killed before the call
//                       killed   the process is killed after the call
//                       fail     the call fails with ENOSPC
//                       full     the disk is full from this call on: a write writes half of its bytes, then every call that needs
//                                space fails with ENOSPC
//                       short    a write writes half of its bytes
//
// Not seen: calls inside glibc (stdio) and raw system calls. The program writes files with neither.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { NONE, KILL, KILLED, FAIL, FULL, SHORT };
enum action { PASS, REFUSE, HALVE, KILL_BEFORE, KILL_AFTER };

static enum mode mode;
static long target;
static int log_file = -1;
static bool is_active;
static atomic_long calls;

__attribute__((constructor)) static void begin(void) {
  const char *program = getenv("DOSSIER_FAULT_PROGRAM"), *path = getenv("DOSSIER_FAULT_LOG");
  const char *call = getenv("DOSSIER_FAULT_CALL"), *name = getenv("DOSSIER_FAULT_MODE");
  static const char *const names[] = {"none", "kill", "killed", "fail", "full", "short"};
  if (!program || strcmp(program, program_invocation_short_name) != 0) return;
  is_active = true;
  if (call) target = strtol(call, NULL, 10);
  for (int i = 0; name && i < 6; i++)
    if (strcmp(name, names[i]) == 0) mode = (enum mode)i;
  if (!path) return;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  // A high number, so that the program's own files have the numbers that they have without this library.
  log_file = fcntl(opened, F_DUPFD_CLOEXEC, 500);
  close(opened);
}

static void note(const char *fault, const char *call, int folder, const char *name) {
  char link[32], path[4096] = "", line[9000];
  if (folder >= 0 && (!name || name[0] != '/')) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
  }
  int length = snprintf(line, sizeof line, "%s %s %s%s%s\n", fault, call, path, *path && name ? "/" : "", name ? name : "");
  (void)syscall(SYS_write, log_file, line, (size_t)length < sizeof line ? (size_t)length : sizeof line);
}

static enum action action_for(long number, const char *call, bool needs_space) {
  if (mode == FULL && number > target && target > 0) return needs_space ? REFUSE : PASS;
  if (number != target) return PASS;
  bool is_write = strcmp(call, "write") == 0;
  switch (mode) {
    case NONE: return PASS;
    case KILL: return KILL_BEFORE;
    case KILLED: return KILL_AFTER;
    case FAIL: return REFUSE;
    case FULL: return is_write ? HALVE : needs_space ? REFUSE : PASS;
    case SHORT: return is_write ? HALVE : PASS;
  }
  return PASS;
}

// Counts a call. `folder` and `name` are its path: the name in the folder, or the open file `folder` itself if `name` is NULL.
static enum action count(const char *call, bool needs_space, int folder, const char *name) {
  static const char *const names[] = {"pass", "refuse", "halve", "kill", "killed"};
  if (!is_active) return PASS;
  int error = errno;
  enum action action = action_for(atomic_fetch_add(&calls, 1) + 1, call, needs_space);
  if (log_file >= 0) note(names[action], call, folder, name);
  if (action == KILL_BEFORE) kill(getpid(), SIGKILL);
  errno = error;
  return action;
}

static long end(enum action action, long result) {
  if (action == KILL_AFTER) kill(getpid(), SIGKILL);
  return result;
}

static long refused(void) {
  errno = ENOSPC;
  return -1;
}

#define COUNTED(call, needs_space, folder, name, ...)                     \
  do {                                                                    \
    enum action action = count(call, needs_space, folder, name);          \
    return action == REFUSE ? refused() : end(action, syscall(__VA_ARGS__)); \
  } while (0)

// Pipes and event counters have no disk.
static bool is_on_disk(int file) {
  struct stat status;
  return file > 2 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

static size_t part(enum action action, size_t size) { return action == HALVE && size > 1 ? size / 2 : size; }

ssize_t write(int file, const void *bytes, size_t size) {
  enum action action = is_on_disk(file) ? count("write", true, file, NULL) : PASS;
  return action == REFUSE ? refused() : end(action, syscall(SYS_write, file, bytes, part(action, size)));
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  enum action action = is_on_disk(file) ? count("write", true, file, NULL) : PASS;
  return action == REFUSE ? refused() : end(action, syscall(SYS_pwrite64, file, bytes, part(action, size), offset));
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t offset) { return pwrite(file, bytes, size, offset); }

ssize_t writev(int file, const struct iovec *parts, int number) {
  if (!is_on_disk(file)) return syscall(SYS_writev, file, parts, number);
  COUNTED("writev", true, file, NULL, SYS_writev, file, parts, number);
}

static int opened(int folder, const char *name, int flags, mode_t permissions) {
  if (!(flags & O_CREAT)) return (int)syscall(SYS_openat, folder, name, flags, permissions);
  COUNTED("open", true, folder, name, SYS_openat, folder, name, flags, permissions);
}

static mode_t permissions(int flags, va_list list) {
  return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(list, mode_t) : 0;
}

#define OPEN(function, folder, ...)                  \
  int function(__VA_ARGS__, int flags, ...) {        \
    va_list list;                                    \
    va_start(list, flags);                           \
    mode_t given = permissions(flags, list);         \
    va_end(list);                                    \
    return opened(folder, name, flags, given);       \
  }

OPEN(open, AT_FDCWD, const char *name)
OPEN(open64, AT_FDCWD, const char *name)
OPEN(openat, folder, int folder, const char *name)
OPEN(openat64, folder, int folder, const char *name)

int mkdirat(int folder, const char *name, mode_t mode) {
  COUNTED("mkdir", true, folder, name, SYS_mkdirat, folder, name, mode);
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int renameat2(int from, const char *old, int to, const char *name, unsigned flags) {
  COUNTED("rename", true, to, name, SYS_renameat2, from, old, to, name, flags);
}

int renameat(int from, const char *old, int to, const char *name) { return renameat2(from, old, to, name, 0); }
int rename(const char *old, const char *name) { return renameat2(AT_FDCWD, old, AT_FDCWD, name, 0); }

int linkat(int from, const char *old, int to, const char *name, int flags) {
  COUNTED("link", true, to, name, SYS_linkat, from, old, to, name, flags);
}

int link(const char *old, const char *name) { return linkat(AT_FDCWD, old, AT_FDCWD, name, 0); }

int symlinkat(const char *text, int folder, const char *name) {
  COUNTED("symlink", true, folder, name, SYS_symlinkat, text, folder, name);
}

int symlink(const char *text, const char *name) { return symlinkat(text, AT_FDCWD, name); }

int unlinkat(int folder, const char *name, int flags) {
  COUNTED("unlink", false, folder, name, SYS_unlinkat, folder, name, flags);
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

// Some file systems find space for written bytes only now. Nothing is flushed to disk, because no test turns the machine off.
int fsync(int file) {
  enum action action = count("fsync", true, file, NULL);
  return action == REFUSE ? refused() : end(action, 0);
}

int fdatasync(int file) { return fsync(file); }
int syncfs(int file) { return fsync(file); }

int ftruncate(int file, off_t size) { COUNTED("truncate", true, file, NULL, SYS_ftruncate, file, size); }
int ftruncate64(int file, off_t size) { return ftruncate(file, size); }

int fchmod(int file, mode_t mode) { COUNTED("fchmod", false, file, NULL, SYS_fchmod, file, mode); }
int fchown(int file, uid_t user, gid_t group) { COUNTED("fchown", true, file, NULL, SYS_fchown, file, user, group); }

int fsetxattr(int file, const char *name, const void *value, size_t size, int flags) {
  COUNTED("fsetxattr", true, file, NULL, SYS_fsetxattr, file, name, value, size, flags);
}
