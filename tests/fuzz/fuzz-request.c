/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "server/sy-http-request.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Byte by byte, each time in a block of its own so that reading too far is seen. */
static guint
parse_in_pieces (const uint8_t *data,
                 gsize          size,
                 SyHttpRequest *request)
{
  guint status = 0;

  for (gsize length = 1; length <= size && status == 0; length++)
    {
      g_autofree char *block = g_memdup2 (data, length);

      status = sy_http_request_parse (request, block, length);
    }

  return status;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  SyHttpRequest whole = { 0 };
  SyHttpRequest pieces = { 0 };
  gsize length = MIN (size, 512);
  guint status;

  if (size == 0)
    return 0;

  status = sy_http_request_parse (&whole, (const char *) data, length);
  g_assert (status == 0 || (status >= 200 && status < 600));
  g_assert_cmpuint (parse_in_pieces (data, length, &pieces), ==, status);
  g_assert_cmpuint (pieces.at, ==, whole.at);
  g_assert_cmpuint (whole.at, <=, length);
  if (status == 200)
    {
      g_assert_cmpuint (whole.target_at + whole.target_length, <, whole.at);
      g_assert_cmpint (data[whole.target_at], ==, '/');
    }

  return 0;
}
