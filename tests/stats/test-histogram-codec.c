/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "core/sy-random.h"

#define HOUR_NS G_GINT64_CONSTANT (3600000000000)
#define COOKIE_PLAIN 0x1c849313u
#define COOKIE_COMPRESSED 0x1c849314u

static void
assert_alike (const SyHistogram *a,
              const SyHistogram *b)
{
  guint position_a = 0, position_b = 0;
  gint64 value_a, value_b, count_a, count_b;

  while (sy_histogram_next (a, &position_a, &value_a, &count_a))
    {
      g_assert_true (sy_histogram_next (b, &position_b, &value_b, &count_b));
      g_assert_cmpint (value_a, ==, value_b);
      g_assert_cmpint (count_a, ==, count_b);
    }

  g_assert_false (sy_histogram_next (b, &position_b, &value_b, &count_b));
  g_assert_cmpint (sy_histogram_get_count (a), ==, sy_histogram_get_count (b));
  g_assert_cmpfloat (sy_histogram_get_mean (a), ==, sy_histogram_get_mean (b));
}

static void
assert_round_trip (const SyHistogram *histogram)
{
  g_autofree char *text = sy_histogram_encode (histogram);
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) decoded = sy_histogram_decode (text, &error);

  g_assert_no_error (error);
  assert_alike (histogram, decoded);
  again = sy_histogram_encode (decoded);
  g_assert_cmpstr (text, ==, again);
}

static void
test_round_trip (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < 200; i++)
    {
      guint n_digits = 1 + sy_random_below (&random, 4);
      gint64 lowest = 1 + sy_random_below (&random, 3000);
      guint n = sy_random_below (&random, 2000);
      g_autoptr(SyHistogram) histogram = sy_histogram_new (lowest, HOUR_NS, n_digits);

      for (guint j = 0; j < n; j++)
        sy_histogram_record (histogram, (gint64) exp (14 + 4 * sy_random_normal (&random)));

      assert_round_trip (histogram);
    }
}

/* Each width of a number there is, from one byte to nine, and runs of empty slots between. */
static void
test_round_trip_of_counts (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();

  for (guint bit = 0; bit < 52; bit++)
    {
      sy_histogram_record_n (histogram, bit * bit, G_GINT64_CONSTANT (1) << bit);
      sy_histogram_record_n (histogram, 5000 + bit, (G_GINT64_CONSTANT (1) << bit) / 8);
    }

  assert_round_trip (histogram);
}

/* Counts no compression can shrink: more comes out of it than went in. */
static void
test_round_trip_of_noise (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new (1, HOUR_NS, 4);
  SyRandom random = sy_random_new (2, 0);

  for (gint64 value = 0; value < 20000; value++)
    sy_histogram_record_n (histogram, value, (gint64) (sy_random_next (&random) >> 30));

  assert_round_trip (histogram);
}

static void
test_round_trip_of_edges (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new (1, G_MAXINT64, 3);

  assert_round_trip (histogram);
  sy_histogram_record (histogram, 0);
  assert_round_trip (histogram);
  sy_histogram_record (histogram, G_MAXINT64);
  assert_round_trip (histogram);
}

/* Made by hdr-histogram-js 3 from 10,000 values, 1 to 3,600,000,000,000 with 3 digits; the expected
 * figures are that library's own.
 */
static void
test_foreign (void)
{
  const char *text
    = "HISTFAAAALx4nDWOsWrCUABF7zvvhfCQ8AgZQkgeUiSEUMQuTh0FQwY/oB/Qyd8QHBy7S6Gbs0PHDg7uhX5P"
      "0dK7HM5w4Da7t0LSRZKRZPU3I9n10+e7/n3/bX78Vzw113iOx2bBh2FLzoB4QWAZWNLRcTA8U+FZ0bqRypUE"
      "xCtTEmrmWCIbRkfhVkzoybCU5IgZcwI1np6EBE9LS8qUgoyWgpyEjICrKWHJI/Hei/R2whKIPDA4S4pnglxF"
      "uJFf5e8VPQ==";
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) histogram = sy_histogram_decode (text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sy_histogram_get_count (histogram), ==, 10000);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.5), ==, 5013503);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.9), ==, 5021695);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.99), ==, 5021695);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.999), ==, 13115391);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, 13565951);
  g_assert_cmpfloat_with_epsilon (sy_histogram_get_mean (histogram), 5056916.6848, 1e-4);
}

/* What others read must not change unseen: one value of 1,000 and two of 100,000. */
static void
test_bytes_are_stable (void)
{
  const guint8 expected[] = {
    0x1c, 0x84, 0x93, 0x13, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 3,
    0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0x03, 0x46, 0x30, 0xb8, 0xa0, 0,
    0x3f, 0xf0, 0, 0, 0, 0, 0, 0,
    0xcf, 0x0f, /* −1,000: slots 0 to 999 are empty */
    0x02,       /* 1 */
    0xe1, 0x68, /* 6,705 empty ones */
    0x04,       /* 2 */
  };
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();
  g_autoptr(GZlibDecompressor) decompressor = NULL;
  g_autofree char *text = NULL;
  g_autofree guint8 *data = NULL;
  guint8 plain[100];
  gsize length, n_read, n_written;

  sy_histogram_record (histogram, 1000);
  sy_histogram_record_n (histogram, 100000, 2);
  text = sy_histogram_encode (histogram);
  data = g_base64_decode (text, &length);

  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_converter_convert (G_CONVERTER (decompressor),
                       data + 8, length - 8, plain, sizeof plain,
                       G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
  g_assert_cmpmem (plain, n_written, expected, sizeof expected);
}

static void
test_white_space (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();
  g_autofree char *text = sy_histogram_encode (histogram);
  g_autofree char *spaced = g_strdup_printf ("  %s\n", text);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) decoded = sy_histogram_decode (spaced, &error);

  g_assert_no_error (error);
  assert_alike (histogram, decoded);
}

/* The encoding taken apart, so that each part can be wrong by itself. */
typedef struct
{
  guint32       cookie;
  guint32       length;
  guint32       n_digits;
  gint64        lowest;
  gint64        highest;
  const guint8 *counts;
  gsize         n_counts;
} Parts;

static const guint8 three_counts[] = { 0x02, 0x09, 0x04, 0x06 };

static const Parts sound = {
  COOKIE_PLAIN, sizeof three_counts, 3, 1, 3600000000000, three_counts, sizeof three_counts,
};

static void
put (GByteArray *bytes,
     guint64     value,
     guint       n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (value >> (8 * (n_bytes - 1 - i)));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static char *
wrap (guint32           cookie,
      const GByteArray *plain,
      gint              n_more)
{
  g_autoptr(GByteArray) wrapped = g_byte_array_new ();
  g_autoptr(GOutputStream) sink = g_memory_output_stream_new_resizable ();
  g_autoptr(GConverter) compressor = NULL;
  g_autoptr(GOutputStream) stream = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (sink);
  gsize length;

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  stream = g_converter_output_stream_new (sink, compressor);
  g_assert_true (g_output_stream_write_all (stream, plain->data, plain->len, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  length = g_memory_output_stream_get_data_size (memory);
  put (wrapped, cookie, 4);
  put (wrapped, (guint64) ((gint64) length + n_more), 4);
  g_byte_array_append (wrapped, g_memory_output_stream_get_data (memory), (guint) length);

  return g_base64_encode (wrapped->data, wrapped->len);
}

static GByteArray *
assemble (const Parts *parts)
{
  GByteArray *plain = g_byte_array_new ();

  put (plain, parts->cookie, 4);
  put (plain, parts->length, 4);
  put (plain, 0, 4);
  put (plain, parts->n_digits, 4);
  put (plain, (guint64) parts->lowest, 8);
  put (plain, (guint64) parts->highest, 8);
  put (plain, 0, 8);
  g_byte_array_append (plain, parts->counts, (guint) parts->n_counts);

  return plain;
}

static void
assert_refused (const char *text,
                const char *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) histogram = sy_histogram_decode (text, &error);

  g_assert_null (histogram);
  g_assert_error (error, SY_HISTOGRAM_ERROR, SY_HISTOGRAM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
assert_parts_refused (Parts       parts,
                      const char *reason)
{
  g_autoptr(GByteArray) plain = assemble (&parts);
  g_autofree char *text = wrap (COOKIE_COMPRESSED, plain, 0);

  assert_refused (text, reason);
}

static void
test_parts_sound (void)
{
  g_autoptr(GByteArray) plain = assemble (&sound);
  g_autofree char *text = wrap (COOKIE_COMPRESSED, plain, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) histogram = sy_histogram_decode (text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sy_histogram_get_count (histogram), ==, 6);
  g_assert_cmpint (sy_histogram_get_min (histogram), ==, 0);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.5), ==, 6);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, 7);
}

static void
test_not_base64 (void)
{
  assert_refused ("", "cut short");
  assert_refused ("HIS", "base64");
  assert_refused ("HIS*", "base64");
  assert_refused ("H===", "base64");
  assert_refused ("HI=A", "base64");
  assert_refused ("HISTFAAAAB\342\202\254", "base64");
  assert_refused ("HIST", "cut short");
}

static void
test_wrong_wrapper (void)
{
  g_autoptr(GByteArray) plain = assemble (&sound);
  g_autofree char *older = wrap (0x1c849302, plain, 0);
  g_autofree char *plain_cookie = wrap (COOKIE_PLAIN, plain, 0);
  g_autofree char *long_one = wrap (COOKIE_COMPRESSED, plain, 1);
  g_autofree char *short_one = wrap (COOKIE_COMPRESSED, plain, -10);

  assert_refused (older, "compressed V2");
  assert_refused (plain_cookie, "compressed V2");
  assert_refused (long_one, "cut short");
  assert_refused (short_one, "Not a readable histogram");
}

static void
test_not_zlib (void)
{
  g_autoptr(GByteArray) wrapped = g_byte_array_new ();
  g_autofree char *text = NULL;

  put (wrapped, COOKIE_COMPRESSED, 4);
  put (wrapped, 8, 4);
  put (wrapped, 0x0123456789abcdef, 8);
  text = g_base64_encode (wrapped->data, wrapped->len);

  assert_refused (text, "Not a readable histogram");
}

static void
test_wrong_header (void)
{
  Parts parts = sound;

  parts.cookie = COOKIE_COMPRESSED;
  assert_parts_refused (parts, "V2");
  parts = sound;
  parts.length++;
  assert_parts_refused (parts, "counts are cut short");
  parts.length = G_MAXUINT32;
  assert_parts_refused (parts, "counts are cut short");
}

static void
test_impossible_range (void)
{
  const struct
  {
    guint32 n_digits;
    gint64  lowest;
    gint64  highest;
  } shapes[] = {
    { 0, 1, HOUR_NS }, { 6, 1, HOUR_NS }, { G_MAXUINT32, 1, HOUR_NS }, { 3, 0, HOUR_NS },
    { 3, -1, HOUR_NS }, { 3, G_MININT64, G_MAXINT64 }, { 3, 10, 19 }, { 3, 1, -1 },
    { 3, G_MAXINT64 / 2, G_MAXINT64 }, { 5, 1, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      Parts parts = sound;

      parts.n_digits = shapes[i].n_digits;
      parts.lowest = shapes[i].lowest;
      parts.highest = shapes[i].highest;
      assert_parts_refused (parts, "impossible");
    }
}

static void
assert_counts_refused (const guint8 *counts,
                       gsize         n_counts,
                       const char   *reason)
{
  Parts parts = sound;

  parts.counts = counts;
  parts.n_counts = n_counts;
  parts.length = (guint32) n_counts;
  assert_parts_refused (parts, reason);
}

static void
test_wrong_counts (void)
{
  const guint8 unfinished[] = { 0x02, 0x80 };
  const guint8 far_run[] = { 0x02, 0xff, 0xff, 0xff, 0x7f };
  const guint8 farthest_run[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  const guint8 huge[] = { 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  const guint8 huge_sum[] = {
    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, /* 2⁵² */
    0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, /* 2⁵² + 1 */
  };

  assert_counts_refused (unfinished, sizeof unfinished, "cut short");
  assert_counts_refused (far_run, sizeof far_run, "beyond its own range");
  assert_counts_refused (farthest_run, sizeof farthest_run, "beyond its own range");
  assert_counts_refused (huge, sizeof huge, "impossibly large");
  assert_counts_refused (huge_sum, sizeof huge_sum, "impossibly large");
}

static void
test_too_many_counts (void)
{
  g_autofree guint8 *ones = g_malloc (100000);

  memset (ones, 0x02, 100000);
  assert_counts_refused (ones, 100000, "beyond its own range");
}

static void
test_bomb (void)
{
  g_autoptr(GByteArray) zeros = g_byte_array_new ();
  g_autofree char *text = NULL;

  g_byte_array_set_size (zeros, 64 << 20);
  memset (zeros->data, 0, zeros->len);
  text = wrap (COOKIE_COMPRESSED, zeros, 0);

  g_assert_cmpuint (strlen (text), <, 100000);
  assert_refused (text, "inflates");
}

/* Cut anywhere or with any letter changed, it is refused or still sound; never worse. */
static void
test_damaged_anywhere (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();
  g_autofree char *text = NULL;
  guint n_refused = 0;
  gsize length;

  for (gint64 i = 0; i < 1000; i++)
    sy_histogram_record (histogram, i * i);
  text = sy_histogram_encode (histogram);
  length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *cut = g_strndup (text, i);
      g_autofree char *changed = g_strdup (text);
      g_autoptr(GError) error = NULL;
      g_autoptr(SyHistogram) decoded = NULL;

      assert_refused (cut, "Not a readable histogram");
      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      decoded = sy_histogram_decode (changed, &error);
      g_assert_true ((decoded == NULL) == (error != NULL));
      n_refused += decoded == NULL;
    }

  /* All but a few spare bits are covered by zlib's checksum. */
  g_assert_cmpuint (n_refused, >, length * 9 / 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram-codec/round-trip/random", test_round_trip);
  g_test_add_func ("/histogram-codec/round-trip/counts-of-any-size", test_round_trip_of_counts);
  g_test_add_func ("/histogram-codec/round-trip/incompressible", test_round_trip_of_noise);
  g_test_add_func ("/histogram-codec/round-trip/empty-and-widest", test_round_trip_of_edges);
  g_test_add_func ("/histogram-codec/encode/bytes-are-stable", test_bytes_are_stable);
  g_test_add_func ("/histogram-codec/decode/another-library", test_foreign);
  g_test_add_func ("/histogram-codec/decode/white-space-around", test_white_space);
  g_test_add_func ("/histogram-codec/decode/by-hand", test_parts_sound);
  g_test_add_func ("/histogram-codec/refuse/not-base64", test_not_base64);
  g_test_add_func ("/histogram-codec/refuse/wrong-wrapper", test_wrong_wrapper);
  g_test_add_func ("/histogram-codec/refuse/not-zlib", test_not_zlib);
  g_test_add_func ("/histogram-codec/refuse/wrong-header", test_wrong_header);
  g_test_add_func ("/histogram-codec/refuse/impossible-range", test_impossible_range);
  g_test_add_func ("/histogram-codec/refuse/wrong-counts", test_wrong_counts);
  g_test_add_func ("/histogram-codec/refuse/too-many-counts", test_too_many_counts);
  g_test_add_func ("/histogram-codec/refuse/bomb", test_bomb);
  g_test_add_func ("/histogram-codec/refuse/damaged-anywhere", test_damaged_anywhere);

  return g_test_run ();
}
