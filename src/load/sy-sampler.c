/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-sampler.h"

#include <string.h>

/* The longest request that is marked: a program of all its steps in full fits. */
enum { MAX_LENGTH = 512, MAX_DIGITS = 10 };

static const char id_key[] = "&id=";

typedef struct
{
  SyRequest request;
  guint32   id;
  char      bytes[MAX_LENGTH];
} Marked;

struct _SySampler
{
  Marked *marked;
  guint   n_marked;
  guint   max_marked;
  GArray *stamps;
};

/* Written to all over, so that the trial does not pay for the kernel's handing out of memory. */
SySampler *
sy_sampler_new (guint n_requests)
{
  SySampler *self = g_new0 (SySampler, 1);

  self->marked = g_new (Marked, n_requests);
  memset (self->marked, 0, n_requests * sizeof (Marked));
  self->max_marked = n_requests;
  self->stamps = g_array_sized_new (FALSE, TRUE, sizeof (SyStamp), n_requests);

  return self;
}

void
sy_sampler_free (SySampler *self)
{
  g_clear_pointer (&self->stamps, g_array_unref);
  g_free (self->marked);
  g_free (self);
}

static gsize
write_digits (guint32  id,
              char    *text)
{
  char digits[MAX_DIGITS];
  gsize length = 0;

  do
    digits[length++] = (char) ('0' + id % 10);
  while ((id /= 10) > 0);

  for (gsize i = 0; i < length; i++)
    text[i] = digits[length - 1 - i];

  return length;
}

/* The target ends at the first space after the method's. */
static void
insert_id (Marked          *marked,
           const SyRequest *request,
           guint32          id)
{
  gsize at = strlen ("GET ") + strlen (request->target);
  gsize length = at;

  memcpy (marked->bytes, request->bytes, at);
  memcpy (marked->bytes + length, id_key, strlen (id_key));
  length += strlen (id_key);
  length += write_digits (id, marked->bytes + length);
  memcpy (marked->bytes + length, request->bytes + at, request->length - at);
  length += request->length - at;

  marked->id = id;
  marked->request = *request;
  marked->request.bytes = marked->bytes;
  marked->request.length = length;
}

const SyRequest *
sy_sampler_mark (SySampler       *self,
                 const SyRequest *request,
                 guint32          id)
{
  Marked *marked;

  if (self->n_marked == self->max_marked
      || request->length + strlen (id_key) + MAX_DIGITS > MAX_LENGTH)
    return request;

  marked = &self->marked[self->n_marked++];
  insert_id (marked, request, id);

  return &marked->request;
}

void
sy_sampler_note (SySampler       *self,
                 const SyRequest *request,
                 gint64           sent_at_ns,
                 gint64           ended_at_ns)
{
  const char *at = (const char *) request;
  const char *begin = (const char *) self->marked;
  const char *end = (const char *) (self->marked + self->n_marked);
  SyStamp stamp = { .sent_at_ns = sent_at_ns, .ended_at_ns = ended_at_ns };

  if (at < begin || at >= end)
    return;

  stamp.request = self->marked[(gsize) (at - begin) / sizeof (Marked)].id;
  g_array_append_val (self->stamps, stamp);
}

GArray *
sy_sampler_take (SySampler *self)
{
  return g_array_ref (self->stamps);
}
