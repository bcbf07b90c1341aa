// libcmark-gfm with a memory limit. Each document has an arena. When the limit is reached, a `longjmp` leaves the parser.
// The jump crosses only C stack frames: Swift calls a function of this file, and gets true or false.

#include "CMarkGFM.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/map.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

// A multiple of 16 bytes long, so that the first block is aligned.
typedef struct chunk {
  _Alignas(16) struct chunk *previous;
  size_t used, size;
} chunk;
_Static_assert(sizeof(chunk) % 16 == 0, "blocks of the arena are aligned");

// The header before every block. `realloc` needs the size. Blocks are aligned to 8 bytes, because the parser stores nothing larger.
typedef struct header {
  size_t size;
} header;
_Static_assert(_Alignof(cmark_node) <= 8, "blocks of the arena are aligned to 8 bytes");

// Freed blocks of up to 2 KB are reused by their size. A table row is parsed twice, so that most of its memory is freed at once.
enum { classes = 256 };

struct dossier_cmark_document {
  chunk *last;
  size_t total, budget, freed;
  void *free[classes];
  jmp_buf out;
  cmark_parser *parser;
  cmark_node *root;
};

// Declared in headers that Debian does not install.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

// cmark's allocator functions have no context argument, so each thread stores its current arena.
static _Thread_local dossier_cmark_document *current;

_Noreturn static void give_up(void) {
  longjmp(current->out, 1);
}

static size_t rounded(size_t size) { return size < 8 ? 8 : (size + 7) & ~(size_t)7; }

static void *arena_allocate(size_t size) {
  dossier_cmark_document *d = current;
  size_t whole = rounded(size);
  if (whole < size) give_up();
  if (whole / 8 < classes && d->free[whole / 8]) {
    void *p = d->free[whole / 8];
    memcpy(&d->free[whole / 8], p, sizeof(void *));
    d->freed -= whole + sizeof(header);
    return p;
  }
  size_t need = sizeof(header) + whole;
  if (!d->last || d->last->size - d->last->used < need) {
    size_t capacity = d->last ? d->last->size * 2 : 16 * 1024;
    if (capacity > 1024 * 1024) capacity = 1024 * 1024;
    if (capacity < need) capacity = need;
    if (d->total + capacity > d->budget) give_up();
    chunk *c = malloc(sizeof(chunk) + capacity);
    if (!c) give_up();
    c->previous = d->last;
    c->used = 0;
    c->size = capacity;
    d->last = c;
    d->total += capacity;
  }
  header *h = (header *)((char *)(d->last + 1) + d->last->used);
  d->last->used += need;
  h->size = whole;
  return h + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) give_up();
  void *p = arena_allocate(count * size);
  memset(p, 0, count * size);
  return p;
}

static void arena_free(void *p) {
  if (!p) return;
  dossier_cmark_document *d = current;
  size_t size = ((header *)p - 1)->size;
  char *end = (char *)(d->last + 1) + d->last->used;
  if ((char *)p + size == end) {
    d->last->used -= size + sizeof(header);
  } else if (size / 8 < classes) {
    memcpy(p, &d->free[size / 8], sizeof(void *));
    d->free[size / 8] = p;
    d->freed += size + sizeof(header);
  }
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return arena_allocate(size);
  size_t before = ((header *)old - 1)->size;
  if (size <= before) return old;
  void *p = arena_allocate(size);
  memcpy(p, old, before);
  arena_free(old);
  return p;
}

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

static cmark_syntax_extension *table, *tasklist, *strikethrough_extension, *autolink;

void dossier_cmark_register(void) {
  cmark_gfm_core_extensions_ensure_registered();
  table = cmark_find_syntax_extension("table");
  tasklist = cmark_find_syntax_extension("tasklist");
  strikethrough_extension = cmark_find_syntax_extension("strikethrough");
  autolink = cmark_find_syntax_extension("autolink");
}

void dossier_cmark_free(dossier_cmark_document *d) {
  for (chunk *c = d->last; c;) {
    chunk *previous = c->previous;
    free(c);
    c = previous;
  }
  if (current == d) current = NULL;
  free(d);
}

dossier_cmark_document *dossier_cmark_new(size_t budget, bool strikethrough) {
  dossier_cmark_document *d = calloc(1, sizeof *d);
  if (!d) return NULL;
  d->budget = budget;
  current = d;
  if (setjmp(d->out)) {
    dossier_cmark_free(d);
    return NULL;
  }
  d->parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &arena);
  d->root = d->parser->root;
  cmark_parser_attach_syntax_extension(d->parser, table);
  cmark_parser_attach_syntax_extension(d->parser, tasklist);
  if (strikethrough) cmark_parser_attach_syntax_extension(d->parser, strikethrough_extension);
  return d;
}

bool dossier_cmark_feed(dossier_cmark_document *d, const char *bytes, size_t length) {
  current = d;
  if (setjmp(d->out)) return false;
  cmark_parser_feed(d->parser, bytes, length);
  // The parser skips a line feed after a carriage return that ended the last text. Every text is a whole line.
  d->parser->last_buffer_ended_with_cr = false;
  return true;
}

static bool is_open(cmark_node *node) { return node && node->flags & CMARK_NODE__OPEN; }

dossier_cmark_state dossier_cmark_get_state(dossier_cmark_document *d) {
  dossier_cmark_state state = {0};
  size_t used = d->total - d->freed;
  if (d->last) used -= d->last->size - d->last->used;
  state.memory = used;
  cmark_node *node = d->parser->root;
  for (; is_open(node->last_child); node = node->last_child) {
    cmark_node_type kind = node->last_child->type;
    state.depth++;
    if (kind == CMARK_NODE_BLOCK_QUOTE || kind == CMARK_NODE_ITEM || kind == CMARK_NODE_FOOTNOTE_DEFINITION) state.nesting++;
    if (kind == CMARK_NODE_TABLE) state.columns = cmark_gfm_extensions_get_table_columns(node->last_child);
  }
  cmark_node *top = d->parser->root->last_child;
  if (!is_open(top)) return state;
  state.top = top;
  // Indented code can end at any line.
  state.top_is_code = (top->type == CMARK_NODE_CODE_BLOCK && top->as.code.fenced) || top->type == CMARK_NODE_HTML_BLOCK;
  state.leaf_is_code = node->type == CMARK_NODE_CODE_BLOCK || node->type == CMARK_NODE_HTML_BLOCK;
  if (node->type == CMARK_NODE_PARAGRAPH) {
    state.paragraph = node;
    state.paragraph_lines = d->parser->line_number - node->start_line + 1;
  }
  return state;
}

cmark_node *dossier_cmark_last_block(dossier_cmark_document *d) { return d->parser->root->last_child; }

const char *dossier_cmark_content(cmark_node *node, size_t *length) {
  *length = (size_t)node->content.size;
  return (const char *)node->content.ptr;
}

bool dossier_cmark_holds_inlines(cmark_node *node) {
  return node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING || node->type == CMARK_NODE_TABLE_CELL;
}

void dossier_cmark_clear(dossier_cmark_document *d, cmark_node *node) {
  current = d;
  while (node->first_child) cmark_node_free(node->first_child);
  cmark_strbuf_clear(&node->content);
}

int dossier_cmark_mark(cmark_node *node) { return (int)(intptr_t)node->user_data; }

void dossier_cmark_set_mark(cmark_node *node, int mark) { node->user_data = (void *)(intptr_t)mark; }

size_t dossier_cmark_definition_size(dossier_cmark_document *d, const char *label, size_t length) {
  current = d;
  if (setjmp(d->out)) return SIZE_MAX;
  cmark_chunk chunk = {(unsigned char *)label, (bufsize_t)length, 0};
  cmark_reference *found = (cmark_reference *)cmark_map_lookup(d->parser->refmap, &chunk);
  return found ? (size_t)found->url.len + (size_t)found->title.len : 0;
}

bool dossier_cmark_end_paragraph(dossier_cmark_document *d) {
  if (d->parser->current->type != CMARK_NODE_PARAGRAPH) return true;
  int line = d->parser->line_number, length = d->parser->last_line_length;
  if (!dossier_cmark_feed(d, "\n", 1)) return false;
  // The added line is not part of the text, so the open blocks end before it.
  d->parser->line_number = line;
  d->parser->last_line_length = length;
  return true;
}

bool dossier_cmark_finish(dossier_cmark_document *d) {
  current = d;
  if (setjmp(d->out)) return false;
  d->root = cmark_parser_finish(d->parser);
  return true;
}

cmark_node *dossier_cmark_root(dossier_cmark_document *document) { return document->root; }

long dossier_cmark_count(dossier_cmark_document *d) {
  long count = 0;
  for (cmark_node *node = d->root; node;) {
    count++;
    if (node->first_child) {
      node = node->first_child;
      continue;
    }
    while (node && !node->next) node = node->parent;
    if (node) node = node->next;
  }
  return count;
}

const char *dossier_cmark_text(cmark_node *node, dossier_cmark_part part, size_t *length) {
  cmark_chunk chunk = node->as.literal;
  if (node->type == CMARK_NODE_CODE_BLOCK) chunk = part == dossier_cmark_info ? node->as.code.info : node->as.code.literal;
  if (node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE)
    chunk = part == dossier_cmark_title ? node->as.link.title : node->as.link.url;
  *length = chunk.data ? (size_t)chunk.len : 0;
  return (const char *)chunk.data;
}

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

char *dossier_cmark_unescape(const char *bytes, size_t length, size_t *count) {
  if (length > INT32_MAX / 8) return NULL;
  cmark_strbuf buffer;
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
