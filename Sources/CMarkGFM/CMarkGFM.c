// libcmark-gfm with a memory limit. Each document has a bump arena. When the limit is reached, a `longjmp` leaves the parser.
// The jump crosses only C stack frames: Swift calls `dossier_cmark_parse` and gets a document or NULL.

#include "CMarkGFM.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A multiple of 16 bytes long, so that every block is aligned as `malloc` promises.
typedef struct chunk {
  _Alignas(16) struct chunk *previous;
  size_t used, size;
} chunk;
_Static_assert(sizeof(chunk) % 16 == 0, "blocks of the arena are aligned to 16 bytes");

struct dossier_cmark_document {
  chunk *last;
  size_t total, budget;
  bool may_jump;
  jmp_buf out;
  cmark_node *root;
};

// The header before every block. `realloc` needs the size.
typedef struct {
  _Alignas(16) size_t size;
} header;
_Static_assert(sizeof(header) == 16, "blocks of the arena are aligned to 16 bytes");

// Declared in headers that Debian does not install.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

// cmark's allocator functions have no context argument, so each thread stores its current arena.
static _Thread_local dossier_cmark_document *current;

static void *give_up(void) {
  if (current->may_jump) longjmp(current->out, 1);
  abort();
}

static void *arena_allocate(size_t size) {
  dossier_cmark_document *d = current;
  size_t need = sizeof(header) + ((size + 15) & ~(size_t)15);
  if (need < size) return give_up();
  if (!d->last || d->last->size - d->last->used < need) {
    size_t capacity = d->last ? d->last->size * 2 : 16 * 1024;
    if (capacity > 4 * 1024 * 1024) capacity = 4 * 1024 * 1024;
    if (capacity < need) capacity = need;
    if (d->may_jump && d->total + capacity > d->budget) return give_up();
    chunk *c = malloc(sizeof(chunk) + capacity);
    if (!c) return give_up();
    c->previous = d->last;
    c->used = 0;
    c->size = capacity;
    d->last = c;
    d->total += capacity;
  }
  header *h = (header *)((char *)(d->last + 1) + d->last->used);
  d->last->used += need;
  h->size = size;
  return h + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) return give_up();
  void *p = arena_allocate(count * size);
  memset(p, 0, count * size);
  return p;
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return arena_allocate(size);
  header *h = (header *)old - 1;
  if (size <= h->size) return old;
  size_t before = h->size;
  void *p = arena_allocate(size);
  memcpy(p, old, before);
  return p;
}

static void arena_free(void *p) { (void)p; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

static cmark_syntax_extension *table, *tasklist, *strikethrough_extension, *autolink;

void dossier_cmark_register(void) {
  cmark_gfm_core_extensions_ensure_registered();
  table = cmark_find_syntax_extension("table");
  tasklist = cmark_find_syntax_extension("tasklist");
  strikethrough_extension = cmark_find_syntax_extension("strikethrough");
  autolink = cmark_find_syntax_extension("autolink");
}

static void release(dossier_cmark_document *d) {
  for (chunk *c = d->last; c;) {
    chunk *previous = c->previous;
    free(c);
    c = previous;
  }
  if (current == d) current = NULL;
  free(d);
}

dossier_cmark_document *dossier_cmark_parse(const char *bytes, size_t length, size_t budget, bool strikethrough) {
  dossier_cmark_document *d = calloc(1, sizeof *d);
  if (!d) return NULL;
  d->budget = budget;
  d->may_jump = true;
  current = d;
  if (setjmp(d->out)) {
    release(d);
    return NULL;
  }
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &arena);
  cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_attach_syntax_extension(parser, tasklist);
  if (strikethrough) cmark_parser_attach_syntax_extension(parser, strikethrough_extension);
  cmark_parser_feed(parser, bytes, length);
  d->root = cmark_parser_finish(parser);
  // No more jumps, because they would cross Swift stack frames. Reading the finished tree copies literals; the size of the tree limits
  // the memory for that.
  d->may_jump = false;
  return d;
}

cmark_node *dossier_cmark_root(dossier_cmark_document *document) { return document->root; }

void dossier_cmark_use(dossier_cmark_document *document) { current = document; }

void dossier_cmark_free(dossier_cmark_document *document) { release(document); }

char *dossier_cmark_html(const char *bytes, size_t length) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_attach_syntax_extension(parser, tasklist);
  cmark_parser_attach_syntax_extension(parser, strikethrough_extension);
  cmark_parser_attach_syntax_extension(parser, autolink);
  cmark_parser_feed(parser, bytes, length);
  cmark_node *root = cmark_parser_finish(parser);
  char *html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(root);
  cmark_parser_free(parser);
  return html;
}

void dossier_cmark_free_html(char *html) { cmark_get_default_mem_allocator()->free(html); }

// Declared in headers that Debian does not install.
typedef struct {
  cmark_mem *mem;
  unsigned char *ptr;
  int32_t asize, size;
} string_buffer;
extern void cmark_strbuf_init(cmark_mem *mem, string_buffer *buffer, int32_t initial_size);
extern unsigned char *cmark_strbuf_detach(string_buffer *buffer);
extern void houdini_unescape_html_f(string_buffer *buffer, const uint8_t *bytes, int32_t size);

char *dossier_cmark_unescape(const char *bytes, size_t length, size_t *count) {
  if (length > INT32_MAX / 8) return NULL;
  string_buffer buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  houdini_unescape_html_f(&buffer, (const uint8_t *)bytes, (int32_t)length);
  *count = (size_t)buffer.size;
  return (char *)cmark_strbuf_detach(&buffer);
}

unsigned dossier_cmark_kind_table(void) { return CMARK_NODE_TABLE; }
unsigned dossier_cmark_kind_row(void) { return CMARK_NODE_TABLE_ROW; }
unsigned dossier_cmark_kind_cell(void) { return CMARK_NODE_TABLE_CELL; }
unsigned dossier_cmark_kind_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

int dossier_cmark_task(cmark_node *item) {
  if (cmark_node_get_syntax_extension(item) != tasklist) return 0;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? 2 : 1;
}

char dossier_cmark_alignment(cmark_node *row, int column) {
  cmark_node *owner = cmark_node_parent(row);
  uint8_t *letters = cmark_gfm_extensions_get_table_alignments(owner);
  return letters && column < cmark_gfm_extensions_get_table_columns(owner) ? (char)letters[column] : 0;
}
