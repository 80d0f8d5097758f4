/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export/sy-document-private.h"

/* CommonMark 0.31 with tables.  Whatever a person wrote stays text: what would mark something up is
 * escaped, and lines are joined, so that nothing can begin a block.
 */

/* What means something anywhere in a line. */
#define SPECIAL "\\`*_[]<>#|~$&"

/* And at its beginning. */
#define SPECIAL_FIRST "+-=:"

static void
append_escaped (GString    *markdown,
                const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  if (*text != '\0' && strchr (SPECIAL_FIRST, *text) != NULL)
    g_string_append_c (markdown, '\\');
  else if (n_digits > 0 && (text[n_digits] == '.' || text[n_digits] == ')'))
    {
      g_string_append_len (markdown, text, (gssize) n_digits);
      g_string_append_c (markdown, '\\');
      text += n_digits;
    }

  for (const char *byte = text; *byte != '\0'; byte++)
    {
      if (strchr (SPECIAL, *byte) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *byte == '\n' ? ' ' : *byte);
    }
}

/* A text in double quotes, of YAML 1.2: only these three need an escape. */
static void
append_quoted (GString    *markdown,
               const char *text)
{
  g_string_append_c (markdown, '"');
  for (const char *byte = text; *byte != '\0'; byte++)
    {
      if (*byte == '"' || *byte == '\\')
        g_string_append_c (markdown, '\\');
      if (*byte == '\n')
        g_string_append (markdown, "\\n");
      else
        g_string_append_c (markdown, *byte);
    }
  g_string_append_c (markdown, '"');
}

static void
append_front_matter (GString          *markdown,
                     const SyDocument *document)
{
  g_string_append (markdown, "---\n");
  for (guint i = 0; i < document->facts->len; i++)
    {
      const SyDocumentFact *fact = document->facts->pdata[i];

      g_string_append_printf (markdown, "%s: ", fact->name);
      append_quoted (markdown, fact->value);
      g_string_append_c (markdown, '\n');
    }
  g_string_append (markdown, "---\n\n");
}

static void
append_list (GString   *markdown,
             GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SyItem *item = items->pdata[i];

      g_string_append (markdown, item->address != NULL ? "* [" : "* ");
      append_escaped (markdown, item->text);
      if (item->address != NULL)
        g_string_append_printf (markdown, "](<%s>)", item->address);
      if (item->note != NULL)
        {
          g_string_append (markdown, "\\\n  ");
          append_escaped (markdown, item->note);
        }
      g_string_append_c (markdown, '\n');
    }
}

static void
append_table (GString       *markdown,
              const SyTable *table)
{
  guint n_columns = sy_table_count_columns (table);

  for (guint column = 0; column < n_columns; column++)
    {
      g_string_append (markdown, column == 0 ? "| " : " | ");
      append_escaped (markdown, sy_table_get_column (table, column)->name);
    }
  g_string_append (markdown, " |\n|");
  for (guint column = 0; column < n_columns; column++)
    g_string_append (markdown, sy_table_get_column (table, column)->is_text ? "---|" : "---:|");
  g_string_append_c (markdown, '\n');
  for (guint row = 0; row < sy_table_count_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          g_string_append (markdown, column == 0 ? "| " : " | ");
          append_escaped (markdown, sy_table_get_cell (table, row, column)->text);
        }
      g_string_append (markdown, " |\n");
    }
}

static void
append_text (GString    *markdown,
             const char *text)
{
  append_escaped (markdown, text);
  g_string_append_c (markdown, '\n');
}

/* Nothing in code ends its fence: JSON has no line that begins with one, nor has a command. */
static void
append_code (GString       *markdown,
             const SyBlock *block)
{
  g_string_append_printf (markdown, "```%s\n%s%s```\n", block->language, block->text,
                          g_str_has_suffix (block->text, "\n") ? "" : "\n");
}

static void
append_block (GString       *markdown,
              const SyBlock *block)
{
  switch (block->kind)
    {
    case SY_BLOCK_LEAD:
    case SY_BLOCK_PARAGRAPH:
      append_text (markdown, block->text);
      break;
    case SY_BLOCK_LIST:
      append_list (markdown, block->items);
      break;
    case SY_BLOCK_CHART:
      append_text (markdown, sy_chart_get_sentence (block->chart));
      g_string_append_c (markdown, '\n');
      append_table (markdown, block->table);
      break;
    case SY_BLOCK_TABLE:
      append_table (markdown, block->table);
      break;
    case SY_BLOCK_CODE:
      append_code (markdown, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_section (GString         *markdown,
                const SySection *section)
{
  g_string_append (markdown, section->level == 1 ? "\n## " : "\n### ");
  append_escaped (markdown, section->heading);
  g_string_append_c (markdown, '\n');
  for (guint i = 0; i < section->blocks->len; i++)
    {
      g_string_append_c (markdown, '\n');
      append_block (markdown, section->blocks->pdata[i]);
    }
}

GBytes *
sy_document_write_markdown (const SyDocument          *document,
                            const SyDocumentSettings  *settings,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  g_autoptr(GString) markdown = g_string_new (NULL);

  append_front_matter (markdown, document);
  g_string_append (markdown, "# ");
  append_escaped (markdown, document->title);
  g_string_append_c (markdown, '\n');
  for (guint i = 0; i < document->sections->len; i++)
    {
      if (!sy_document_go_on (settings, i, document->sections->len, cancellable, error))
        return NULL;
      append_section (markdown, document->sections->pdata[i]);
    }

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}
