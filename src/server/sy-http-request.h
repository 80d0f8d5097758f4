/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The HTTP/1.1 of the lean servers (RFC 9110, RFC 9112), strict and small: GET, HEAD, no bodies. */

/* The longest request. */
enum { SY_HTTP_MAX_REQUEST = 8192 };

/* What sy_http_response_write_head() writes at most. */
enum { SY_HTTP_MAX_RESPONSE_HEAD = 256 };

/**
 * SyHttpRequest:
 * @at: all before this byte has been read; when complete, the request's size
 * @target_at: where the request's target is in the data: "/work?k=7&steps=c2"
 * @is_head: whether only the head of the answer is wanted
 * @is_kept: whether the connection stays open after the answer
 *
 * A request being read, line by line, from data that grows.  Zeroed to begin with.
 */
typedef struct
{
  gsize    at;
  gsize    target_at;
  gsize    target_length;
  guint    minor_version;
  gboolean has_line;
  gboolean has_host;
  gboolean has_length;
  gboolean is_head;
  gboolean is_kept;
} SyHttpRequest;

/**
 * sy_http_request_parse:
 * @data: from the first byte of the request on; the same bytes as before and perhaps more
 *
 * Returns: 0 if the request is not complete yet, 200 if it is, or the status to refuse it with,
 *   after which the connection is of no more use
 */
guint sy_http_request_parse       (SyHttpRequest        *self,
                                   const char           *data,
                                   gsize                 length);

/**
 * SyHttpResponse:
 * @minor_version: of the request
 * @date: sy_http_get_date()
 * @content_type: static, short
 * @content_length: of the body, whether or not it is sent
 * @has_check: whether @check is told
 */
typedef struct
{
  guint       status;
  guint       minor_version;
  gboolean    is_kept;
  const char *date;
  const char *content_type;
  gsize       content_length;
  gboolean    has_check;
  guint32     check;
} SyHttpResponse;

/* The time as a Date header tells it; valid until this thread asks again. */
const char *sy_http_get_date            (void);

/* Writes the time @s seconds after 1970 likewise; @text has room for 30 bytes. */
void        sy_http_write_date          (gint64                s,
                                         char                 *text);

/* Returns how many bytes of @head were written, at most %SY_HTTP_MAX_RESPONSE_HEAD. */
gsize       sy_http_response_write_head (const SyHttpResponse *self,
                                         char                 *head);

G_END_DECLS
