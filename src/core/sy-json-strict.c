/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-strict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
find_problem (const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return _("is empty");
  if (text[0] == ' ' || text[length - 1] == ' ')
    return _("begins or ends with a space");
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (text[i]))
      return _("has a line break or another control character");

  return NULL;
}

const char *
sy_json_text (const SyJson *json,
              const char   *name)
{
  SyJson member = sy_json_member (json, name);
  const char *text = sy_json_as_string (&member);
  const char *problem = find_problem (text);

  if (problem != NULL)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, "%s", problem);

  return text;
}

const char *
sy_json_option (const SyJson *json,
                const char   *name)
{
  return sy_json_has (json, name) ? sy_json_text (json, name) : NULL;
}

const char *
sy_json_translated (const SyJson *json,
                    const char   *name)
{
  const char *text = sy_json_text (json, name);

  /* The empty text is gettext's own. */
  return *text != '\0' ? _(text) : text;
}

const char *
sy_json_id (const SyJson *json,
            const char   *name)
{
  const char *id = sy_json_text (json, name);
  SyJson member = sy_json_member (json, name);

  if (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen (id))
    sy_json_fail (&member, SY_JSON_ERROR_VALUE,
                  _("“%s” has more than small letters, digits, dashes and full stops"), id);

  return id;
}

void
sy_json_check_names (const SyJson      *json,
                     const char *const *names)
{
  g_autoptr(GList) members = sy_json_list_members (json);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains (names, member->data))
      {
        SyJson unknown = sy_json_member (json, member->data);

        sy_json_fail (&unknown, SY_JSON_ERROR_VALUE, _("is not expected here"));
      }
}
