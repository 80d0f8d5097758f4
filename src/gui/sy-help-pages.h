/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a piece of a page is. */
typedef enum
{
  SY_HELP_TEXT,
  SY_HELP_HEADING,
  SY_HELP_ITEM,
} SyHelpKind;

/**
 * SyHelpBlock:
 * @text: to be translated; Pango markup, in which a link leads to “help:” and the id of a page
 */
typedef struct
{
  SyHelpKind  kind;
  const char *text;
} SyHelpBlock;

/**
 * SyHelpPage:
 * @id: never shown
 * @title: to be translated
 * @blocks: up to the one without a text
 */
typedef struct
{
  const char        *id;
  const char        *title;
  const SyHelpBlock *blocks;
} SyHelpPage;

/* The whole of it, in the order of reading. */
const SyHelpPage *sy_help_pages_get    (guint            *n_pages);
const SyHelpPage *sy_help_pages_find   (const char       *id);

/* One piece in the person's language, without markup. */
char             *sy_help_block_strip  (const SyHelpBlock *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the page has all words of @query somewhere: then the first piece that has one of them, or
 * stands below a heading that has; the first piece of all where the title does.  %NULL otherwise.
 */
char             *sy_help_page_search  (const SyHelpPage  *self,
                                        const char        *query) G_GNUC_WARN_UNUSED_RESULT;

extern const SyHelpBlock sy_help_start[];
extern const SyHelpBlock sy_help_criteria[];
extern const SyHelpBlock sy_help_measuring[];
extern const SyHelpBlock sy_help_comparing[];
extern const SyHelpBlock sy_help_charts[];
extern const SyHelpBlock sy_help_deciding[];
extern const SyHelpBlock sy_help_exporting[];
extern const SyHelpBlock sy_help_not_valid[];
extern const SyHelpBlock sy_help_method[];

G_END_DECLS
