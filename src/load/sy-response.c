/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-response.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "load/sy-known-head.h"

/* Those before STAGE_LENGTH read lines, those before STAGE_DONE bodies. */
enum
{
  STAGE_STATUS_LINE,
  STAGE_FIELDS,
  STAGE_CHUNK_SIZE,
  STAGE_CHUNK_END,
  STAGE_TRAILERS,
  STAGE_LENGTH,
  STAGE_CHUNK,
  STAGE_UNTIL_CLOSE,
  STAGE_DONE,
  STAGE_MALFORMED,
};

static void
fail (SyResponse *self,
      const char *problem)
{
  self->stage = STAGE_MALFORMED;
  self->problem = problem;
}

/* HTAB, SP, VCHAR and obs-text: what a field's value and a reason may be made of. */
static gboolean
is_text (const char *text,
         gsize       length)
{
  gboolean is_bad = FALSE;

  /* Without branches, so that compilers do many at once. */
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      is_bad |= ((c < ' ') & (c != '\t')) | (c == 0x7f);
    }

  return !is_bad;
}

static gboolean
is_token_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || (c != '\0' && strchr ("!#$%&'*+.^_`|~", c) != NULL);
}

static gboolean
is_word (const char *text,
         gsize       length,
         const char *word)
{
  return length == strlen (word) && g_ascii_strncasecmp (text, word, length) == 0;
}

static gboolean
parse_decimal (const char *text,
               gsize       length,
               guint64     max,
               guint64    *value)
{
  *value = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      *value = *value * 10 + (guint64) (text[i] - '0');
      if (*value > max)
        return FALSE;
    }

  return length > 0;
}

static void
take_status_line (SyResponse *self,
                  const char *line,
                  gsize       length)
{
  guint64 status;

  if (length < 8 || memcmp (line, "HTTP/1.", 7) != 0 || (line[7] != '0' && line[7] != '1'))
    {
      fail (self, N_("it does not begin with HTTP/1.1"));
      return;
    }

  if (length < 13 || line[8] != ' ' || line[12] != ' ' ||
      !parse_decimal (line + 9, 3, 599, &status) || status < 100 || status == 101 ||
      !is_text (line + 13, length - 13))
    {
      fail (self, N_("its status line is damaged"));
      return;
    }

  self->is_http_1_0 = line[7] == '0';
  self->status = (guint) status;
  self->stage = STAGE_FIELDS;
}

static void
take_content_length (SyResponse *self,
                     const char *value,
                     gsize       length)
{
  guint64 n;

  if (!parse_decimal (value, length, SY_RESPONSE_MAX_BODY, &n))
    fail (self, N_("its Content-Length is not a number, or more than 64 MiB"));
  else if (self->has_length && self->length != n)
    fail (self, N_("it has two different Content-Lengths"));

  self->has_length = TRUE;
  self->length = n;
}

static void
take_transfer_encoding (SyResponse *self,
                        const char *value,
                        gsize       length)
{
  if (self->is_chunked || !is_word (value, length, "chunked"))
    fail (self, N_("its Transfer-Encoding is not just “chunked”"));

  self->is_chunked = TRUE;
}

static void
take_connection (SyResponse *self,
                 const char *value,
                 gsize       length)
{
  while (length > 0)
    {
      const char *comma = memchr (value, ',', length);
      gsize n = comma != NULL ? (gsize) (comma - value) : length;
      gsize n_word = n;

      while (n_word > 0 && (value[n_word - 1] == ' ' || value[n_word - 1] == '\t'))
        n_word--;
      self->closes |= is_word (value, n_word, "close");
      self->keeps_alive |= is_word (value, n_word, "keep-alive");

      n += comma != NULL;
      while (n < length && (value[n] == ' ' || value[n] == '\t'))
        n++;
      value += n;
      length -= n;
    }
}

static void
take_check (SyResponse *self,
            const char *value,
            gsize       length)
{
  guint64 check;

  if (self->has_check || !parse_decimal (value, length, G_MAXUINT32, &check))
    {
      fail (self, N_("its Steelyard-Check is not one whole number below 2³²"));
      return;
    }

  self->has_check = TRUE;
  self->check = (guint32) check;
}

static void
take_known_field (SyResponse *self,
                  const char *name,
                  gsize       name_length,
                  const char *value,
                  gsize       length)
{
  if (is_word (name, name_length, "Content-Length"))
    take_content_length (self, value, length);
  else if (is_word (name, name_length, "Transfer-Encoding"))
    take_transfer_encoding (self, value, length);
  else if (is_word (name, name_length, "Connection"))
    take_connection (self, value, length);
  else if (is_word (name, name_length, "Steelyard-Check"))
    take_check (self, value, length);
}

static void
take_field (SyResponse *self,
            const char *line,
            gsize       length)
{
  const char *value;
  gsize n_name = 0;

  while (n_name < length && line[n_name] != ':' && is_token_char (line[n_name]))
    n_name++;

  if (n_name == 0 || n_name == length || line[n_name] != ':' ||
      !is_text (line + n_name, length - n_name))
    {
      fail (self, N_("one of its header lines is damaged"));
      return;
    }

  value = line + n_name + 1;
  length -= n_name + 1;
  while (length > 0 && (*value == ' ' || *value == '\t'))
    value++, length--;
  while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\t'))
    length--;

  /* Framing is never taken from trailers (RFC 9110, 6.5.1). */
  if (self->stage == STAGE_FIELDS)
    take_known_field (self, line, n_name, value, length);
}

static void
skip_informational (SyResponse *self)
{
  self->stage = STAGE_STATUS_LINE;
  self->closes = self->keeps_alive = self->is_chunked = self->has_length = FALSE;
  self->has_check = FALSE;
}

static void
end_head (SyResponse *self)
{
  gboolean has_body = self->status != 204 && self->status != 304;

  self->closes |= self->is_http_1_0 && !self->keeps_alive;
  self->n_left = self->length;

  if (self->is_chunked && (self->has_length || self->is_http_1_0))
    fail (self, N_("it has chunks where it must not"));
  else if (self->status < 200)
    skip_informational (self);
  else if (!has_body || (self->has_length && self->length == 0))
    self->stage = STAGE_DONE;
  else if (self->is_chunked)
    self->stage = STAGE_CHUNK_SIZE;
  else if (self->has_length)
    self->stage = STAGE_LENGTH;
  else
    {
      self->stage = STAGE_UNTIL_CLOSE;
      self->closes = TRUE;
    }
}

static void
take_chunk_size (SyResponse *self,
                 const char *line,
                 gsize       length)
{
  gsize i = 0;

  self->n_left = 0;
  for (; i < length && g_ascii_isxdigit (line[i]); i++)
    {
      self->n_left = self->n_left * 16 + (guint64) g_ascii_xdigit_value (line[i]);
      if (self->n_left > SY_RESPONSE_MAX_BODY - self->n_body)
        {
          fail (self, N_("its chunks are more than 64 MiB"));
          return;
        }
    }

  /* What follows the size can only be an extension, which nobody has to understand. */
  if (i == 0 || (i < length && strchr ("; \t", line[i]) == NULL) || !is_text (line + i, length - i))
    {
      fail (self, N_("the size of one of its chunks is damaged"));
      return;
    }

  self->n_body += self->n_left;
  self->stage = self->n_left > 0 ? STAGE_CHUNK : STAGE_TRAILERS;
}

static void
take_line (SyResponse *self,
           const char *line,
           gsize       length)
{
  if (self->stage == STAGE_STATUS_LINE)
    take_status_line (self, line, length);
  else if (self->stage == STAGE_CHUNK_SIZE)
    take_chunk_size (self, line, length);
  else if (self->stage == STAGE_CHUNK_END && length > 0)
    fail (self, N_("one of its chunks is longer than it says"));
  else if (self->stage == STAGE_CHUNK_END)
    self->stage = STAGE_CHUNK_SIZE;
  else if (length > 0)
    take_field (self, line, length);
  else if (self->stage == STAGE_FIELDS)
    end_head (self);
  else
    self->stage = STAGE_DONE;
}

static gboolean
is_in_head (const SyResponse *self)
{
  return self->stage != STAGE_CHUNK_SIZE && self->stage != STAGE_CHUNK_END;
}

static gsize
feed_line (SyResponse *self,
           const char *data,
           gsize       length)
{
  const char *end = memchr (data, '\n', length);
  const char *line = data;
  gsize n_fed = end != NULL ? (gsize) (end - data) + 1 : length;
  gsize n_line = self->n_line + n_fed;

  self->n_head += is_in_head (self) ? n_fed : 0;
  if (n_line > SY_RESPONSE_MAX_LINE || self->n_head > SY_RESPONSE_MAX_HEAD)
    {
      fail (self, N_("its header is longer than 64 KiB, or a line than 8 KiB"));
      return n_fed;
    }

  if (end == NULL || self->n_line > 0)
    {
      memcpy (self->line + self->n_line, data, n_fed);
      self->n_line = n_line;
      line = self->line;
    }
  if (end == NULL)
    return n_fed;

  self->n_line = 0;
  if (n_line < 2 || line[n_line - 2] != '\r')
    fail (self, N_("one of its lines does not end in CR LF"));
  else
    take_line (self, line, n_line - 2);

  return n_fed;
}

static gsize
feed_body (SyResponse *self,
           gsize       length)
{
  gsize n_fed;

  if (self->stage == STAGE_UNTIL_CLOSE)
    {
      self->n_body += length;
      if (self->n_body > SY_RESPONSE_MAX_BODY)
        fail (self, N_("its body is longer than 64 MiB"));
      return length;
    }

  n_fed = MIN (length, self->n_left);
  self->n_left -= n_fed;
  if (self->n_left == 0)
    self->stage = self->stage == STAGE_CHUNK ? STAGE_CHUNK_END : STAGE_DONE;

  return n_fed;
}

void
sy_response_init (SyResponse  *self,
                  SyKnownHead *known)
{
  memset (self, 0, G_STRUCT_OFFSET (SyResponse, line));
  self->known = known;
}

/* Only a head that comes in one piece, from its first byte on, can be known or kept. */
static gsize
feed_head (SyResponse *self,
           const char *data,
           gsize       length)
{
  gboolean is_begun = self->n_head > 0;
  gsize n_fed = 0;

  if (self->known != NULL && !is_begun)
    n_fed = sy_known_head_recall (self->known, self, data, length);
  if (n_fed > 0)
    return n_fed;

  while (n_fed < length && self->stage <= STAGE_FIELDS)
    n_fed += feed_line (self, data + n_fed, length - n_fed);

  if (self->known != NULL && !is_begun && self->stage > STAGE_FIELDS &&
      self->stage != STAGE_MALFORMED)
    sy_known_head_keep (self->known, self, data, n_fed);

  return n_fed;
}

gsize
sy_response_feed (SyResponse *self,
                  const char *data,
                  gsize       length)
{
  gsize n_fed = self->stage <= STAGE_FIELDS ? feed_head (self, data, length) : 0;

  while (n_fed < length && self->stage < STAGE_DONE)
    if (self->stage < STAGE_LENGTH)
      n_fed += feed_line (self, data + n_fed, length - n_fed);
    else
      n_fed += feed_body (self, length - n_fed);

  return n_fed;
}

gboolean
sy_response_end (SyResponse *self)
{
  if (self->stage == STAGE_UNTIL_CLOSE)
    self->stage = STAGE_DONE;

  return self->stage == STAGE_DONE;
}

SyResponseState
sy_response_get_state (const SyResponse *self)
{
  if (self->stage == STAGE_DONE)
    return SY_RESPONSE_DONE;

  return self->stage == STAGE_MALFORMED ? SY_RESPONSE_MALFORMED : SY_RESPONSE_MORE;
}
