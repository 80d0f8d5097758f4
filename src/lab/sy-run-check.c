/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-run-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
check_histogram (const SyHistogram *histogram,
                 const char        *name,
                 guint64            n_completed,
                 const SyJson      *json)
{
  SyJson member = sy_json_member (json, name);
  gint64 count = sy_histogram_get_count (histogram);

  if ((guint64) count != n_completed)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE,
                  _("holds %" PRId64 " times where %" PRIu64
                    " requests were completed"),
                  count, n_completed);
}

/* Every request sent has one fate. */
static void
check_fates (const SyTrial *trial,
             const SyJson  *json)
{
  SyJson member = sy_json_member (json, "n_sent");
  guint64 sum = trial->n_completed + trial->n_unfinished;

  for (guint i = 0; i < SY_N_FAILURES; i++)
    sum += trial->n_failed[i];

  if (sum != trial->n_sent)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE,
                  _("%" PRIu64 " were sent, but completed, failed and unfinished ones "
                    "are %" PRIu64),
                  trial->n_sent, sum);
}

void
sy_run_check_trial (const SyTrial *trial,
                    const SyJson  *json)
{
  if (!sy_json_is_sound (json))
    return;

  check_fates (trial, json);
  check_histogram (trial->response, "response", trial->n_completed, json);
  check_histogram (trial->service, "service", trial->n_completed, json);
}

/* Each server has one turn that counts in a round. */
static void
check_turn (const SyTurn *turn,
            GHashTable   *seen,
            const SyPhase *phase,
            const SyJson *json)
{
  gint64 key = ((gint64) turn->round << 32) | turn->arm;

  if (turn->round >= phase->plan.n_rounds)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("round %u of %u: they count from 0"),
                  turn->round, phase->plan.n_rounds);
  else if (!turn->is_voided && !g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("a second turn of this server in round %u"),
                  turn->round);
}

void
sy_run_check_turns (const SyPhase *phase,
                    const SyJson  *json)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < phase->turns->len && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (json, i);

      check_turn (g_ptr_array_index (phase->turns, i), seen, phase, &element);
    }
}

void
sy_run_check (const SyRun  *run,
              const SyJson *json)
{
  SyJson id = sy_json_member (json, "id");
  SyJson phases = sy_json_member (json, "phases");

  if (!sy_json_is_sound (json))
    return;

  if (!sy_run_is_id (run->id))
    sy_json_fail (&id, SY_JSON_ERROR_VALUE,
                  _("“%s” is not made of at most 64 letters, digits and dashes"), run->id);

  if (run->phases->len > run->plan->phases->len)
    sy_json_fail (&phases, SY_JSON_ERROR_VALUE, _("%u phases where the plan has %u"),
                  run->phases->len, run->plan->phases->len);
}
