/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/sy-document-private.h"
#include "export/sy-picture-private.h"

/* One file: the style is within, charts are drawn within, and the policy forbids all the rest.
 * Charts do not bend like text, so each is there for wide and for narrow windows, light and dark,
 * and the style shows one of the four.
 */
typedef struct
{
  const char *class;
  SyTheme     theme;
  guint       width;
} Variant;

static const Variant variants[] = {
  { "wide light", SY_THEME_LIGHT, 800 },
  { "wide dark", SY_THEME_DARK, 800 },
  { "narrow light", SY_THEME_LIGHT, 360 },
  { "narrow dark", SY_THEME_DARK, 360 },
};

static const char style[] =
  "*{box-sizing:border-box}\n"
  "html{color-scheme:light dark;background:var(--background);color:var(--text);"
  "font:1rem/1.5 system-ui,sans-serif}\n"
  "body{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:break-word}\n"
  "h1{font-size:2rem;line-height:1.2;margin:1rem 0 .25rem}\n"
  "h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.75rem;"
  "border-top:1px solid var(--grid)}\n"
  "h3{font-size:1.1rem;margin:1.75rem 0 .5rem}\n"
  "p{margin:.5rem 0}\n"
  "a{color:var(--link)}\n"
  "a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);"
  "outline-offset:2px}\n"
  ".subtitle,.note,figcaption{color:var(--dim)}\n"
  ".note,figcaption{font-size:.875rem}\n"
  ".lead{font-size:1.3rem;font-weight:bold;line-height:1.35}\n"
  "dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1.5rem 0}\n"
  "dt{color:var(--dim)}\n"
  "dd{margin:0;white-space:pre-line}\n"
  "ul,ol{padding-inline-start:1.25rem;margin:.5rem 0}\n"
  "li{margin:.25rem 0}\n"
  ".note{display:block}\n"
  ".scroll{overflow-x:auto;margin:.75rem 0}\n"
  "table{border-collapse:collapse;width:100%;font-size:.9rem}\n"
  "th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--grid);text-align:start;"
  "vertical-align:top}\n"
  "td{overflow-wrap:anywhere;min-width:8rem}\n"
  ".number{min-width:0;text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
  ".number+:not(.number){padding-inline-start:1.5rem}\n"
  "thead th{border-bottom-width:2px}\n"
  "tbody th{font-weight:normal}\n"
  "figure{margin:1.25rem 0}\n"
  "figure svg{display:block;width:100%;height:auto}\n"
  "figure .dark,figure .narrow{display:none}\n"
  "details{font-size:.9rem}\n"
  "summary{cursor:pointer;color:var(--dim)}\n"
  "pre{overflow-x:auto;padding:.75rem;background:var(--zone)}\n"
  "@media(max-width:34rem){figure .wide{display:none}figure .narrow{display:block}"
  "figure .dark{display:none}h1{font-size:1.6rem}}\n"
  "@media screen and (prefers-color-scheme:dark){figure .light{display:none}"
  "figure .wide.dark{display:block}}\n"
  "@media screen and (prefers-color-scheme:dark) and (max-width:34rem){"
  "figure .wide.dark{display:none}figure .narrow.dark{display:block}}\n"
  "@media print{html{color-scheme:light;font-size:10pt}body{max-width:none;padding:0}"
  "nav,details{display:none}figure .wide.light{display:block}figure .narrow{display:none}"
  "h2,h3{break-after:avoid}figure,tr{break-inside:avoid}thead{display:table-header-group}"
  ".scroll{overflow:visible}}\n";

typedef struct
{
  const SyDocument *document;
  GString          *html;
  guint             n_charts;
} Writer;

static void
append_text (Writer     *writer,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (writer->html, escaped);
}

/* An element whose text begins where its own language does. */
static void
append_element (Writer     *writer,
                const char *open,
                const char *text,
                const char *close)
{
  g_string_append (writer->html, open);
  append_text (writer, text);
  g_string_append (writer->html, close);
}

static void
append_colors (Writer  *writer,
               SyTheme  theme)
{
  const SyPalette *palette = sy_palette_get (theme);

  g_string_append_printf (writer->html,
                          ":root{--background:#%06x;--text:#%06x;--dim:#%06x;--grid:#%06x;"
                          "--zone:#%06x;--link:#%06x}",
                          palette->background, palette->text, palette->dim, palette->grid,
                          palette->zone, sy_palette_get_series (palette, 0));
}

static void
append_head (Writer *writer)
{
  const SyDocument *document = writer->document;

  g_string_append_printf (writer->html,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" "
                          "content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"generator\" content=\"Steelyard " SY_VERSION "\">\n",
                          document->language, document->is_rtl ? "rtl" : "ltr");
  if (document->author != NULL)
    append_element (writer, "<meta name=\"author\" content=\"", document->author, "\">\n");
  append_element (writer, "<title>", document->title, "</title>\n<style>\n");
  append_colors (writer, SY_THEME_LIGHT);
  g_string_append (writer->html, "\n@media screen and (prefers-color-scheme:dark){");
  append_colors (writer, SY_THEME_DARK);
  g_string_append_printf (writer->html, "}\n%s</style>\n</head>\n<body>\n", style);
}

static void
append_title (Writer *writer)
{
  const SyDocument *document = writer->document;

  append_element (writer, "<header>\n<h1 dir=\"auto\">", document->title, "</h1>\n");
  if (document->subtitle != NULL)
    append_element (writer, "<p class=\"subtitle\">", document->subtitle, "</p>\n");
  g_string_append (writer->html, "<dl>\n");
  for (guint i = 0; i < document->facts->len; i++)
    {
      const SyDocumentFact *fact = document->facts->pdata[i];

      append_element (writer, "<dt>", fact->name, "</dt>");
      append_element (writer, "<dd dir=\"auto\">", fact->value, "</dd>\n");
    }
  g_string_append (writer->html, "</dl>\n</header>\n");
}

static void
append_contents (Writer *writer)
{
  append_element (writer, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">",
                  _("Contents"), "</h2>\n<ol>\n");
  for (guint i = 0; i < writer->document->sections->len; i++)
    {
      const SySection *section = writer->document->sections->pdata[i];

      if (section->level > 1)
        continue;
      g_string_append_printf (writer->html, "<li><a href=\"#s%u\">", i + 1);
      append_element (writer, "", section->heading, "</a></li>\n");
    }
  g_string_append (writer->html, "</ol>\n</nav>\n");
}

/* Cairo names the clips of every drawing alike; in one document each needs names of its own. */
static void
append_svg (Writer     *writer,
            GBytes     *svg,
            const char *class)
{
  g_autoptr(GRegex) names = g_regex_new ("( id=\"|=\"url\\(#|href=\"#)", G_REGEX_OPTIMIZE, 0,
                                         NULL);
  g_autofree char *prefix = g_strdup_printf ("\\1c%u-", writer->n_charts++);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  const char *begin = g_strstr_len (text, (gssize) length, "<svg");
  g_autofree char *own = NULL;

  g_assert (begin != NULL);

  own = g_regex_replace (names, begin, (gssize) length - (begin - text), 0, prefix, 0, NULL);
  g_string_append_printf (writer->html, "<svg class=\"%s\"%s", class, own + strlen ("<svg"));
}

static void
append_table (Writer        *writer,
              const SyTable *table)
{
  guint n_columns = sy_table_count_columns (table);

  g_string_append (writer->html, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead><tr>");
  for (guint column = 0; column < n_columns; column++)
    {
      const SyTableColumn *head = sy_table_get_column (table, column);

      append_element (writer, head->is_text ? "<th scope=\"col\">"
                                            : "<th scope=\"col\" class=\"number\">",
                      head->name, "</th>");
    }
  g_string_append (writer->html, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < sy_table_count_rows (table); row++)
    {
      g_string_append (writer->html, "<tr>");
      for (guint column = 0; column < n_columns; column++)
        {
          gboolean is_text = sy_table_get_column (table, column)->is_text;
          const char *text = sy_table_get_cell (table, row, column)->text;

          if (column == 0)
            append_element (writer, is_text ? "<th scope=\"row\" dir=\"auto\">"
                                            : "<th scope=\"row\" class=\"number\">",
                            text, "</th>");
          else
            append_element (writer, is_text ? "<td dir=\"auto\">" : "<td class=\"number\">", text,
                            "</td>");
        }
      g_string_append (writer->html, "</tr>\n");
    }
  g_string_append (writer->html, "</tbody>\n</table>\n</div>\n");
}

static gboolean
append_chart (Writer         *writer,
              const SyBlock  *block,
              GError        **error)
{
  SyPictureSettings settings = sy_picture_settings_new ();

  g_string_append (writer->html, "<figure>\n");
  settings.is_rtl = writer->document->is_rtl;
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autoptr(GBytes) svg = NULL;

      settings.theme = variants[i].theme;
      settings.width = variants[i].width;
      settings.height = (guint) sy_chart_get_height (block->chart, variants[i].width);
      svg = sy_picture_make_svg (block->chart, &settings, error);
      if (svg == NULL)
        return FALSE;
      append_svg (writer, svg, variants[i].class);
    }
  if (!sy_chart_shows_sentence (block->chart))
    append_element (writer, "<figcaption dir=\"auto\">", sy_chart_get_sentence (block->chart),
                    "</figcaption>\n");
  append_element (writer, "<details>\n<summary>", _("Figures"), "</summary>\n");
  append_table (writer, block->table);
  g_string_append (writer->html, "</details>\n</figure>\n");

  return TRUE;
}

static void
append_list (Writer    *writer,
             GPtrArray *items)
{
  g_string_append (writer->html, "<ul>\n");
  for (guint i = 0; i < items->len; i++)
    {
      const SyItem *item = items->pdata[i];

      g_string_append (writer->html, "<li dir=\"auto\">");
      if (item->address != NULL)
        append_element (writer, "<a href=\"", item->address, "\">");
      append_text (writer, item->text);
      g_string_append (writer->html, item->address != NULL ? "</a>" : "");
      if (item->note != NULL)
        append_element (writer, "<span class=\"note\" dir=\"auto\">", item->note, "</span>");
      g_string_append (writer->html, "</li>\n");
    }
  g_string_append (writer->html, "</ul>\n");
}

static gboolean
append_block (Writer         *writer,
              const SyBlock  *block,
              GError        **error)
{
  switch (block->kind)
    {
    case SY_BLOCK_LEAD:
      append_element (writer, "<p class=\"lead\" dir=\"auto\">", block->text, "</p>\n");
      break;
    case SY_BLOCK_PARAGRAPH:
      append_element (writer, "<p dir=\"auto\">", block->text, "</p>\n");
      break;
    case SY_BLOCK_LIST:
      append_list (writer, block->items);
      break;
    case SY_BLOCK_TABLE:
      append_table (writer, block->table);
      break;
    case SY_BLOCK_CHART:
      return append_chart (writer, block, error);
    case SY_BLOCK_CODE:
      append_element (writer, "<pre dir=\"ltr\"><code>", block->text, "</code></pre>\n");
      break;
    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

static gboolean
append_section (Writer           *writer,
                const SySection  *section,
                guint             number,
                GError          **error)
{
  guint level = section->level + 1;

  g_string_append_printf (writer->html, "<h%u id=\"s%u\" dir=\"auto\">", level, number);
  append_text (writer, section->heading);
  g_string_append_printf (writer->html, "</h%u>\n", level);
  for (guint i = 0; i < section->blocks->len; i++)
    if (!append_block (writer, section->blocks->pdata[i], error))
      return FALSE;

  return TRUE;
}

GBytes *
sy_document_write_html (const SyDocument          *document,
                        const SyDocumentSettings  *settings,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  g_autoptr(GString) html = g_string_new (NULL);
  Writer writer = { document, html };
  guint n_sections = document->sections->len;

  append_head (&writer);
  append_title (&writer);
  append_contents (&writer);
  g_string_append (html, "<main>\n");
  for (guint i = 0; i < n_sections; i++)
    if (!sy_document_go_on (settings, i, n_sections, cancellable, error)
        || !append_section (&writer, document->sections->pdata[i], i + 1, error))
      return NULL;
  g_string_append (html, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&html));
}
