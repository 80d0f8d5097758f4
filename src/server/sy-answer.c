/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-answer.h"

#include <string.h>

static const char opening[] = "{\"data\":\"";
static const char closing[] = "\"}";

enum
{
  OPENING_SIZE = sizeof opening - 1,
  CLOSING_SIZE = sizeof closing - 1,
};

/* The smallest sizes are too small for a member: "{}", "{ }", …; one byte is a number. */
static void
write_small_body (char  *body,
                  gsize  size)
{
  if (size == 0)
    return;

  memset (body, ' ', size);
  body[size - 1] = '}';
  body[0] = size > 1 ? '{' : '0';
}

void
sy_answer_write_body (char  *body,
                      gsize  size)
{
  if (size < OPENING_SIZE + CLOSING_SIZE)
    {
      write_small_body (body, size);
      return;
    }

  memcpy (body, opening, OPENING_SIZE);
  memset (body + OPENING_SIZE, 'x', size - OPENING_SIZE - CLOSING_SIZE);
  memcpy (body + size - CLOSING_SIZE, closing, CLOSING_SIZE);
}
