/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-http-request.h"

#include <string.h>

/* A piece of the data. */
typedef struct
{
  const char *start;
  gsize       length;
} Piece;

static gboolean
is_token_character (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("!#$%&'*+-.^_`|~", c) != NULL);
}

static gboolean
equals (Piece       piece,
        const char *text)
{
  return piece.length == strlen (text) && memcmp (piece.start, text, piece.length) == 0;
}

/* Field names and connection options have no case. */
static gboolean
is_named (Piece       piece,
          const char *name)
{
  return piece.length == strlen (name)
         && g_ascii_strncasecmp (piece.start, name, piece.length) == 0;
}

/* Cuts off and returns what stands before the first @c; %FALSE if there is none. */
static gboolean
cut (Piece *rest,
     char   c,
     Piece *before)
{
  const char *found = memchr (rest->start, c, rest->length);

  if (found == NULL)
    return FALSE;

  *before = (Piece) { rest->start, (gsize) (found - rest->start) };
  rest->length -= before->length + 1;
  rest->start = found + 1;
  return TRUE;
}

static Piece
strip (Piece piece)
{
  while (piece.length > 0 && (*piece.start == ' ' || *piece.start == '\t'))
    {
      piece.start++;
      piece.length--;
    }
  while (piece.length > 0
         && (piece.start[piece.length - 1] == ' ' || piece.start[piece.length - 1] == '\t'))
    piece.length--;

  return piece;
}

static gboolean
is_token (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (!is_token_character (piece.start[i]))
      return FALSE;

  return piece.length > 0;
}

static gboolean
is_target (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (!g_ascii_isgraph (piece.start[i]))
      return FALSE;

  return piece.length > 0 && *piece.start == '/';
}

static guint
read_version (SyHttpRequest *self,
              Piece          version)
{
  if (version.length != strlen ("HTTP/1.1")
      || memcmp (version.start, "HTTP/", 5) != 0
      || !g_ascii_isdigit (version.start[5])
      || version.start[6] != '.'
      || !g_ascii_isdigit (version.start[7]))
    return 400;
  if (version.start[5] != '1')
    return 505;

  self->minor_version = version.start[7] != '0';
  self->is_kept = self->minor_version > 0;
  return 0;
}

static guint
read_request_line (SyHttpRequest *self,
                   const char    *data,
                   Piece          line)
{
  Piece method, target;
  guint status;

  if (!cut (&line, ' ', &method) || !is_token (method)
      || !cut (&line, ' ', &target) || !is_target (target))
    return 400;

  status = read_version (self, line);
  if (status != 0)
    return status;

  self->is_head = equals (method, "HEAD");
  if (!self->is_head && !equals (method, "GET"))
    return 405;

  self->target_at = (gsize) (target.start - data);
  self->target_length = target.length;
  self->has_line = TRUE;
  return 0;
}

static gboolean
is_field_value (Piece value)
{
  for (gsize i = 0; i < value.length; i++)
    if (value.start[i] != '\t' && g_ascii_iscntrl (value.start[i]))
      return FALSE;

  return TRUE;
}

static void
read_connection_option (SyHttpRequest *self,
                        Piece          option,
                        gboolean      *is_closing)
{
  if (is_named (option, "close"))
    *is_closing = TRUE;
  else if (is_named (option, "keep-alive"))
    self->is_kept = TRUE;
}

static guint
read_connection (SyHttpRequest *self,
                 Piece          value)
{
  gboolean is_closing = FALSE;
  Piece option;

  while (cut (&value, ',', &option))
    read_connection_option (self, strip (option), &is_closing);
  read_connection_option (self, strip (value), &is_closing);
  self->is_kept &= !is_closing;

  return 0;
}

/* A length of nothing is no body. */
static guint
read_content_length (SyHttpRequest *self,
                     Piece          value)
{
  gboolean is_zero = TRUE;

  if (self->has_length || value.length == 0)
    return 400;

  for (gsize i = 0; i < value.length; i++)
    {
      if (!g_ascii_isdigit (value.start[i]))
        return 400;
      is_zero &= value.start[i] == '0';
    }

  self->has_length = TRUE;
  return is_zero ? 0 : 413;
}

static guint
read_host (SyHttpRequest *self,
           Piece          value)
{
  if (self->has_host)
    return 400;

  self->has_host = TRUE;
  return 0;
}

static guint
read_field (SyHttpRequest *self,
            Piece          line)
{
  Piece name, value;

  if (!cut (&line, ':', &name) || !is_token (name))
    return 400;

  value = strip (line);
  if (!is_field_value (value))
    return 400;

  if (is_named (name, "Host"))
    return read_host (self, value);
  if (is_named (name, "Connection"))
    return read_connection (self, value);
  if (is_named (name, "Content-Length"))
    return read_content_length (self, value);
  if (is_named (name, "Transfer-Encoding"))
    return 411;

  return 0;
}

static guint
read_line (SyHttpRequest *self,
           const char    *data,
           Piece          line)
{
  if (line.length > 0)
    return self->has_line ? read_field (self, line) : read_request_line (self, data, line);

  /* Empty lines before a request are to be ignored (RFC 9112, 2.2). */
  if (!self->has_line)
    return 0;

  return self->has_host || self->minor_version == 0 ? 200 : 400;
}

static guint
judge_length (gsize length)
{
  return length >= SY_HTTP_MAX_REQUEST ? 431 : 0;
}

guint
sy_http_request_parse (SyHttpRequest *self,
                       const char    *data,
                       gsize          length)
{
  guint status = 0;

  while (status == 0)
    {
      Piece rest = { data + self->at, length - self->at };
      Piece line;

      if (rest.length == 0 || !cut (&rest, '\n', &line))
        return judge_length (length);
      if (line.length == 0 || line.start[line.length - 1] != '\r')
        return 400;

      line.length--;
      status = read_line (self, data, line);
      self->at = (gsize) (rest.start - data);
    }

  return status;
}
