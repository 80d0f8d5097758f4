/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-pdf-catalog.h"

#include <string.h>

#define CATALOG "<< /Type /Catalog\n"
#define START "startxref\n"

/* Where @text stands last before @end; %G_MAXSIZE for nowhere. */
static gsize
find_last (const GByteArray *pdf,
           gsize             end,
           const char       *text)
{
  gsize length = strlen (text);

  for (gsize i = end; i >= length; i--)
    if (memcmp (pdf->data + i - length, text, length) == 0)
      return i - length;

  return G_MAXSIZE;
}

static void
insert (GByteArray *pdf,
        gsize       place,
        const char *text)
{
  gsize length = strlen (text);
  gsize n_after = pdf->len - place;

  g_byte_array_set_size (pdf, pdf->len + (guint) length);
  memmove (pdf->data + place + length, pdf->data + place, n_after);
  memcpy (pdf->data + place, text, length);
}

/* The catalogue is the last object, so that what comes into it moves nothing but the table of
 * objects behind it, and where that begins is the last thing the file says.
 */
void
sy_pdf_set_language (GByteArray *pdf,
                     const char *language)
{
  gsize start = find_last (pdf, pdf->len, START);
  gsize table = start != G_MAXSIZE ? find_last (pdf, start, "endobj\nxref\n") : G_MAXSIZE;
  gsize catalog = table != G_MAXSIZE ? find_last (pdf, table, CATALOG) : G_MAXSIZE;
  g_autofree char *entries = NULL;
  g_autofree char *end = NULL;

  if (catalog == G_MAXSIZE || find_last (pdf, table, " 0 obj\n") > catalog)
    return;

  entries = g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                             language);
  end = g_strdup_printf ("%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         table + strlen ("endobj\n") + strlen (entries));
  g_byte_array_set_size (pdf, (guint) (start + strlen (START)));
  g_byte_array_append (pdf, (const guint8 *) end, (guint) strlen (end));
  insert (pdf, catalog + strlen (CATALOG), entries);
}
