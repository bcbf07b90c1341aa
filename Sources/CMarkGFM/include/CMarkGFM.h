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

/// The state of the parser between two lines.
typedef struct {
  /// The bytes that the document uses.
  size_t memory;
  /// How many blocks are open, and how many of these are quotations, list items or footnote definitions.
  int depth, nesting;
  /// The columns of the open table, or 0.
  int columns;
  /// The open block at the top level, or NULL.
  cmark_node *top;
  /// Whether the next line certainly belongs to fenced code or HTML at the top level.
  bool top_is_code;
  /// Whether the innermost open block is code or HTML.
  bool leaf_is_code;
  /// The open paragraph and how many lines it has, or NULL.
  cmark_node *paragraph;
  int paragraph_lines;
} dossier_cmark_state;

/// Makes a parser for UTF-8 with tables, task lists and footnotes, and with strikethrough if `strikethrough` is true.
///
/// All memory comes from one arena of at most `budget` bytes. A function that returns bool returns false if it needs more. Then
/// the document can only be freed.
/// Two documents with `strikethrough` must not be parsed at the same time, because the library writes a process-wide table.
dossier_cmark_document *dossier_cmark_new(size_t budget, bool strikethrough);

/// Parses the blocks of one line with its line ending. The inline markup is parsed by `dossier_cmark_finish`.
bool dossier_cmark_feed(dossier_cmark_document *document, const char *bytes, size_t length);

dossier_cmark_state dossier_cmark_get_state(dossier_cmark_document *document);

/// The last block at the top level, or NULL.
cmark_node *dossier_cmark_last_block(dossier_cmark_document *document);

/// The inline markup of a block that is not yet parsed.
const char *dossier_cmark_content(cmark_node *node, size_t *length);
bool dossier_cmark_holds_inlines(cmark_node *node);

/// Removes the content of a closed block.
void dossier_cmark_clear(dossier_cmark_document *document, cmark_node *node);

/// A number that this program stores in a node. 0 at first.
int dossier_cmark_mark(cmark_node *node);
void dossier_cmark_set_mark(cmark_node *node, int mark);

/// The bytes of the address and title of a link definition. 0 if there is no such definition. Call `dossier_cmark_end_paragraph`
/// before, because definitions that are found after the first call are ignored.
size_t dossier_cmark_definition_size(dossier_cmark_document *document, const char *label, size_t length);

/// Ends the paragraph at the end of the text, so that its link definitions are known.
bool dossier_cmark_end_paragraph(dossier_cmark_document *document);

/// Parses the inline markup and the footnotes. Do not feed more lines.
bool dossier_cmark_finish(dossier_cmark_document *document);

/// The root node of the tree. It is valid as long as the document.
cmark_node *dossier_cmark_root(dossier_cmark_document *document);

/// How many nodes the tree has.
long dossier_cmark_count(dossier_cmark_document *document);

/// The parts of a node that are texts.
typedef enum { dossier_cmark_literal, dossier_cmark_url, dossier_cmark_title, dossier_cmark_info } dossier_cmark_part;

/// A text of a node that has such a part, without a copy. NULL if it is empty.
const char *dossier_cmark_text(cmark_node *node, dossier_cmark_part part, size_t *length);

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
