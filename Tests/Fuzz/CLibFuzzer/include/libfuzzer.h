#include <stddef.h>
#include <stdint.h>

/// The driver of libFuzzer, from `FuzzerInterface.h` of LLVM. It calls `run` with inputs until it ends the process.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*run)(const uint8_t *data, size_t size));
