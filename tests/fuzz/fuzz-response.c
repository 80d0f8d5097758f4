/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-response.h"

#include <stdint.h>

#include "load/sy-known-head.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static SyResponse whole;
static SyResponse other;

static void
check_same (void)
{
  g_assert (sy_response_end (&whole) == sy_response_end (&other));
  g_assert (sy_response_get_state (&whole) == sy_response_get_state (&other));
  if (sy_response_get_state (&whole) != SY_RESPONSE_DONE)
    return;

  g_assert (whole.status == other.status);
  g_assert (whole.status >= 200 && whole.status < 600);
  g_assert (whole.closes == other.closes);
  g_assert (whole.has_check == other.has_check);
  g_assert (whole.check == other.check);
}

static size_t
feed_pieces (const char *text,
             size_t      size)
{
  size_t n = 0;

  sy_response_init (&other, NULL);
  while (n < size && sy_response_get_state (&other) == SY_RESPONSE_MORE)
    n += sy_response_feed (&other, text + n, 1);

  return n;
}

static size_t
feed_known (const char *text,
            size_t      size)
{
  SyKnownHead known = { .length = 0 };

  sy_response_init (&other, &known);
  sy_response_feed (&other, text, size);
  sy_response_init (&other, &known);

  return sy_response_feed (&other, text, size);
}

/* However the input is cut, and whether or not its head is known, the parser finds the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  size_t n_whole;
  size_t n_other;

  sy_response_init (&whole, NULL);
  n_whole = sy_response_feed (&whole, text, size);

  n_other = feed_known (text, size);
  g_assert (n_other == n_whole);
  check_same ();

  n_other = feed_pieces (text, size);
  check_same ();
  g_assert (n_other == n_whole || sy_response_get_state (&whole) != SY_RESPONSE_DONE);

  return 0;
}
