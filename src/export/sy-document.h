/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/**
 * SyBlockKind:
 * @SY_BLOCK_LEAD: the one sentence that matters most, set larger
 * @SY_BLOCK_PARAGRAPH: running text
 * @SY_BLOCK_LIST: items beside bullets
 * @SY_BLOCK_TABLE: rows below one head
 * @SY_BLOCK_CHART: a picture, with what it says as its caption
 * @SY_BLOCK_CODE: for machines: kept to the letter
 */
typedef enum
{
  SY_BLOCK_LEAD,
  SY_BLOCK_PARAGRAPH,
  SY_BLOCK_LIST,
  SY_BLOCK_TABLE,
  SY_BLOCK_CHART,
  SY_BLOCK_CODE,
} SyBlockKind;

/**
 * SyItem:
 * @text: (owned): what it says
 * @note: (owned) (nullable): where that comes from
 * @address: (owned) (nullable): of a page in the web, which @text names
 */
typedef struct
{
  char *text;
  char *note;
  char *address;
} SyItem;

/**
 * SyBlock:
 * @text: (owned) (nullable): of a lead, a paragraph or code
 * @language: (owned) (nullable): of code, as it stands behind a fence: "sh"
 * @items: (owned) (nullable) (element-type SyItem): of a list
 * @table: (owned) (nullable): of a table, or what a chart shows, in rows
 * @chart: (owned) (nullable)
 */
typedef struct
{
  SyBlockKind  kind;
  char        *text;
  char        *language;
  GPtrArray   *items;
  SyTable     *table;
  SyChart     *chart;
} SyBlock;

/**
 * SySection:
 * @level: 1 for a section, 2 for a part of the one before it
 * @heading: (owned)
 * @blocks: (owned) (element-type SyBlock)
 */
typedef struct
{
  guint      level;
  char      *heading;
  GPtrArray *blocks;
} SySection;

/* What the title page says below the title: “Client”, “Example Ltd.”; a record's front matter. */
typedef struct
{
  char *name;
  char *value;
} SyDocumentFact;

/**
 * SyDocument:
 * @title: (owned)
 * @subtitle: (owned) (nullable)
 * @author: (owned) (nullable)
 * @date: (owned): ISO 8601, of the day it is about
 * @language: BCP 47 code of the language it is in
 * @is_rtl: whether that language runs from right to left
 * @facts: (owned) (element-type SyDocumentFact)
 * @sections: (owned) (element-type SySection)
 *
 * Something to be read on paper or on a screen, whatever form it takes.  It is filled in by whoever
 * makes it and never changed after that, so that any thread may write it into a file.  All texts
 * are plain: writers escape them.
 */
typedef struct
{
  char       *title;
  char       *subtitle;
  char       *author;
  char       *date;
  const char *language;
  gboolean    is_rtl;
  GPtrArray  *facts;
  GPtrArray  *sections;
  gint        n_references;
} SyDocument;

/* In the language the program speaks; @subtitle and @author may be %NULL. */
SyDocument *sy_document_new           (const char *title,
                                       const char *subtitle,
                                       const char *author,
                                       const char *date) G_GNUC_WARN_UNUSED_RESULT;
SyDocument *sy_document_ref           (SyDocument *self);
void        sy_document_unref         (SyDocument *self);

/* Adds nothing where @value is %NULL or empty. */
void        sy_document_add_fact      (SyDocument *self,
                                       const char *name,
                                       const char *value);
void        sy_document_add_section   (SyDocument *self,
                                       guint       level,
                                       const char *heading);

/* To the last section; each takes what it is given. */
void        sy_document_add_lead      (SyDocument *self,
                                       char       *text);
/* A paragraph for each line of @text that is not empty. */
void        sy_document_add_text      (SyDocument *self,
                                       char       *text);
/* To the list that the section ends with, or a new one. */
void        sy_document_add_item      (SyDocument *self,
                                       char       *text,
                                       char       *note,
                                       const char *address);
/* Nothing where it has no rows. */
void        sy_document_add_table     (SyDocument *self,
                                       SyTable    *table);
/* Nothing where it is empty. */
void        sy_document_add_chart     (SyDocument *self,
                                       SyChart    *chart);
void        sy_document_add_code      (SyDocument *self,
                                       const char *language,
                                       char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyDocument, sy_document_unref)

G_END_DECLS
