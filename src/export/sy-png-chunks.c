/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-png-chunks.h"

#include <math.h>
#include <string.h>

enum
{
  TYPE_SIZE = 4,
  HEADER_END = 33,  /* the signature's 8 bytes, and 25 of the first chunk */
};

/* The cyclic redundancy check of ISO 3309, bit by bit: there is little to check. */
static guint32
check_sum (const guint8 *data,
           gsize         length)
{
  guint32 sum = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }

  return ~sum;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

/* @content: the type of the chunk, and what is in it */
static void
append_chunk (GByteArray       *chunks,
              const GByteArray *content)
{
  append_number (chunks, content->len - TYPE_SIZE);
  g_byte_array_append (chunks, content->data, content->len);
  append_number (chunks, check_sum (content->data, content->len));
}

void
sy_png_append_text (GByteArray *chunks,
                    const char *keyword,
                    const char *text)
{
  static const guint8 plain_without_language[] = { 0, 0, 0, 0 };
  g_autoptr(GByteArray) content = g_byte_array_new ();

  g_byte_array_append (content, (const guint8 *) "iTXt", TYPE_SIZE);
  g_byte_array_append (content, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (content, plain_without_language, sizeof plain_without_language);
  g_byte_array_append (content, (const guint8 *) text, (guint) strlen (text));
  append_chunk (chunks, content);
}

void
sy_png_append_density (GByteArray *chunks,
                       guint       pixels_per_inch)
{
  static const guint8 metre = 1;
  g_autoptr(GByteArray) content = g_byte_array_new ();
  guint32 pixels_per_metre = (guint32) lround (pixels_per_inch / 0.0254);

  g_byte_array_append (content, (const guint8 *) "pHYs", TYPE_SIZE);
  append_number (content, pixels_per_metre);
  append_number (content, pixels_per_metre);
  g_byte_array_append (content, &metre, 1);
  append_chunk (chunks, content);
}

void
sy_png_insert (GByteArray *png,
               GByteArray *chunks)
{
  guint rest = png->len - HEADER_END;

  g_assert (png->len > HEADER_END);

  g_byte_array_set_size (png, png->len + chunks->len);
  memmove (png->data + HEADER_END + chunks->len, png->data + HEADER_END, rest);
  memcpy (png->data + HEADER_END, chunks->data, chunks->len);
}
