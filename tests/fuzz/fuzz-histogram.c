/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <stdint.h>
#include <string.h>

#include "stats/sy-histogram.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* No fuzzer guesses a checksum.  So what begins with a dot is taken for what is inside the
 * compression, and wrapped properly.
 */
static char *
wrap (const uint8_t *plain,
      size_t         size)
{
  g_autoptr(GZlibCompressor) compressor = NULL;
  gsize room = size + size / 1000 + 64;
  g_autofree guint8 *wrapped = g_malloc (8 + room);
  gsize n_read, n_written;
  guint32 lengths[2];

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_assert_cmpint (g_converter_convert (G_CONVERTER (compressor),
                                        plain, size, wrapped + 8, room,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==,
                   G_CONVERTER_FINISHED);
  lengths[0] = GUINT32_TO_BE (0x1c849314);
  lengths[1] = GUINT32_TO_BE ((guint32) n_written);
  memcpy (wrapped, lengths, sizeof lengths);

  return g_base64_encode (wrapped, 8 + n_written);
}

/* Four digits and five take the same paths as three, with up to a hundred times as many slots: all
 * they add is that the fuzzer hardly moves.
 */
static void
save_time (uint8_t *plain,
           size_t   size)
{
  enum { DIGITS_AT = 15 };

  if (size > DIGITS_AT && (plain[DIGITS_AT] == 4 || plain[DIGITS_AT] == 5))
    plain[DIGITS_AT] = 3;
}

static char *
make_text (const uint8_t *data,
           size_t         size)
{
  if (size > 1 && data[0] == '.')
    {
      g_autofree uint8_t *plain = g_memdup2 (data + 1, size - 1);

      save_time (plain, size - 1);
      return wrap (plain, size - 1);
    }

  return g_strndup ((const char *) data, size);
}

/* What was accepted answers sensibly and survives another turn. */
static void
check (const SyHistogram *histogram)
{
  g_autofree char *text = sy_histogram_encode (histogram);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) again = sy_histogram_decode (text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sy_histogram_get_count (again), ==, sy_histogram_get_count (histogram));
  g_assert_cmpint (sy_histogram_get_min (again), ==, sy_histogram_get_min (histogram));
  g_assert_cmpint (sy_histogram_get_max (again), ==, sy_histogram_get_max (histogram));
  g_assert_cmpint (sy_histogram_get_quantile (again, 0.5),
                   ==,
                   sy_histogram_get_quantile (histogram, 0.5));
  g_assert_cmpint (sy_histogram_get_min (histogram), <=, sy_histogram_get_max (histogram));

  sy_histogram_merge (again, histogram);
  g_assert_cmpint (sy_histogram_get_count (again), ==, 2 * sy_histogram_get_count (histogram));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = make_text (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyHistogram) histogram = sy_histogram_decode (text, &error);

  g_assert ((histogram == NULL) == (error != NULL));
  if (histogram != NULL)
    check (histogram);

  return 0;
}
