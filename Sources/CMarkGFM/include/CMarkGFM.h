#ifndef DOSSIER_CMARKGFM_H
#define DOSSIER_CMARKGFM_H

#include <stdbool.h>
#include <stddef.h>
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

/// A parsed document and all its memory.
typedef struct dossier_cmark_document dossier_cmark_document;

/// Registers the extensions of the library. It must return once before the first parse. Not thread-safe.
void dossier_cmark_register(void);

/// Parses `length` bytes of UTF-8 with tables, task lists and footnotes, and with strikethrough if `strikethrough` is true.
///
/// All memory comes from one arena of at most `budget` bytes. Returns NULL if the input needs more.
/// Two parses with `strikethrough` must not run at the same time, because the library writes a process-wide table.
dossier_cmark_document *dossier_cmark_parse(const char *bytes, size_t length, size_t budget, bool strikethrough);

/// The root node of the tree. It is valid as long as the document.
cmark_node *dossier_cmark_root(dossier_cmark_document *document);

/// Sets the arena of `document` as the current arena of this thread, for literals. Call it on the thread that reads the tree, before
/// reading.
void dossier_cmark_use(dossier_cmark_document *document);

/// Frees the document and its tree.
void dossier_cmark_free(dossier_cmark_document *document);

/// The HTML that the library itself renders, for comparison with dossier's HTML. Free it with `dossier_cmark_free_html`.
char *dossier_cmark_html(const char *bytes, size_t length);
void dossier_cmark_free_html(char *html);

/// Replaces the character references of HTML in `length` bytes. Sets `count` to the length of the result. Free the result with
/// `dossier_cmark_free_html`.
char *dossier_cmark_unescape(const char *bytes, size_t length, size_t *count);

/// The node kinds of the extensions. The library assigns their numbers at registration.
unsigned dossier_cmark_kind_table(void);
unsigned dossier_cmark_kind_row(void);
unsigned dossier_cmark_kind_cell(void);
unsigned dossier_cmark_kind_strikethrough(void);

/// 0: not a task; 1: an open task; 2: a completed task.
int dossier_cmark_task(cmark_node *item);

/// The alignment of a column of the table that contains `row`: 'l', 'c', 'r' or 0.
char dossier_cmark_alignment(cmark_node *row, int column);

#endif
