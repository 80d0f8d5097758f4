/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <gio/gio.h>
#include <string.h>

#include "stats/sy-histogram-codec-private.h"

static void
put_32 (GByteArray *bytes,
        guint32     value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
put_64 (GByteArray *bytes,
        guint64     value)
{
  guint64 big = GUINT64_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
put_double (GByteArray *bytes,
            double      value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  put_64 (bytes, bits);
}

static void
put_number (GByteArray *bytes,
            gint64      value)
{
  guint64 rest = ((guint64) value << 1) ^ (guint64) (value >> 63);
  guint8 number[SY_HISTOGRAM_NUMBER_SIZE];
  guint n = 0;

  while (rest >= 0x80 && n < SY_HISTOGRAM_NUMBER_SIZE - 1)
    {
      number[n++] = (guint8) (rest | 0x80);
      rest >>= 7;
    }
  number[n++] = (guint8) rest;

  g_byte_array_append (bytes, number, n);
}

static guint
count_empty (const SyHistogram *self,
             guint              from,
             guint              end)
{
  guint slot = from;

  while (slot < end && self->counts[slot] == 0)
    slot++;

  return slot - from;
}

/* An empty histogram is one empty slot: other readers may never have met none at all. */
static GByteArray *
write_counts (const SyHistogram *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint n_used = MAX (1, sy_histogram_count_used (self));
  guint slot = 0;

  while (slot < n_used)
    {
      guint n_empty = count_empty (self, slot, n_used);

      put_number (bytes, n_empty > 1 ? -(gint64) n_empty : self->counts[slot]);
      slot += MAX (1, n_empty);
    }

  return bytes;
}

static GByteArray *
write_plain (const SyHistogram *self)
{
  g_autoptr(GByteArray) counts = write_counts (self);
  GByteArray *bytes = g_byte_array_new ();

  put_32 (bytes, SY_HISTOGRAM_COOKIE_PLAIN | SY_HISTOGRAM_COOKIE_WORD);
  put_32 (bytes, counts->len);
  put_32 (bytes, 0);
  put_32 (bytes, self->shape.n_digits);
  put_64 (bytes, (guint64) self->shape.lowest);
  put_64 (bytes, (guint64) self->shape.highest);
  put_double (bytes, 1);
  g_byte_array_append (bytes, counts->data, counts->len);

  return bytes;
}

/* The room is more than deflate ever needs, so one call is enough. */
static GByteArray *
compress (const GByteArray *plain)
{
  g_autoptr(GZlibCompressor) compressor = NULL;
  GByteArray *packed = g_byte_array_new ();
  GConverterResult result;
  gsize n_read, n_written;

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  g_byte_array_set_size (packed, plain->len + plain->len / 1000 + 64);
  result = g_converter_convert (G_CONVERTER (compressor),
                                plain->data, plain->len,
                                packed->data, packed->len,
                                G_CONVERTER_INPUT_AT_END,
                                &n_read, &n_written, NULL);
  g_assert (result == G_CONVERTER_FINISHED);
  g_byte_array_set_size (packed, (guint) n_written);

  return packed;
}

char *
sy_histogram_encode (const SyHistogram *self)
{
  g_autoptr(GByteArray) plain = NULL;
  g_autoptr(GByteArray) packed = NULL;
  g_autoptr(GByteArray) wrapped = g_byte_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  plain = write_plain (self);
  packed = compress (plain);
  put_32 (wrapped, SY_HISTOGRAM_COOKIE_COMPRESSED | SY_HISTOGRAM_COOKIE_WORD);
  put_32 (wrapped, packed->len);
  g_byte_array_append (wrapped, packed->data, packed->len);

  return g_base64_encode (wrapped->data, wrapped->len);
}
