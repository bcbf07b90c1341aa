// The three functions of zlib that ZIP needs. zlib declares them with macros and structures that Swift cannot import.

#include "CZlib.h"

#include <stdlib.h>
#include <zlib.h>

// zlib uses 32-bit lengths.
static const size_t largest = (size_t)1 << 30;

uint32_t dossier_crc32(uint32_t crc, const uint8_t *bytes, size_t length) {
  while (length > 0) {
    uInt part = (uInt)(length < largest ? length : largest);
    crc = (uint32_t)crc32(crc, bytes, part);
    bytes += part;
    length -= part;
  }
  return crc;
}

size_t dossier_deflate_bound(size_t length) { return length > largest ? 0 : compressBound((uLong)length) + 64; }

size_t dossier_deflate(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity) {
  if (length > largest || capacity > 2 * largest) return 0;
  z_stream stream = {0};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int result = deflate(&stream, Z_FINISH);
  size_t made = capacity - stream.avail_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? made : 0;
}

struct dossier_inflater {
  z_stream stream;
};

dossier_inflater *dossier_inflater_new(void) {
  dossier_inflater *state = calloc(1, sizeof(dossier_inflater));
  if (!state) return NULL;
  if (inflateInit2(&state->stream, -15) == Z_OK) return state;
  free(state);
  return NULL;
}

int dossier_inflater_step(dossier_inflater *state, const uint8_t *bytes, size_t *length, uint8_t *out, size_t *capacity) {
  if (*length > largest || *capacity > largest) return -1;
  state->stream.next_in = (Bytef *)bytes;
  state->stream.avail_in = (uInt)*length;
  state->stream.next_out = out;
  state->stream.avail_out = (uInt)*capacity;
  int result = inflate(&state->stream, Z_NO_FLUSH);
  *length = state->stream.avail_in;
  *capacity = state->stream.avail_out;
  if (result == Z_STREAM_END) return 1;
  return result == Z_OK || result == Z_BUF_ERROR ? 0 : -1;
}

void dossier_inflater_free(dossier_inflater *state) {
  if (!state) return;
  inflateEnd(&state->stream);
  free(state);
}
