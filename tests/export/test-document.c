/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-document-format.h"

#include <glib/gstdio.h>
#include <string.h>

#define NASTY "<b>&amp;</b> \"q\" 'a' `c` *e* _u_ [l](x) | # $1$ \\ \x1b[31m"
#define MIXED "مرحبا بالعالم שלום 世界 Ünï"

static SyTable *
make_table (guint n_rows)
{
  SyTable *table = sy_table_new ();

  sy_table_add_text_column (table, "What");
  sy_table_add_column (table, "Share", SY_FORMAT_SHARE);
  for (guint i = 0; i < n_rows; i++)
    {
      sy_table_add_text (table, "a | b");
      if (i % 2 == 0)
        sy_table_add_value (table, SY_FORMAT_SHARE, 0.25);
      else
        sy_table_add_nothing (table);
    }

  return table;
}

static SyDocument *
make_document (const char *title,
               const char *text)
{
  SyDocument *document = sy_document_new (title, NULL, text, "2026-11-21");

  sy_document_add_fact (document, "author", text);
  sy_document_add_fact (document, "client", NULL);
  sy_document_add_fact (document, "scope", "");
  sy_document_add_section (document, 1, "One");
  sy_document_add_lead (document, g_strdup (text));
  sy_document_add_section (document, 2, "Two");
  sy_document_add_text (document, g_strdup ("first\n\n  second  \n"));
  sy_document_add_item (document, g_strdup (text), g_strdup ("note"), NULL);
  sy_document_add_item (document, g_strdup ("page"), NULL, "https://example.org/a?b=c&d=(e)");
  sy_document_add_table (document, make_table (2));
  sy_document_add_table (document, make_table (0));
  sy_document_add_code (document, "json", g_strdup ("{\"a\": \"<\"}\n"));

  return document;
}

static char *
write_bytes (const SyDocument *document,
             const char       *format,
             SyPaper           paper,
             gsize            *length)
{
  SyDocumentSettings settings = { paper };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = sy_document_format_find (format)->write (document, &settings, NULL,
                                                                     &error);

  g_assert_no_error (error);
  *length = g_bytes_get_size (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), *length);
}

static char *
write_text (const SyDocument *document,
            const char       *format)
{
  gsize length;

  return write_bytes (document, format, SY_PAPER_A4, &length);
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;

  return n;
}

static void
test_markdown_golden (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", "Some text");
  g_autofree char *text = write_text (document, "madr");

  g_assert_cmpstr (text, ==,
                   "---\n"
                   "author: \"Some text\"\n"
                   "---\n\n"
                   "# A title\n\n"
                   "## One\n\n"
                   "Some text\n\n"
                   "### Two\n\n"
                   "first\n\n"
                   "second\n\n"
                   "* Some text\\\n"
                   "  note\n"
                   "* [page](<https://example.org/a?b=c&d=(e)>)\n\n"
                   "| What | Share |\n"
                   "|---|---:|\n"
                   "| a \\| b | 25 % |\n"
                   "| a \\| b |  |\n\n"
                   "```json\n"
                   "{\"a\": \"<\"}\n"
                   "```\n");
}

static void
test_markdown_escapes (void)
{
  g_autoptr(SyDocument) document = make_document ("1. no list\n# no heading", NASTY);
  g_autofree char *text = write_text (document, "madr");

  g_assert_nonnull (strstr (text, "# 1\\. no list \\# no heading\n"));
  g_assert_nonnull (strstr (text, "\n\\<b\\>\\&amp;\\</b\\> \"q\" 'a' \\`c\\` \\*e\\* \\_u\\_ "
                                  "\\[l\\](x) \\| \\# \\$1\\$ \\\\  \\[31m\n"));
  g_assert_nonnull (strstr (text, "author: \"<b>&amp;</b> \\\"q\\\" 'a'"));
}

/* What a browser would take for an element has to be one of ours. */
static void
test_html_escapes (void)
{
  g_autoptr(SyDocument) document = make_document (NASTY, NASTY);
  g_autofree char *text = write_text (document, "html");

  g_assert_null (strstr (text, "<b>"));
  g_assert_null (strchr (text, '\x1b'));
  g_assert_cmpuint (count (text, "&lt;b&gt;&amp;amp;&lt;/b&gt; &quot;q&quot;"), ==, 6);
  g_assert_nonnull (strstr (text, "<a href=\"https://example.org/a?b=c&amp;d=(e)\">page</a>"));
}

/* Nothing is fetched and nothing is run, even if something slipped through. */
static void
test_html_needs_nothing (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", MIXED);
  g_autofree char *text = write_text (document, "html");

  g_assert_nonnull (strstr (text, "default-src 'none'; style-src 'unsafe-inline'"));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "src="));
  g_assert_null (strstr (text, "<link"));
  g_assert_null (strstr (text, "url(http"));
  g_assert_null (strstr (text, "@import"));
  g_assert_nonnull (strstr (text, MIXED));
}

static void
test_html_is_accessible (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", "text");
  g_autofree char *text = write_text (document, "html");

  g_assert_nonnull (strstr (text, "<html lang=\"en\" dir=\"ltr\">"));
  g_assert_cmpuint (count (text, "<h1"), ==, 1);
  g_assert_nonnull (strstr (text, "<h2 id=\"s1\" dir=\"auto\">One</h2>"));
  g_assert_nonnull (strstr (text, "<h3 id=\"s2\" dir=\"auto\">Two</h3>"));
  g_assert_nonnull (strstr (text, "<a href=\"#s1\">One</a>"));
  g_assert_nonnull (strstr (text, "<th scope=\"col\">What</th>"));
  g_assert_cmpuint (count (text, "<th scope=\"row\""), ==, 2);
}

static void
test_absent_stays_absent (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", "text");
  g_autofree char *text = write_text (document, "html");

  g_assert_cmpuint (document->facts->len, ==, 1);
  g_assert_cmpuint (count (text, "<dt>"), ==, 1);
  g_assert_cmpuint (count (text, "<table>"), ==, 1);
  g_assert_null (strstr (text, "(null)"));
}

static void
test_same_document_same_bytes (void)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr(SyDocument) document = make_document ("A title", MIXED);
      gsize first_length, second_length;
      g_autofree char *first = write_bytes (document, formats[i].name, SY_PAPER_A4,
                                            &first_length);
      g_autofree char *second = write_bytes (document, formats[i].name, SY_PAPER_A4,
                                             &second_length);

      g_test_message ("%s", formats[i].name);
      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

/* The bytes of a PDF that are not compressed say how many pages of which size it has. */
static gboolean
has_bytes (const char *bytes,
           gsize       length,
           const char *word)
{
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

static char *
write_pdf (const SyDocument *document,
           SyPaper           paper,
           gsize            *length)
{
  SyDocumentSettings settings = { paper };
  g_autoptr(GBytes) bytes = sy_document_format_find ("pdf")->write (document, &settings, NULL,
                                                                    NULL);

  *length = g_bytes_get_size (bytes);
  return g_memdup2 (g_bytes_get_data (bytes, NULL), *length);
}

static void
test_pdf_paper (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", "text");
  gsize a4_length, letter_length;
  g_autofree char *a4 = write_pdf (document, SY_PAPER_A4, &a4_length);
  g_autofree char *letter = write_pdf (document, SY_PAPER_LETTER, &letter_length);

  g_assert_true (has_bytes (a4, a4_length, "/MediaBox [ 0 0 595.27"));
  g_assert_true (has_bytes (letter, letter_length, "/MediaBox [ 0 0 612 792 ]"));
  g_assert_true (has_bytes (a4, a4_length, "/Count 2"));
}

static void
test_pdf_can_be_walked (void)
{
  g_autoptr(SyDocument) document = make_document ("A title", "text");
  gsize length;
  g_autofree char *pdf = write_pdf (document, SY_PAPER_A4, &length);

  g_assert_true (has_bytes (pdf, length, "/Outlines"));
  g_assert_true (has_bytes (pdf, length, "/URI (https://example.org/a?b=c&d=\\(e\\))")
                 || has_bytes (pdf, length, "/URI (https://example.org/a?b=c&d=(e))"));
  g_assert_true (has_bytes (pdf, length, "/Title (A title)"));
}

/* Text of any length and any language goes on, page after page. */
static void
test_pdf_long (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(SyDocument) document = NULL;
  gsize length;
  g_autofree char *pdf = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, MIXED " ");
  document = make_document (text->str, text->str);
  sy_document_add_section (document, 1, text->str);
  sy_document_add_table (document, make_table (120));
  pdf = write_pdf (document, SY_PAPER_LETTER, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_false (has_bytes (pdf, length, "/Count 2\n"));
}

/* The table of objects is where the end of the file says. */
static void
test_pdf_language (void)
{
  g_autoptr(SyDocument) document = make_document (MIXED, MIXED);
  gsize length;
  g_autofree char *pdf = write_pdf (document, SY_PAPER_A4, &length);
  const char *start = g_strrstr_len (pdf + length - 40, 40, "startxref\n");
  unsigned long table;

  g_assert_true (has_bytes (pdf, length, "<< /Type /Catalog\n   /Lang (en)\n"));
  g_assert_nonnull (start);
  g_assert_cmpint (sscanf (start, "startxref\n%lu\n%%%%EOF\n", &table), ==, 1);
  g_assert_cmpuint (table, <, length);
  g_assert_true (g_str_has_prefix (pdf + table, "xref\n0 "));
}

/* The page of a bookmark, and how far from its bottom it is. */
static void
find_heading (const char *pdf,
              gsize       length,
              const char *heading,
              guint      *page,
              guint      *y)
{
  g_autofree char *title = g_strdup_printf ("/Title (%s)", heading);
  const char *begin = memmem (pdf, length, title, strlen (title));
  const char *place;

  g_assert_nonnull (begin);
  place = memmem (begin, length - (gsize) (begin - pdf), "/Dest [", strlen ("/Dest ["));
  g_assert_nonnull (place);
  g_assert_cmpint (sscanf (place, "/Dest [%u 0 R /XYZ 0 %u", page, y), ==, 2);
}

/* Wherever on a page it comes: two headings, an item and its note stay together. */
static void
test_pdf_headings (void)
{
  enum { N_LINES = 60, MARGIN = 62, NEEDED = 45 };

  for (guint n = 0; n < N_LINES; n++)
    {
      g_autoptr(SyDocument) document = sy_document_new ("Title", NULL, NULL, "2026-11-21");
      g_autofree char *pdf = NULL;
      guint part_page, section_page, part_y, section_y;
      gsize length;

      sy_document_add_section (document, 1, "Before");
      for (guint i = 0; i < n; i++)
        sy_document_add_item (document, g_strdup ("line"), NULL, NULL);
      sy_document_add_section (document, 1, "Part");
      sy_document_add_section (document, 2, "Section");
      sy_document_add_item (document, g_strdup ("item"), g_strdup ("note"), NULL);
      pdf = write_pdf (document, SY_PAPER_LETTER, &length);
      find_heading (pdf, length, "Part", &part_page, &part_y);
      find_heading (pdf, length, "Section", &section_page, &section_y);
      g_test_message ("%u lines: %u, %u", n, part_y, section_y);
      g_assert_cmpuint (section_page, ==, part_page);
      g_assert_cmpuint (section_y, >, MARGIN + NEEDED);
    }
}

static void
count_call (double   share,
            gpointer data)
{
  GArray *shares = data;

  g_assert_cmpfloat (share, >=, shares->len > 0 ? g_array_index (shares, double, shares->len - 1)
                                                : 0);
  g_assert_cmpfloat (share, <=, 1);
  g_array_append_val (shares, share);
}

static void
test_progress_rises (void)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr(SyDocument) document = make_document ("A title", "text");
      g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
      SyDocumentSettings settings = { SY_PAPER_A4, count_call, shares };
      g_autoptr(GBytes) bytes = formats[i].write (document, &settings, NULL, NULL);

      g_assert_nonnull (bytes);
      g_assert_cmpuint (shares->len, >=, 2);
    }
}

static void
test_cancelled (void)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cancelled-report", NULL);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr(SyDocument) document = make_document ("A title", "text");
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      SyDocumentSettings settings = { SY_PAPER_A4 };
      g_autoptr(GError) error = NULL;

      g_cancellable_cancel (cancellable);
      g_assert_false (sy_document_save (document, &formats[i], &settings, path,
                                        SY_FILE_KEEP_EXISTING, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_saves_whole_files (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("document-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.md", NULL);
  g_autoptr(SyDocument) document = make_document ("A title", "text");
  const SyDocumentFormat *format = sy_document_format_guess (path);
  SyDocumentSettings settings = { SY_PAPER_A4 };
  g_autofree char *expected = write_text (document, "madr");
  g_autofree char *found = NULL;

  g_assert_true (sy_document_save (document, format, &settings, path, SY_FILE_KEEP_EXISTING, NULL,
                                   &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &found, NULL, &error);
  g_assert_cmpstr (found, ==, expected);
  g_assert_false (sy_document_save (document, format, &settings, path, SY_FILE_KEEP_EXISTING,
                                    NULL, &error));
  g_assert_nonnull (error);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_formats_are_found (void)
{
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strconcat ("x.", formats[i].extension, NULL);

      g_assert_true (sy_document_format_find (formats[i].name) == &formats[i]);
      g_assert_true (sy_document_format_guess (name) == &formats[i]);
    }
  g_assert_null (sy_document_format_find ("doc"));
  g_assert_null (sy_document_format_guess ("pdf"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/markdown/golden", test_markdown_golden);
  g_test_add_func ("/document/markdown/text-stays-text", test_markdown_escapes);
  g_test_add_func ("/document/html/text-stays-text", test_html_escapes);
  g_test_add_func ("/document/html/needs-nothing", test_html_needs_nothing);
  g_test_add_func ("/document/html/is-accessible", test_html_is_accessible);
  g_test_add_func ("/document/absent-stays-absent", test_absent_stays_absent);
  g_test_add_func ("/document/same-document-same-bytes", test_same_document_same_bytes);
  g_test_add_func ("/document/pdf/paper", test_pdf_paper);
  g_test_add_func ("/document/pdf/can-be-walked", test_pdf_can_be_walked);
  g_test_add_func ("/document/pdf/goes-on-for-pages", test_pdf_long);
  g_test_add_func ("/document/pdf/headings-never-come-last", test_pdf_headings);
  g_test_add_func ("/document/pdf/tells-its-language", test_pdf_language);
  g_test_add_func ("/document/progress-rises", test_progress_rises);
  g_test_add_func ("/document/cancelled", test_cancelled);
  g_test_add_func ("/document/saves-whole-files", test_saves_whole_files);
  g_test_add_func ("/document/formats-are-found", test_formats_are_found);

  return g_test_run ();
}
