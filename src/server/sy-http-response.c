/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <time.h>

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

/* Three letters each; strftime() would ask the locale. */
static const char day_names[] = "SunMonTueWedThuFriSat";
static const char month_names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

static char *
append_two_digits (char *end,
                   int   number,
                   char  c)
{
  *end++ = (char) ('0' + number / 10 % 10);
  *end++ = (char) ('0' + number % 10);
  *end++ = c;

  return end;
}

static char *
append_name (char       *end,
             const char *names,
             int         index)
{
  memcpy (end, names + 3 * index, 3);

  return end + 3;
}

/* "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). */
void
sy_http_write_date (gint64  s,
                    char   *text)
{
  time_t time_s = (time_t) s;
  struct tm date;
  char *end;

  gmtime_r (&time_s, &date);
  end = append (append_name (text, day_names, date.tm_wday), ", ");
  end = append_two_digits (end, date.tm_mday, ' ');
  end = append (append_name (end, month_names, date.tm_mon), " ");
  end = append_two_digits (end, (date.tm_year + 1900) / 100, '0') - 1;
  end = append_two_digits (end, date.tm_year % 100, ' ');
  end = append_two_digits (end, date.tm_hour, ':');
  end = append_two_digits (end, date.tm_min, ':');
  end = append_two_digits (end, date.tm_sec, ' ');
  append (end, "GMT");
}

/* Written once a second and thread, so that there is nothing to share. */
const char *
sy_http_get_date (void)
{
  static _Thread_local char text[32];
  static _Thread_local time_t written_s;
  time_t now_s = time (NULL);

  if (now_s != written_s)
    sy_http_write_date (now_s, text);
  written_s = now_s;

  return text;
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

  end = append (end, "Date: ");
  end = append (end, self->date);
  end = append (end, "\r\nContent-Type: ");
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
