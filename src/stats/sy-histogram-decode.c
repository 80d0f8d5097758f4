/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "stats/sy-histogram-codec-private.h"

/* No histogram is larger, whatever a small text inflates to. */
#define MAX_PLAIN_SIZE \
  (SY_HISTOGRAM_HEADER_SIZE + SY_HISTOGRAM_MAX_SLOTS * (gsize) SY_HISTOGRAM_NUMBER_SIZE)

/* Then every sum of counts is exact as a double too, here and in JavaScript, and merging a thousand
 * of the largest histograms cannot overflow.
 */
#define MAX_TOTAL (G_GINT64_CONSTANT (1) << 53)

/* What is left to read. */
typedef struct
{
  const guint8 *data;
  gsize         length;
} Bytes;

G_DEFINE_QUARK (sy-histogram-error-quark, sy_histogram_error)

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error (error, SY_HISTOGRAM_ERROR, SY_HISTOGRAM_ERROR_INVALID,
               _("Not a readable histogram: %s"), reason);

  return FALSE;
}

static GByteArray *
decompress (Bytes    packed,
            GError **error)
{
  g_autoptr(GConverter) decompressor = NULL;
  g_autoptr(GInputStream) source = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GByteArray) plain = g_byte_array_new ();
  g_autoptr(GError) local_error = NULL;
  guint8 chunk[4096];
  gssize n_read;

  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  source = g_memory_input_stream_new_from_data (packed.data, (gssize) packed.length, NULL);
  stream = g_converter_input_stream_new (source, decompressor);
  while ((n_read = g_input_stream_read (stream, chunk, sizeof chunk, NULL, &local_error)) > 0)
    {
      g_byte_array_append (plain, chunk, (guint) n_read);
      if (plain->len <= MAX_PLAIN_SIZE)
        continue;
      fail (error, _("it inflates to more than any histogram holds"));
      return NULL;
    }

  if (n_read < 0)
    {
      fail (error, local_error->message);
      return NULL;
    }

  return g_steal_pointer (&plain);
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
take_cookie (Bytes   *bytes,
             guint32  expected)
{
  return (take_32 (bytes) & ~SY_HISTOGRAM_COOKIE_WORD_MASK) == expected;
}

static gboolean
take_number (Bytes  *bytes,
             gint64 *value)
{
  guint64 bits = 0;

  for (guint i = 0; i < SY_HISTOGRAM_NUMBER_SIZE; i++)
    {
      guint8 byte;

      if (bytes->length == 0)
        return FALSE;

      byte = *bytes->data++;
      bytes->length--;
      if (byte < 0x80 || i == SY_HISTOGRAM_NUMBER_SIZE - 1)
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

  if (bytes->length < SY_HISTOGRAM_WRAPPER_SIZE)
    return fail (error, _("it is cut short"));
  if (!take_cookie (bytes, SY_HISTOGRAM_COOKIE_COMPRESSED))
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

  if (bytes->length < SY_HISTOGRAM_HEADER_SIZE)
    return fail (error, _("its header is cut short"));
  if (!take_cookie (bytes, SY_HISTOGRAM_COOKIE_PLAIN))
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
    {
      fail (error, _("it is not base64 text"));
      return NULL;
    }

  data = g_base64_decode (text, &bytes.length);
  bytes.data = data;
  if (!read_wrapper (&bytes, error))
    return NULL;

  plain = decompress (bytes, error);
  if (plain == NULL)
    return NULL;

  return read_plain ((Bytes) { plain->data, plain->len }, error);
}
