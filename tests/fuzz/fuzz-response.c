/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-response.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static SyResponse whole;
static SyResponse pieces;

/* However the input is cut, the parser finds the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  size_t n_whole;
  size_t n_pieces = 0;

  sy_response_init (&whole);
  n_whole = sy_response_feed (&whole, text, size);

  sy_response_init (&pieces);
  while (n_pieces < size && sy_response_get_state (&pieces) == SY_RESPONSE_MORE)
    n_pieces += sy_response_feed (&pieces, text + n_pieces, 1);

  g_assert (sy_response_get_state (&whole) == sy_response_get_state (&pieces));
  g_assert (sy_response_end (&whole) == sy_response_end (&pieces));
  if (sy_response_get_state (&whole) != SY_RESPONSE_DONE)
    return 0;

  g_assert (n_whole == n_pieces);
  g_assert (whole.status == pieces.status);
  g_assert (whole.status >= 200 && whole.status < 600);
  g_assert (whole.closes == pieces.closes);
  g_assert (whole.has_check == pieces.has_check);
  g_assert (whole.check == pieces.check);

  return 0;
}
