#ifndef DOSSIER_CZLIB_H
#define DOSSIER_CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32 as ZIP has it, continued from `crc`; 0 to begin.
uint32_t dossier_crc32(uint32_t crc, const uint8_t *bytes, size_t length);

/// At most this many bytes come out of `dossier_deflate`.
size_t dossier_deflate_bound(size_t length);

/// Raw deflate (RFC 1951) of the whole, always with the same settings. 0 when there is no memory or no room.
size_t dossier_deflate(const uint8_t *bytes, size_t length, uint8_t *out, size_t room);

/// The state of one raw inflate.
typedef struct dossier_inflater dossier_inflater;

/// NULL when there is no memory.
dossier_inflater *dossier_inflater_new(void);

/// Goes on with `*length` bytes of input and `*room` bytes of room; both become what is left. 1 at the end of the stream, 0 when more
/// input or room is wanted, -1 when the input is no deflate.
int dossier_inflater_step(dossier_inflater *state, const uint8_t *bytes, size_t *length, uint8_t *out, size_t *room);

void dossier_inflater_free(dossier_inflater *state);

#endif
