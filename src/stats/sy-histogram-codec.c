/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "stats/sy-histogram-private.h"

/*
 * HdrHistogram's "V2 encoding" (Tene, HdrHistogram 2.1, 2014), big-endian:
 *
 *   wrapper   cookie, length, then zlib: header, counts
 *   header    cookie, length of the counts, normalising offset, digits (32 bits each),
 *             lowest, highest, ratio of a double (64 bits each)
 *   counts    one number a slot from the lowest on; a negative one stands for as many empty slots
 *
 * Numbers are ZigZag LEB128 in at most 9 bytes: the ninth carries 8 bits.  The bits in COOKIE_WORD
 * tell the word size of an older encoding and this one's readers ignore them.  The offset and the
 * ratio are ignored as well: counts are written in logical order whatever the offset, and writers
 * disagree on what they put there.
 */
#define COOKIE_PLAIN 0x1c849303u
#define COOKIE_COMPRESSED 0x1c849304u
#define COOKIE_WORD 0x10u
#define COOKIE_MASK 0xffffff0fu

#define WRAPPER_SIZE 8
#define HEADER_SIZE 40
#define NUMBER_SIZE 9

/* No histogram is larger, whatever a small text inflates to. */
#define MAX_PLAIN_SIZE (HEADER_SIZE + SY_HISTOGRAM_MAX_SLOTS * (gsize) NUMBER_SIZE)

/* Then every sum of counts is exact as a double too, here and in JavaScript, and merging a thousand
 * of the largest histograms cannot overflow.
 */
#define MAX_TOTAL (G_GINT64_CONSTANT (1) << 53)

typedef struct
{
  const guint8 *data;
  gsize         length;
} Bytes;

G_DEFINE_QUARK (sy-histogram-error-quark, sy_histogram_error)

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
  guint8 number[NUMBER_SIZE];
  guint n = 0;

  while (rest >= 0x80 && n < NUMBER_SIZE - 1)
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

  put_32 (bytes, COOKIE_PLAIN | COOKIE_WORD);
  put_32 (bytes, counts->len);
  put_32 (bytes, 0);
  put_32 (bytes, self->shape.n_digits);
  put_64 (bytes, (guint64) self->shape.lowest);
  put_64 (bytes, (guint64) self->shape.highest);
  put_double (bytes, 1);
  g_byte_array_append (bytes, counts->data, counts->len);

  return bytes;
}

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error (error, SY_HISTOGRAM_ERROR, SY_HISTOGRAM_ERROR_INVALID,
               _("Not a readable histogram: %s"), reason);

  return FALSE;
}

static GByteArray *
convert (GConverter  *converter,
         Bytes        input,
         GError     **error)
{
  g_autoptr(GInputStream) source = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GByteArray) output = g_byte_array_new ();
  guint8 chunk[4096];
  gssize n_read;

  source = g_memory_input_stream_new_from_data (input.data, (gssize) input.length, NULL);
  stream = g_converter_input_stream_new (source, converter);
  while ((n_read = g_input_stream_read (stream, chunk, sizeof chunk, NULL, error)) > 0)
    {
      g_byte_array_append (output, chunk, (guint) n_read);
      if (output->len > MAX_PLAIN_SIZE)
        break;
    }

  return n_read < 0 ? NULL : g_steal_pointer (&output);
}

static GByteArray *
compress (const GByteArray *plain)
{
  g_autoptr(GZlibCompressor) compressor = NULL;
  g_autoptr(GError) error = NULL;
  GByteArray *packed;

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  packed = convert (G_CONVERTER (compressor), (Bytes) { plain->data, plain->len }, &error);
  g_assert_no_error (error);

  return packed;
}

static GByteArray *
decompress (Bytes    packed,
            GError **error)
{
  g_autoptr(GZlibDecompressor) decompressor = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GByteArray) plain = NULL;

  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  plain = convert (G_CONVERTER (decompressor), packed, &local_error);
  if (plain == NULL)
    return fail (error, local_error->message), NULL;
  if (plain->len > MAX_PLAIN_SIZE)
    return fail (error, _("it inflates to more than any histogram holds")), NULL;

  return g_steal_pointer (&plain);
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
  put_32 (wrapped, COOKIE_COMPRESSED | COOKIE_WORD);
  put_32 (wrapped, packed->len);
  g_byte_array_append (wrapped, packed->data, packed->len);

  return g_base64_encode (wrapped->data, wrapped->len);
}

/* What is left must be long enough; callers have checked. */
static guint32
take_32 (Bytes *bytes)
{
  guint32 big;

  g_assert (bytes->length >= sizeof big);
  memcpy (&big, bytes->data, sizeof big);
  bytes->data += sizeof big;
  bytes->length -= sizeof big;

  return GUINT32_FROM_BE (big);
}

static gint64
take_64 (Bytes *bytes)
{
  guint64 high = take_32 (bytes);

  return (gint64) (high << 32 | take_32 (bytes));
}

static gboolean
take_number (Bytes  *bytes,
             gint64 *value)
{
  guint64 bits = 0;

  for (guint i = 0; i < NUMBER_SIZE; i++)
    {
      guint8 byte;

      if (bytes->length == 0)
        return FALSE;

      byte = *bytes->data++;
      bytes->length--;
      if (byte < 0x80 || i == NUMBER_SIZE - 1)
        {
          bits |= (guint64) byte << (7 * i);
          break;
        }
      bits |= (guint64) (byte & 0x7f) << (7 * i);
    }

  *value = (gint64) (bits >> 1) ^ -(gint64) (bits & 1);
  return TRUE;
}

/* g_base64_decode() skips what it does not know, and would make something of anything. */
static gboolean
is_base64 (const char *text)
{
  gsize n_letters = strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+/");
  gsize n_padding = strspn (text + n_letters, "=");

  return text[n_letters + n_padding] == '\0'
         && n_padding <= 2
         && (n_letters + n_padding) % 4 == 0;
}

static gboolean
read_wrapper (Bytes   *bytes,
              GError **error)
{
  guint32 length;

  if (bytes->length < WRAPPER_SIZE)
    return fail (error, _("it is cut short"));
  if ((take_32 (bytes) & COOKIE_MASK) != COOKIE_COMPRESSED)
    return fail (error, _("it is not in HdrHistogram’s compressed V2 encoding"));

  length = take_32 (bytes);
  if (length > bytes->length)
    return fail (error, _("it is cut short"));

  bytes->length = length;
  return TRUE;
}

static gboolean
read_header (Bytes             *bytes,
             SyHistogramShape  *shape,
             GError           **error)
{
  guint32 length, n_digits;
  gint64 lowest, highest;

  if (bytes->length < HEADER_SIZE)
    return fail (error, _("its header is cut short"));
  if ((take_32 (bytes) & COOKIE_MASK) != COOKIE_PLAIN)
    return fail (error, _("it is not in HdrHistogram’s V2 encoding"));

  length = take_32 (bytes);
  take_32 (bytes);
  n_digits = take_32 (bytes);
  lowest = take_64 (bytes);
  highest = take_64 (bytes);
  take_64 (bytes);
  if (!sy_histogram_shape_init (shape, lowest, highest, n_digits))
    return fail (error, _("its range or its number of digits is impossible"));
  if (length > bytes->length)
    return fail (error, _("its counts are cut short"));

  bytes->length = length;
  return TRUE;
}

static gboolean
read_counts (SyHistogram  *self,
             Bytes         bytes,
             GError      **error)
{
  gint64 slot = 0;

  while (bytes.length > 0)
    {
      gint64 n_left = self->shape.n_slots - slot;
      gint64 number;

      if (!take_number (&bytes, &number))
        return fail (error, _("its counts are cut short"));
      if (n_left == 0 || number < -n_left)
        return fail (error, _("it counts beyond its own range"));
      if (number > MAX_TOTAL - self->total)
        return fail (error, _("its counts are impossibly large"));

      if (number >= 0)
        {
          self->counts[slot] = number;
          self->total += number;
        }
      slot += number < 0 ? -number : 1;
    }

  return TRUE;
}

static SyHistogram *
read_plain (Bytes    bytes,
            GError **error)
{
  g_autoptr(SyHistogram) self = NULL;
  SyHistogramShape shape;

  if (!read_header (&bytes, &shape, error))
    return NULL;

  self = sy_histogram_new_shaped (&shape);
  if (!read_counts (self, bytes, error))
    return NULL;

  return g_steal_pointer (&self);
}

SyHistogram *
sy_histogram_decode (const char  *base64,
                     GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree guint8 *data = NULL;
  g_autoptr(GByteArray) plain = NULL;
  Bytes bytes;

  g_return_val_if_fail (base64 != NULL, NULL);

  text = g_strstrip (g_strdup (base64));
  if (!is_base64 (text))
    return fail (error, _("it is not base64 text")), NULL;

  data = g_base64_decode (text, &bytes.length);
  bytes.data = data;
  if (!read_wrapper (&bytes, error))
    return NULL;

  plain = decompress (bytes, error);
  if (plain == NULL)
    return NULL;

  return read_plain ((Bytes) { plain->data, plain->len }, error);
}
