#ifndef DOSSIER_CMARKGFM_H
#define DOSSIER_CMARKGFM_H

#include <stdbool.h>
#include <stddef.h>
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

/// A parsed document together with all the memory that belongs to it.
typedef struct dossier_cmark_document dossier_cmark_document;

/// Registers the library's extensions. Must have returned once before the first parse; not thread-safe.
void dossier_cmark_register(void);

/// Parses `length` bytes of UTF-8 with tables, task lists and footnotes, and with strikethrough where asked for.
///
/// All memory comes from one arena of at most `budget` bytes, so that no input can take more; NULL when it would.
/// Parses with `strikethrough` must not run at the same time as each other (the library writes a process-wide table).
dossier_cmark_document *dossier_cmark_parse(const char *bytes, size_t length, size_t budget, bool strikethrough);

/// The root of the tree. Lives as long as the document.
cmark_node *dossier_cmark_root(dossier_cmark_document *document);

/// Makes the arena of `document` the one this thread reads literals into. Call before walking the tree, on the walking thread.
void dossier_cmark_use(dossier_cmark_document *document);

/// Frees the tree with everything in it.
void dossier_cmark_free(dossier_cmark_document *document);

/// The library's own HTML, for comparing ours with it. Free with `dossier_cmark_free_html`.
char *dossier_cmark_html(const char *bytes, size_t length);
void dossier_cmark_free_html(char *html);

/// Node kinds of the extensions, which get their numbers when they are registered.
unsigned dossier_cmark_kind_table(void);
unsigned dossier_cmark_kind_row(void);
unsigned dossier_cmark_kind_cell(void);
unsigned dossier_cmark_kind_strikethrough(void);

/// 0: no task; 1: an open one; 2: one that is done.
int dossier_cmark_task(cmark_node *item);

/// One letter for the alignment of a column of the table that holds `row`: 'l', 'c', 'r' or 0.
char dossier_cmark_alignment(cmark_node *row, int column);

#endif
