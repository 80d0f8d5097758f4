/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-requests.h"

#include <string.h>

typedef struct
{
  guint weight;
  guint first_variant;
  guint n_variants;
} Kind;

struct _SyRequests
{
  GArray *kinds;
  GArray *variants;
  guint   total_weight;
};

static void
clear_request (SyRequest *request)
{
  g_free (request->bytes);
  g_free (request->target);
}

SyRequests *
sy_requests_new (void)
{
  SyRequests *self = g_new0 (SyRequests, 1);

  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->variants = g_array_new (FALSE, FALSE, sizeof (SyRequest));
  g_array_set_clear_func (self->variants, (GDestroyNotify) clear_request);

  return self;
}

void
sy_requests_free (SyRequests *self)
{
  g_array_unref (self->kinds);
  g_array_unref (self->variants);
  g_free (self);
}

static const Kind *
get_kind (const SyRequests *self,
          guint             kind)
{
  g_assert (kind < self->kinds->len);

  return &g_array_index (self->kinds, Kind, kind);
}

guint
sy_requests_add_kind (SyRequests *self,
                      guint       weight)
{
  Kind kind = { .weight = weight, .first_variant = self->variants->len };

  g_return_val_if_fail (weight > 0 && weight <= G_MAXUINT - self->total_weight, 0);

  g_array_append_val (self->kinds, kind);
  self->total_weight += weight;

  return self->kinds->len - 1;
}

void
sy_requests_add_variant (SyRequests *self,
                         const char *target,
                         gboolean    has_check,
                         guint32     check)
{
  SyRequest request = { .has_check = has_check, .check = check };

  g_return_if_fail (self->kinds->len > 0);

  /* HTTP/1.1 keeps connections alive unasked, and requires this one header. */
  request.bytes = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", target);
  request.length = strlen (request.bytes);
  request.target = g_strdup (target);
  g_array_append_val (self->variants, request);
  g_array_index (self->kinds, Kind, self->kinds->len - 1).n_variants++;
}

void
sy_requests_let_fail (SyRequests *self)
{
  g_return_if_fail (self->variants->len > 0);

  g_array_index (self->variants, SyRequest, self->variants->len - 1).is_to_fail = TRUE;
}

guint
sy_requests_count_kinds (const SyRequests *self)
{
  return self->kinds->len;
}

const SyRequest *
sy_requests_get (const SyRequests *self,
                 guint             kind,
                 guint             turn)
{
  const Kind *the_kind = get_kind (self, kind);

  g_assert (the_kind->n_variants > 0);

  return &g_array_index (self->variants, SyRequest,
                         the_kind->first_variant + turn % the_kind->n_variants);
}

gboolean
sy_requests_is_rarest (const SyRequests *self,
                       const SyRequest  *request)
{
  const SyRequest *first;
  guint rarest = 0;

  for (guint kind = 1; kind < self->kinds->len; kind++)
    if (get_kind (self, kind)->weight < get_kind (self, rarest)->weight)
      rarest = kind;

  first = &g_array_index (self->variants, SyRequest, get_kind (self, rarest)->first_variant);
  return request >= first && request < first + get_kind (self, rarest)->n_variants;
}

static guint64
get_remainder (const SyRequests *self,
               guint             kind,
               guint             n)
{
  return (guint64) n * get_kind (self, kind)->weight % self->total_weight;
}

/* Whether @kind is among those with the @n_left largest remainders; the earlier wins a tie. */
static gboolean
gets_one_more (const SyRequests *self,
               guint             kind,
               guint             n,
               guint             n_left)
{
  guint64 mine = get_remainder (self, kind, n);
  guint n_before = 0;

  for (guint other = 0; other < self->kinds->len; other++)
    {
      guint64 its = get_remainder (self, other, n);

      n_before += its > mine || (its == mine && other < kind);
    }

  return n_before < n_left;
}

void
sy_requests_share (const SyRequests *self,
                   guint             n,
                   guint            *kinds)
{
  guint n_left = n;
  guint n_given = 0;

  g_return_if_fail (self->kinds->len > 0);

  for (guint kind = 0; kind < self->kinds->len; kind++)
    n_left -= (guint) ((guint64) n * get_kind (self, kind)->weight / self->total_weight);

  for (guint kind = 0; kind < self->kinds->len; kind++)
    {
      guint share = (guint) ((guint64) n * get_kind (self, kind)->weight / self->total_weight);

      share += gets_one_more (self, kind, n, n_left);
      for (guint i = 0; i < share; i++)
        kinds[n_given++] = kind;
    }

  g_assert (n_given == n);
}

guint
sy_requests_draw (const SyRequests *self,
                  SyRandom         *random)
{
  guint point = sy_random_below (random, self->total_weight);
  guint kind = 0;

  while (point >= get_kind (self, kind)->weight)
    point -= get_kind (self, kind++)->weight;

  return kind;
}
