#ifndef DOSSIER_CZLIB_H
#define DOSSIER_CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// Updates a CRC-32 (as used in ZIP) with `length` bytes. `crc` is the previous value, 0 at the start.
uint32_t dossier_crc32(uint32_t crc, const uint8_t *bytes, size_t length);

/// The maximum output size of `dossier_deflate` for `length` input bytes. 0 if the input is too long.
size_t dossier_deflate_bound(size_t length);

/// Compresses all bytes with raw deflate (RFC 1951), always with the same settings. Returns the output size, or 0 if there is not enough
/// memory or output space.
size_t dossier_deflate(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity);

/// The state of one raw inflate stream.
typedef struct dossier_inflater dossier_inflater;

/// Creates a state. Returns NULL if there is not enough memory.
dossier_inflater *dossier_inflater_new(void);

/// Unpacks `*length` bytes of input into `*capacity` bytes of output. Sets both to the unused number of bytes. Returns 1 at the end
/// of the stream and 0 if it needs more input or output space. Returns -1 if the input is not valid deflate data.
int dossier_inflater_step(dossier_inflater *state, const uint8_t *bytes, size_t *length, uint8_t *out, size_t *capacity);

void dossier_inflater_free(dossier_inflater *state);

#endif
