/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sy-interview-private.h"
#include "cli/sy-options.h"
#include "core/sy-clock.h"
#include "core/sy-units.h"

/* More than any limit of a profile, whose reader knows them. */
#define MAX_NUMBER 1e15

/* By its number or its id. */
static const SyChoice *
find_choice (const GArray  *choices,
             const char    *word,
             GError       **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (word, 10, 1, MAX (1, choices->len), &number, NULL)
      && number <= choices->len)
    return &g_array_index (choices, SyChoice, number - 1);

  for (guint i = 0; i < choices->len; i++)
    {
      const SyChoice *choice = &g_array_index (choices, SyChoice, i);

      if (g_ascii_strcasecmp (choice->id, word) == 0)
        return choice;
    }

  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("“%s” is not among them: answer by a number from 0 to %u"), word, choices->len);
  return NULL;
}

static char *
say_words (const SyInquiry *inquiry,
           const GArray    *choices,
           const SyProfile *profile)
{
  return g_strdup (G_STRUCT_MEMBER (char *, profile, inquiry->offset));
}

static gboolean
take_words (const SyInquiry  *inquiry,
            const GArray     *choices,
            const char       *reply,
            SyProfile        *profile,
            GError          **error)
{
  char **words = &G_STRUCT_MEMBER (char *, profile, inquiry->offset);

  g_free (*words);
  *words = g_strdup (reply);
  return TRUE;
}

const SyInquiryKind sy_inquiry_words = { NULL, N_("Nothing"), say_words, take_words };

static char *
say_choice (const SyInquiry *inquiry,
            const GArray    *choices,
            const SyProfile *profile)
{
  int value = G_STRUCT_MEMBER (int, profile, inquiry->offset);

  for (guint i = 0; i < choices->len; i++)
    {
      const SyChoice *choice = &g_array_index (choices, SyChoice, i);

      if (choice->value == value)
        return g_strdup (choice->text);
    }

  return NULL;
}

static gboolean
take_choice (const SyInquiry  *inquiry,
             const GArray     *choices,
             const char       *reply,
             SyProfile        *profile,
             GError          **error)
{
  const SyChoice *choice = reply != NULL ? find_choice (choices, reply, error) : NULL;

  if (reply != NULL && choice == NULL)
    return FALSE;

  G_STRUCT_MEMBER (int, profile, inquiry->offset) = choice != NULL ? choice->value : inquiry->data;
  return TRUE;
}

const SyInquiryKind sy_inquiry_choice = { NULL, N_("Unsure"), say_choice, take_choice };

static char *
say_ids (const SyInquiry *inquiry,
         const GArray    *choices,
         const SyProfile *profile)
{
  const GPtrArray *ids = G_STRUCT_MEMBER (GPtrArray *, profile, inquiry->offset);
  g_autoptr(GString) text = g_string_new (NULL);

  if (ids->len == 0)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < choices->len; j++)
      if (g_str_equal (g_array_index (choices, SyChoice, j).id, ids->pdata[i]))
        g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", j + 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_ids (const SyInquiry  *inquiry,
          const GArray     *choices,
          const char       *reply,
          SyProfile        *profile,
          GError          **error)
{
  GPtrArray *ids = G_STRUCT_MEMBER (GPtrArray *, profile, inquiry->offset);
  g_auto(GStrv) words = g_strsplit_set (reply != NULL ? reply : "", " ,;\t", -1);

  g_ptr_array_set_size (ids, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const SyChoice *choice;

      if (*words[i] == '\0')
        continue;
      choice = find_choice (choices, words[i], error);
      if (choice == NULL)
        return FALSE;
      g_ptr_array_add (ids, g_strdup (choice->id));
    }
  /* To be unsure of the languages is not to know none. */
  if (ids == profile->languages)
    {
      profile->has_languages = ids->len > 0;
      g_ptr_array_set_size (profile->languages_unsure, 0);
    }

  return TRUE;
}

const SyInquiryKind sy_inquiry_ids = {
  N_("Numbers with spaces between, such as “1 3”"), N_("None, or unsure"), say_ids, take_ids,
};

/* Profiles count milliseconds, units nanoseconds. */
static double
get_scale (SyQuantity quantity)
{
  return quantity == SY_QUANTITY_DURATION ? SY_NS_PER_MS : 1;
}

static char *
say_number (const SyInquiry *inquiry,
            const GArray    *choices,
            const SyProfile *profile)
{
  double value = G_STRUCT_MEMBER (double, profile, inquiry->offset);
  SyQuantity quantity = (SyQuantity) inquiry->data;

  return value > 0 ? sy_units_format (quantity, value * get_scale (quantity)) : NULL;
}

static gboolean
read_amount (SyQuantity    quantity,
             const char   *text,
             double       *value,
             GError      **error)
{
  static const char *const bare_units[] = {
    [SY_QUANTITY_DURATION] = "ms", [SY_QUANTITY_COUNT] = "", [SY_QUANTITY_SIZE] = "B",
  };

  if (!sy_units_parse (quantity, text, bare_units[quantity], 0, MAX_NUMBER, value, error))
    return FALSE;

  *value /= get_scale (quantity);
  return TRUE;
}

static gboolean
take_number (const SyInquiry  *inquiry,
             const GArray     *choices,
             const char       *reply,
             SyProfile        *profile,
             GError          **error)
{
  double *value = &G_STRUCT_MEMBER (double, profile, inquiry->offset);

  *value = 0;
  return reply == NULL || read_amount ((SyQuantity) inquiry->data, reply, value, error);
}

const SyInquiryKind sy_inquiry_number = { NULL, N_("Unsure"), say_number, take_number };

static const SyQuantity action_quantities[] = {
  [SY_ACTION_COMPUTE] = SY_QUANTITY_DURATION,
  [SY_ACTION_WAIT] = SY_QUANTITY_DURATION,
  [SY_ACTION_ANSWER] = SY_QUANTITY_SIZE,
};

static char *
say_steps (const SyInquiry *inquiry,
           const GArray    *choices,
           const SyProfile *profile)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (profile->actions->len == 0)
    return NULL;

  for (guint i = 0; i < profile->actions->len; i++)
    {
      const SyAction *action = &g_array_index (profile->actions, SyAction, i);
      SyQuantity quantity = action_quantities[action->kind];
      g_autofree char *amount = sy_units_format (quantity, action->amount * get_scale (quantity));

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", sy_action_names[action->kind],
                              amount);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
read_step (const char  *text,
           SyAction    *action,
           GError     **error)
{
  gsize length = strcspn (text, " \t0123456789");
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *amount = g_strstrip (g_strdup (text + length));

  for (action->kind = SY_ACTION_COMPUTE; sy_action_names[action->kind] != NULL; action->kind++)
    if (g_ascii_strcasecmp (sy_action_names[action->kind], word) == 0)
      return read_amount (action_quantities[action->kind], amount, &action->amount, error);

  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("“%s” is not a step: there are compute, wait and answer"), text);
  return FALSE;
}

static gboolean
take_steps (const SyInquiry  *inquiry,
            const GArray     *choices,
            const char       *reply,
            SyProfile        *profile,
            GError          **error)
{
  g_auto(GStrv) texts = g_strsplit (reply != NULL ? reply : "", ",", -1);

  g_array_set_size (profile->actions, 0);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      SyAction action;

      if (!read_step (g_strstrip (texts[i]), &action, error))
        return FALSE;
      g_array_append_val (profile->actions, action);
    }

  return TRUE;
}

const SyInquiryKind sy_inquiry_steps = {
  N_("Steps with commas between, such as “compute 0.2 ms, wait 5 ms, answer 1 kB”"),
  N_("Unsure"), say_steps, take_steps,
};
