/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-document.h"

#include <glib/gi18n-lib.h>

static void
free_item (gpointer data)
{
  SyItem *item = data;

  g_free (item->text);
  g_free (item->note);
  g_free (item->address);
  g_free (item);
}

static void
free_block (gpointer data)
{
  SyBlock *block = data;

  g_free (block->text);
  g_free (block->language);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->table, sy_table_free);
  g_clear_pointer (&block->chart, sy_chart_unref);
  g_free (block);
}

static void
free_section (gpointer data)
{
  SySection *section = data;

  g_free (section->heading);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

static void
free_fact (gpointer data)
{
  SyDocumentFact *fact = data;

  g_free (fact->name);
  g_free (fact->value);
  g_free (fact);
}

/* Nothing but text passes: XML has no place for control characters, and paper none for damage. */
static char *
clean (char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  g_free (text);
  for (char *byte = valid; *byte != '\0'; byte++)
    if (g_ascii_iscntrl (*byte) && *byte != '\n')
      *byte = ' ';

  return g_strstrip (valid);
}

static char *
clean_copy (const char *text)
{
  return text != NULL && *text != '\0' ? clean (g_strdup (text)) : NULL;
}

/* Of one line. */
static char *
clean_line (const char *text)
{
  return g_strdelimit (clean (g_strdup (text)), "\n", ' ');
}

SyDocument *
sy_document_new (const char *title,
                 const char *subtitle,
                 const char *author,
                 const char *date)
{
  SyDocument *self = g_new0 (SyDocument, 1);

  self->n_references = 1;
  self->title = clean_line (title);
  self->subtitle = clean_copy (subtitle);
  self->author = clean_copy (author);
  self->date = clean (g_strdup (date));
  /* Translators: the BCP 47 code of your language, such as “de” or “pt-BR”. */
  self->language = C_("language of documents", "en");
  /* Translators: “rtl” if your language runs from right to left, otherwise “ltr”. */
  self->is_rtl = g_str_equal (C_("direction of documents", "ltr"), "rtl");
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->sections = g_ptr_array_new_with_free_func (free_section);

  return self;
}

SyDocument *
sy_document_ref (SyDocument *self)
{
  g_atomic_int_inc (&self->n_references);
  return self;
}

void
sy_document_unref (SyDocument *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_references))
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_free (self->date);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

void
sy_document_add_fact (SyDocument *self,
                      const char *name,
                      const char *value)
{
  SyDocumentFact *fact;

  if (value == NULL || *value == '\0')
    return;

  fact = g_new0 (SyDocumentFact, 1);
  fact->name = g_strdup (name);
  fact->value = clean_copy (value);
  g_ptr_array_add (self->facts, fact);
}

void
sy_document_add_section (SyDocument *self,
                         guint       level,
                         const char *heading)
{
  SySection *section = g_new0 (SySection, 1);

  g_return_if_fail (level == 1 || (level == 2 && self->sections->len > 0));

  section->level = level;
  section->heading = clean_line (heading);
  section->blocks = g_ptr_array_new_with_free_func (free_block);
  g_ptr_array_add (self->sections, section);
}

static GPtrArray *
get_blocks (SyDocument *self)
{
  g_assert (self->sections->len > 0);

  return ((SySection *) self->sections->pdata[self->sections->len - 1])->blocks;
}

static SyBlock *
add_block (SyDocument  *self,
           SyBlockKind  kind,
           char        *text)
{
  SyBlock *block = g_new0 (SyBlock, 1);

  block->kind = kind;
  block->text = text;
  g_ptr_array_add (get_blocks (self), block);

  return block;
}

void
sy_document_add_lead (SyDocument *self,
                      char       *text)
{
  add_block (self, SY_BLOCK_LEAD, clean (text));
}

void
sy_document_add_text (SyDocument *self,
                      char       *text)
{
  g_autofree char *whole = clean (text);
  g_auto(GStrv) lines = g_strsplit (whole, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_block (self, SY_BLOCK_PARAGRAPH, g_strdup (lines[i]));
}

void
sy_document_add_item (SyDocument *self,
                      char       *text,
                      char       *note,
                      const char *address)
{
  GPtrArray *blocks = get_blocks (self);
  SyBlock *last = blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;
  SyItem *item = g_new0 (SyItem, 1);

  if (last == NULL || last->kind != SY_BLOCK_LIST)
    {
      last = add_block (self, SY_BLOCK_LIST, NULL);
      last->items = g_ptr_array_new_with_free_func (free_item);
    }
  item->text = clean (text);
  item->note = note != NULL ? clean (note) : NULL;
  item->address = g_strdup (address);
  g_ptr_array_add (last->items, item);
}

void
sy_document_add_table (SyDocument *self,
                       SyTable    *table)
{
  if (sy_table_count_rows (table) > 0)
    add_block (self, SY_BLOCK_TABLE, NULL)->table = table;
  else
    sy_table_free (table);
}

void
sy_document_add_chart (SyDocument *self,
                       SyChart    *chart)
{
  SyBlock *block;

  if (sy_chart_is_empty (chart))
    {
      sy_chart_unref (chart);
      return;
    }

  block = add_block (self, SY_BLOCK_CHART, NULL);
  block->chart = chart;
  block->table = sy_chart_make_table (chart);
}

void
sy_document_add_code (SyDocument *self,
                      const char *language,
                      char       *text)
{
  add_block (self, SY_BLOCK_CODE, text)->language = g_strdup (language);
}
