/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "server/sy-answer.h"
#include "server/sy-http-request.h"

typedef struct
{
  guint       status;
  const char *line;
} StatusLine;

static const StatusLine status_lines[] = {
  { 200, "HTTP/1.1 200 OK\r\n" },
  { 404, "HTTP/1.1 404 Not Found\r\n" },
  { 405, "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n" },
  { 411, "HTTP/1.1 411 Length Required\r\n" },
  { 413, "HTTP/1.1 413 Content Too Large\r\n" },
  { 431, "HTTP/1.1 431 Request Header Fields Too Large\r\n" },
  { 500, "HTTP/1.1 500 Internal Server Error\r\n" },
  { 505, "HTTP/1.1 505 HTTP Version Not Supported\r\n" },
};

static const char bad_request_line[] = "HTTP/1.1 400 Bad Request\r\n";

static const char *
get_status_line (guint status)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_lines); i++)
    if (status_lines[i].status == status)
      return status_lines[i].line;

  return bad_request_line;
}

static char *
append (char       *end,
        const char *text)
{
  return stpcpy (end, text);
}

/* What printf would do, an order of magnitude faster. */
static char *
append_number (char    *end,
               guint64  number)
{
  char digits[20];
  guint n_digits = 0;

  do
    {
      digits[n_digits++] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);

  while (n_digits > 0)
    *end++ = digits[--n_digits];

  return end;
}

/* Staying open is the rule in HTTP/1.1 and the exception in 1.0. */
static char *
append_connection (char                 *end,
                   const SyHttpResponse *self)
{
  if (!self->is_kept)
    return append (end, "\r\nConnection: close");
  if (self->minor_version == 0)
    return append (end, "\r\nConnection: keep-alive");

  return end;
}

gsize
sy_http_response_write_head (const SyHttpResponse *self,
                             char                 *head)
{
  char *end = append (head, get_status_line (self->status));

  end = append (end, "Content-Type: ");
  end = append (end, self->content_type);
  if (self->has_check)
    {
      end = append (end, "\r\n" SY_ANSWER_CHECK_HEADER ": ");
      end = append_number (end, self->check);
    }
  end = append (end, "\r\nContent-Length: ");
  end = append_number (end, self->content_length);
  end = append_connection (end, self);
  end = append (end, "\r\n\r\n");

  return (gsize) (end - head);
}
