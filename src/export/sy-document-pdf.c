/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "export/sy-document-private.h"
#include "export/sy-pages-table.h"
#include "export/sy-pdf-catalog.h"
#include "export/sy-picture-private.h"

/* In points. */
#define LEAD_SIZE 15.0
#define TITLE_SIZE 26.0
#define TITLE_Y 150.0
#define FACT_NAMES 90.0
#define BULLET 12.0

/* A chart's units are 1/96 inch. */
#define POINTS_PER_UNIT 0.75

/* Longer titles end in an ellipsis: the whole one is in the metadata. */
enum { MAX_TITLE_LINES = 6 };

static const struct { double size, before, after; } headings[] = {
  { 0, 0, 0 },
  { 17, 26, 8 },
  { 12, 16, 5 },
};

static PangoLayout *
make_text (SyPages    *pages,
           const char *text)
{
  return sy_pages_make_layout (pages, text, SY_PAGES_TEXT, FALSE, pages->width);
}

static PangoLayout *
make_item (SyPages      *pages,
           const SyItem *item)
{
  return sy_pages_make_layout (pages, item->text, SY_PAGES_TEXT, FALSE, pages->width - BULLET);
}

static PangoLayout *
make_lead (SyPages    *pages,
           const char *text)
{
  return sy_pages_make_layout (pages, text, LEAD_SIZE, TRUE, pages->width);
}

static double
get_chart_height (const SyPages *pages,
                  const SyChart *chart)
{
  return sy_chart_get_height (chart, pages->width / POINTS_PER_UNIT) * POINTS_PER_UNIT;
}

/* The note below an item; %NULL where there is none. */
static PangoLayout *
make_note (SyPages      *pages,
           const SyItem *item)
{
  if (item->note == NULL)
    return NULL;

  return sy_pages_make_layout (pages, item->note, SY_PAGES_SMALL, FALSE, pages->width - BULLET);
}

/* A note stays with its item. */
static double
get_item_start (PangoLayout *text,
                PangoLayout *note)
{
  return sy_layout_get_start (text) + (note != NULL ? sy_layout_get_height (note) : 0);
}

/* How much of a block must stay with the heading above it. */
static double
get_block_start (SyPages       *pages,
                 const SyBlock *block)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoLayout) note = NULL;

  if (block->kind == SY_BLOCK_TABLE)
    return sy_pages_get_table_start (pages, block->table);
  if (block->kind == SY_BLOCK_CHART)
    return get_chart_height (pages, block->chart);

  if (block->kind == SY_BLOCK_LIST)
    {
      layout = make_item (pages, block->items->pdata[0]);
      note = make_note (pages, block->items->pdata[0]);
    }
  else if (block->kind == SY_BLOCK_LEAD)
    layout = make_lead (pages, block->text);
  else
    layout = make_text (pages, block->text);
  return get_item_start (layout, note);
}

/* A line or two before a table or a chart say what it is, and stay with it. */
static double
get_blocks_start (SyPages         *pages,
                  const GPtrArray *blocks)
{
  const SyBlock *first = blocks->pdata[0];
  double height = get_block_start (pages, first);
  g_autoptr(PangoLayout) text = NULL;

  if (first->kind != SY_BLOCK_PARAGRAPH || blocks->len == 1)
    return height;

  text = make_text (pages, first->text);
  if (sy_layout_get_height (text) > height)
    return height;

  return height + SY_PAGES_GAP + get_block_start (pages, blocks->pdata[1]);
}

static PangoLayout *
make_heading (SyPages         *pages,
              const SySection *section)
{
  return sy_pages_make_layout (pages, section->heading, headings[section->level].size, TRUE,
                               pages->width);
}

/* A heading needs what follows it, be that another heading. */
static double
get_section_start (SyPages *pages,
                   guint    index)
{
  const GPtrArray *sections = pages->document->sections;
  const SySection *section = sections->pdata[index];
  g_autoptr(PangoLayout) layout = make_heading (pages, section);
  double height = sy_layout_get_height (layout) + headings[section->level].after;
  const SySection *next;

  if (section->blocks->len > 0)
    return height + get_blocks_start (pages, section->blocks);
  if (index + 1 == sections->len)
    return height;

  next = sections->pdata[index + 1];
  return height + headings[next->level].before + get_section_start (pages, index + 1);
}

static void
draw_item_text (SyPages      *pages,
                const SyItem *item,
                PangoLayout  *text)
{
  if (item->address == NULL)
    {
      sy_pages_flow (pages, text, BULLET, SY_INK_TEXT);
      return;
    }

  sy_pages_begin_link (pages, item->address, 0);
  sy_pages_flow (pages, text, BULLET, SY_INK_LINK);
  sy_pages_end_link (pages);
}

static void
draw_item (SyPages      *pages,
           const SyItem *item)
{
  g_autoptr(PangoLayout) bullet = sy_pages_make_layout (pages, "•", SY_PAGES_TEXT, FALSE, BULLET);
  g_autoptr(PangoLayout) text = make_item (pages, item);
  g_autoptr(PangoLayout) note = make_note (pages, item);

  /* Before the bullet is drawn, the page must be the one of the text. */
  sy_pages_need (pages, get_item_start (text, note));
  sy_pages_draw_layout (pages, bullet, 0, SY_INK_DIM);
  draw_item_text (pages, item, text);
  if (note != NULL)
    sy_pages_flow (pages, note, BULLET, SY_INK_DIM);
  pages->y += SY_PAGES_GAP / 2;
}

static void
draw_list (SyPages   *pages,
           GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    draw_item (pages, items->pdata[i]);
}

/* What a chart says; %NULL where it can be read off it. */
static PangoLayout *
make_caption (SyPages       *pages,
              const SyChart *chart)
{
  if (sy_chart_shows_sentence (chart))
    return NULL;

  return sy_pages_make_layout (pages, sy_chart_get_sentence (chart), SY_PAGES_SMALL, FALSE,
                               pages->width);
}

static void
draw_chart (SyPages       *pages,
            const SyBlock *block)
{
  g_autoptr(PangoLayout) caption = make_caption (pages, block->chart);
  double height = get_chart_height (pages, block->chart);
  cairo_rectangle_t area = { 0, 0, pages->width / POINTS_PER_UNIT, height / POINTS_PER_UNIT };
  SyLook look = sy_look_new (SY_THEME_PRINT);

  look.is_rtl = pages->document->is_rtl;
  sy_pages_need (pages, height + (caption != NULL ? SY_PAGES_GAP + sy_layout_get_height (caption)
                                                  : 0));
  cairo_save (pages->cr);
  cairo_translate (pages->cr, pages->left, pages->y);
  cairo_scale (pages->cr, POINTS_PER_UNIT, POINTS_PER_UNIT);
  sy_chart_draw (block->chart, pages->cr, &area, &look);
  cairo_restore (pages->cr);
  pages->y += height + SY_PAGES_GAP;
  if (caption != NULL)
    sy_pages_flow (pages, caption, 0, SY_INK_DIM);
}

static void
draw_text (SyPages     *pages,
           PangoLayout *layout)
{
  sy_pages_flow (pages, layout, 0, SY_INK_TEXT);
  g_object_unref (layout);
}

static void
draw_block (SyPages       *pages,
            const SyBlock *block)
{
  switch (block->kind)
    {
    case SY_BLOCK_LEAD:
      draw_text (pages, make_lead (pages, block->text));
      break;
    case SY_BLOCK_PARAGRAPH:
    case SY_BLOCK_CODE:
      draw_text (pages, make_text (pages, block->text));
      break;
    case SY_BLOCK_LIST:
      draw_list (pages, block->items);
      break;
    case SY_BLOCK_TABLE:
      sy_pages_draw_table (pages, block->table);
      break;
    case SY_BLOCK_CHART:
      draw_chart (pages, block);
      break;
    default:
      g_assert_not_reached ();
    }
  sy_pages_skip (pages, SY_PAGES_GAP);
}

/* The bookmark of a section, below the last one of the level above. */
static void
add_outline (SyPages         *pages,
             const SySection *section,
             int             *parent)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", pages->page, (int) pages->y);
  int id = cairo_pdf_surface_add_outline (pages->surface,
                                          section->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : *parent,
                                          section->heading, place,
                                          section->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

  if (section->level == 1)
    *parent = id;
}

static void
draw_section (SyPages *pages,
              guint    index,
              int     *parent,
              GArray  *starts)
{
  const SySection *section = pages->document->sections->pdata[index];
  PangoLayout *heading = make_heading (pages, section);

  sy_pages_skip (pages, headings[section->level].before);
  sy_pages_need (pages, get_section_start (pages, index));
  g_array_append_val (starts, pages->page);
  add_outline (pages, section, parent);
  draw_text (pages, heading);
  pages->y += headings[section->level].after;
  for (guint i = 0; i < section->blocks->len; i++)
    draw_block (pages, section->blocks->pdata[i]);
}

static void
draw_facts (SyPages *pages)
{
  for (guint i = 0; i < pages->document->facts->len; i++)
    {
      const SyDocumentFact *fact = pages->document->facts->pdata[i];
      g_autoptr(PangoLayout) name = sy_pages_make_layout (pages, fact->name, SY_PAGES_TEXT, FALSE,
                                                          FACT_NAMES);
      g_autoptr(PangoLayout) value = sy_pages_make_layout (pages, fact->value, SY_PAGES_TEXT,
                                                           FALSE, pages->width - FACT_NAMES);

      sy_pages_need (pages, sy_layout_get_start (value));
      sy_pages_draw_layout (pages, name, 0, SY_INK_DIM);
      sy_pages_flow (pages, value, FACT_NAMES, SY_INK_TEXT);
      pages->y += SY_PAGES_GAP;
    }
}

static void
draw_contents_line (SyPages    *pages,
                    const char *heading,
                    guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autoptr(PangoLayout) left = make_text (pages, heading);
  g_autoptr(PangoLayout) right = make_text (pages, number);

  pango_layout_set_auto_dir (right, FALSE);
  pango_layout_set_alignment (right, pages->document->is_rtl ? PANGO_ALIGN_LEFT
                                                             : PANGO_ALIGN_RIGHT);
  sy_pages_need (pages, sy_layout_get_height (left));
  sy_pages_begin_link (pages, NULL, page);
  sy_pages_draw_layout (pages, right, 0, SY_INK_DIM);
  sy_pages_flow (pages, left, 0, SY_INK_TEXT);
  sy_pages_end_link (pages);
  pages->y += SY_PAGES_GAP / 2;
}

static void
draw_contents (SyPages *pages)
{
  const GPtrArray *sections = pages->document->sections;

  sy_pages_skip (pages, headings[1].before);
  draw_text (pages, sy_pages_make_layout (pages, _("Contents"), headings[2].size, TRUE,
                                          pages->width));
  pages->y += headings[2].after;
  for (guint i = 0; i < sections->len; i++)
    {
      const SySection *section = sections->pdata[i];

      if (section->level == 1)
        draw_contents_line (pages, section->heading,
                            i < pages->starts->len ? g_array_index (pages->starts, guint, i) : 1);
    }
}

static void
draw_title_page (SyPages *pages)
{
  const SyDocument *document = pages->document;
  PangoLayout *title = sy_pages_make_layout (pages, document->title, TITLE_SIZE, TRUE,
                                             pages->width);

  pango_layout_set_height (title, -MAX_TITLE_LINES);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pages->y = TITLE_Y;
  draw_text (pages, title);
  pages->y += SY_PAGES_GAP;
  if (document->subtitle != NULL)
    draw_text (pages, sy_pages_make_layout (pages, document->subtitle, headings[2].size, FALSE,
                                            pages->width));
  pages->y += headings[1].before;
  sy_pages_rule (pages, pages->y, pages->width);
  pages->y += headings[2].before;
  draw_facts (pages);
  draw_contents (pages);
  sy_pages_break (pages);
}

static void
describe (cairo_surface_t  *surface,
          const SyDocument *document)
{
  g_autofree char *time = g_strconcat (document->date, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subtitle);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steelyard " SY_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

/* One pass; gives the number of pages, and 0 once it is cancelled. */
static guint
lay_out (const SyDocument          *document,
         const SyDocumentSettings  *settings,
         GArray                   **starts,
         guint                      n_pages,
         cairo_surface_t           *surface,
         GCancellable              *cancellable,
         GError                   **error)
{
  g_autoptr(GArray) new_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_sections = document->sections->len;
  guint n_done = n_pages > 0 ? n_sections : 0;
  gboolean goes_on = TRUE;
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  SyPages pages;

  sy_pages_init (&pages, document, surface, settings->paper, n_pages, *starts);
  draw_title_page (&pages);
  for (guint i = 0; i < n_sections && goes_on; i++)
    {
      goes_on = sy_document_go_on (settings, n_done + i, 2 * n_sections, cancellable, error);
      if (goes_on)
        draw_section (&pages, i, &parent, new_starts);
    }
  sy_pages_finish (&pages);
  g_array_unref (*starts);
  *starts = g_steal_pointer (&new_starts);

  return goes_on ? pages.page : 0;
}

static guint
run_pass (const SyDocument          *document,
          const SyDocumentSettings  *settings,
          GArray                   **starts,
          guint                      n_pages,
          GByteArray                *pdf,
          GCancellable              *cancellable,
          GError                   **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;

  sy_paper_get_size (settings->paper, &width, &height);
  g_byte_array_set_size (pdf, 0);
  surface = cairo_pdf_surface_create_for_stream (sy_picture_append, pdf, width, height);
  /* So old that every program reads it, and its pages are not hidden in compressed streams. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, document);
  n_pages = lay_out (document, settings, starts, n_pages, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return n_pages > 0 && sy_picture_check (status, error) ? n_pages : 0;
}

GBytes *
sy_document_write_pdf (const SyDocument          *document,
                       const SyDocumentSettings  *settings,
                       GCancellable              *cancellable,
                       GError                   **error)
{
  g_autoptr(GByteArray) pdf = g_byte_array_new ();
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_pages = run_pass (document, settings, &starts, 0, pdf, cancellable, error);

  if (n_pages == 0
      || run_pass (document, settings, &starts, n_pages, pdf, cancellable, error) == 0)
    return NULL;

  sy_pdf_set_language (pdf, document->language);

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
