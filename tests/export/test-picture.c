/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-picture.h"

#include <string.h>

#include "export/sy-png-chunks.h"
#include "samples.h"

static GBytes *
make (const char               *name,
      const SyChart            *chart,
      const SyPictureSettings  *settings)
{
  g_autofree char *path = g_strconcat ("x.", name, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = sy_picture_format_guess (path)->make (chart, settings, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same_chart_same_bytes (void)
{
  guint n_formats;
  const SyPictureFormat *formats = sy_picture_formats_get (&n_formats);
  SyPictureSettings settings = sy_picture_settings_new ();

  settings.scale = 1;
  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint j = 0; j < n_formats; j++)
      {
        g_autoptr(SyChart) chart = samples[i].make (SAMPLE_FULL);
        g_autoptr(GBytes) first = make (formats[j].name, chart, &settings);
        g_autoptr(GBytes) second = make (formats[j].name, chart, &settings);

        g_test_message ("%s.%s", samples[i].name, formats[j].name);
        g_assert_true (g_bytes_equal (first, second));
      }
}

/* What an SVG says, as a program that reads it sees it. */
typedef struct
{
  GString *title;
  GString *description;
  GString *text;
  guint    n_uses;
} Content;

static void
count_uses (GMarkupParseContext  *context,
            const char           *element,
            const char          **names,
            const char          **values,
            gpointer              data,
            GError              **error)
{
  Content *content = data;

  content->n_uses += g_str_equal (element, "use") || g_str_equal (element, "symbol");
}

static void
take_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Content *content = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (g_str_equal (element, "title"))
    g_string_append_len (content->title, text, (gssize) length);
  else if (g_str_equal (element, "desc"))
    g_string_append_len (content->description, text, (gssize) length);
  else if (g_str_equal (element, "text"))
    g_string_append_printf (content->text, "%.*s ", (int) length, text);
}

static Content
read_svg (GBytes *svg)
{
  static const GMarkupParser parser = { .start_element = count_uses, .text = take_text };
  Content content = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), 0 };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &content, NULL);
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);

  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (text, (gssize) length, "id=\"surface"));

  return content;
}

static void
clear_content (Content *content)
{
  g_string_free (content->title, TRUE);
  g_string_free (content->description, TRUE);
  g_string_free (content->text, TRUE);
}

static void
test_svg_says_itself (void)
{
  SyPictureSettings settings = sy_picture_settings_new ();

  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
      {
        g_autoptr(SyChart) chart = samples[i].make (kind);
        g_autoptr(GBytes) svg = make ("svg", chart, &settings);
        Content content = read_svg (svg);

        g_test_message ("%s %s", samples[i].name, sample_kind_names[kind]);
        g_assert_cmpstr (content.title->str, ==, sy_chart_get_title (chart));
        g_assert_true (g_str_has_prefix (content.description->str,
                                         sy_chart_get_sentence (chart)));
        g_assert_nonnull (strstr (content.text->str, sy_chart_get_title (chart)));
        g_assert_cmpuint (content.n_uses, ==, 0);
        clear_content (&content);
      }
}

/* Names that have to be cut short to fit are still text, and say that they were. */
static void
test_svg_cuts_text_short (void)
{
  SyPictureSettings settings = { SY_PICTURE_MIN_WIDTH, SY_PICTURE_MIN_HEIGHT };
  SyChartRatio ratio = { .name = "What nobody could ever fit into so little room, 64 clients",
                         .ratio = { 1.2, 1.1, 1.3 } };
  SyChartServer servers[] = { { "a", 0 }, { "b", 1 } };
  SyChartRatio ratios[] = { ratio, ratio, ratio, ratio, ratio, ratio };
  g_autoptr(SyChart) chart = sy_chart_new_ratio (NULL, &servers[0], &servers[1], ratios, 6);
  g_autoptr(GBytes) svg = make ("svg", chart, &settings);
  Content content = read_svg (svg);

  g_assert_nonnull (strstr (content.text->str, "What nobody"));
  g_assert_nonnull (strstr (content.text->str, "… "));
  g_assert_null (strstr (content.text->str, "64 clients"));
  g_assert_cmpuint (content.n_uses, ==, 0);

  clear_content (&content);
}

/* An interval that only describes names no winner, and is not too close to call either. */
static void
test_unjudged_is_said (void)
{
  SyPictureSettings settings = sy_picture_settings_new ();
  SyChartServer servers[] = { { "a", 0 }, { "b", 1 } };
  SyChartRatio ratios[] = {
    { .name = "One", .ratio = { 1.3, 1.2, 1.4 }, .winner = SY_WINNER_A },
    { .name = "Other", .ratio = { 1.3, 1.2, 1.4 }, .winner = SY_WINNER_B, .is_unjudged = TRUE },
  };
  g_autoptr(SyChart) chart = sy_chart_new_ratio (NULL, &servers[0], &servers[1], ratios, 2);
  g_autoptr(GBytes) svg = make ("svg", chart, &settings);
  Content content = read_svg (svg);

  g_assert_nonnull (strstr (content.text->str, "a ahead"));
  g_assert_nonnull (strstr (content.text->str, "Not judged"));
  g_assert_null (strstr (content.text->str, "b ahead"));
  g_assert_null (strstr (content.text->str, "Too close to call"));

  clear_content (&content);
}

static SyChart *
make_hostile_chart (void)
{
  SyChartBar bars[] = {
    { .server = { "<script>&\001\"</script>", 0 }, .interval = { 2, 1, 3 } },
    { .server = { "]]>\n\t—", 1 }, .interval = { 2, 1, 3 } },
  };
  SyChartWords words = { .title = "a < b & \"c\"\033[1m" };

  return sy_chart_new_comparison (&words, "<metric>", SY_FORMAT_RATE, bars, 2);
}

static void
test_svg_escapes (void)
{
  SyPictureSettings settings = sy_picture_settings_new ();
  g_autoptr(SyChart) chart = make_hostile_chart ();
  g_autoptr(GBytes) svg = make ("svg", chart, &settings);
  Content content = read_svg (svg);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);

  g_assert_cmpstr (content.title->str, ==, "a < b & \"c\" [1m");
  g_assert_null (g_strstr_len (text, (gssize) length, "<script>"));
  for (gsize i = 0; i < length; i++)
    g_assert_false (g_ascii_iscntrl (text[i]) && text[i] != '\n' && text[i] != '\t');

  clear_content (&content);
}

static void
test_svg_from_right_to_left (void)
{
  SyPictureSettings settings = sy_picture_settings_new ();
  SyChartBar bar = { .server = { "שרת", 0 }, .interval = { 2, 1, 3 } };
  g_autoptr(SyChart) chart = sy_chart_new_comparison (NULL, "בקשות", SY_FORMAT_RATE, &bar, 1);
  g_autoptr(GBytes) svg = NULL;
  gsize length;
  const char *text;

  settings.is_rtl = TRUE;
  svg = make ("svg", chart, &settings);
  text = g_bytes_get_data (svg, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, " direction=\"rtl\">שרת</text>"));
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
test_png_has_its_size (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_FULL);
  SyPictureSettings settings = { .width = 400, .height = 300, .theme = SY_THEME_DARK };

  for (settings.scale = 1; settings.scale <= SY_PICTURE_MAX_SCALE; settings.scale++)
    {
      g_autoptr(GBytes) png = make ("png", chart, &settings);
      gsize length;
      const guint8 *bytes = g_bytes_get_data (png, &length);

      g_assert_cmpmem (bytes, 8, "\211PNG\r\n\032\n", 8);
      g_assert_cmpuint (read_number (bytes + 16), ==, 400 * settings.scale);
      g_assert_cmpuint (read_number (bytes + 20), ==, 300 * settings.scale);
    }
}

/* Whether a chunk of that type holds @text; every chunk must end where the next begins. */
static gboolean
has_chunk (GBytes     *png,
           const char *type,
           const char *text,
           gsize       text_length)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (png, &length);

  for (gsize at = 8; at < length; )
    {
      guint32 size = read_number (bytes + at);

      g_assert_cmpuint (at + 12 + size, <=, length);
      if (memcmp (bytes + at + 4, type, 4) == 0 && size == text_length
          && memcmp (bytes + at + 8, text, size) == 0)
        return TRUE;
      at += 12 + size;
    }

  return FALSE;
}

static void
test_png_says_itself (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_FULL);
  SyPictureSettings settings = sy_picture_settings_new ();
  g_autoptr(GBytes) png = make ("png", chart, &settings);
  g_autoptr(GString) title = g_string_new_len ("Title\0\0\0\0\0", 10);
  g_autoptr(GString) sentence = g_string_new_len ("Description\0\0\0\0\0", 16);

  g_string_append (title, sy_chart_get_title (chart));
  g_string_append (sentence, sy_chart_get_sentence (chart));
  g_assert_true (has_chunk (png, "iTXt", title->str, title->len));
  g_assert_true (has_chunk (png, "iTXt", sentence->str, sentence->len));
  g_assert_true (has_chunk (png, "pHYs", "\0\0\x1d\x87\0\0\x1d\x87\1", 9));
  g_assert_true (has_chunk (png, "IEND", "", 0));
}

/* The sum is what zlib's crc32() gives. */
static void
test_png_chunk_is_checked (void)
{
  g_autoptr(GByteArray) chunks = g_byte_array_new ();

  sy_png_append_text (chunks, "A", "b");
  g_assert_cmpuint (chunks->len, ==, 12 + 7);
  g_assert_cmpuint (read_number (chunks->data), ==, 7);
  g_assert_cmpmem (chunks->data + 4, 11, "iTXtA\0\0\0\0\0b", 11);
  g_assert_cmphex (read_number (chunks->data + 15), ==, 0x50b13ddeu);
}

static void
test_pdf_is_whole (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_FULL);
  SyPictureSettings settings = sy_picture_settings_new ();
  g_autoptr(GBytes) pdf = NULL;
  gsize length;
  const char *bytes;

  settings.created = "2026-11-21T10:15:02Z";
  pdf = make ("pdf", chart, &settings);
  bytes = g_bytes_get_data (pdf, &length);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_cmpmem (bytes + length - 6, 6, "%%EOF\n", 6);
}

static void
test_too_large_is_an_error (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_FULL);
  SyPictureSettings settings = { .width = 20000, .height = 20000, .scale = 3 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = sy_picture_format_guess ("a.png")->make (chart, &settings, &error);

  g_assert_null (png);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_guesses_by_extension (void)
{
  g_assert_cmpstr (sy_picture_format_guess ("/a/b.PNG")->name, ==, "png");
  g_assert_cmpstr (sy_picture_format_guess ("b.png.pdf")->name, ==, "pdf");
  g_assert_null (sy_picture_format_guess ("b.jpg"));
  g_assert_null (sy_picture_format_guess ("svg"));
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/picture/bytes/are-always-the-same", test_same_chart_same_bytes);
  g_test_add_func ("/picture/extension/finds-format", test_guesses_by_extension);
  g_test_add_func ("/picture/svg/says-itself-in-text", test_svg_says_itself);
  g_test_add_func ("/picture/svg/cuts-text-short", test_svg_cuts_text_short);
  g_test_add_func ("/picture/ratio/not-judged-is-said", test_unjudged_is_said);
  g_test_add_func ("/picture/svg/escapes", test_svg_escapes);
  g_test_add_func ("/picture/svg/from-right-to-left", test_svg_from_right_to_left);
  g_test_add_func ("/picture/png/has-its-size", test_png_has_its_size);
  g_test_add_func ("/picture/png/says-itself", test_png_says_itself);
  g_test_add_func ("/picture/png/chunk-is-checked", test_png_chunk_is_checked);
  g_test_add_func ("/picture/png/too-large-is-an-error", test_too_large_is_an_error);
  g_test_add_func ("/picture/pdf/is-whole", test_pdf_is_whole);

  return g_test_run ();
}
