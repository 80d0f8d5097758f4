/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-external-server.h"

#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <string.h>

#include "server/sy-server-private.h"

/* Guards @known: arms by port, never removed, because plans and runs point at them. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static GHashTable *known;

static void
stop (SyServer *self)
{
}

static void
take_stats (SyServer      *self,
            SyServerStats *stats)
{
  *stats = (SyServerStats) { 0 };
}

static guint16
get_port (const SyArm *arm)
{
  return (guint16) g_ascii_strtoull (strchr (arm->id, ':') + 1, NULL, 10);
}

/* It runs already; whether it answers shows when the first connection is opened. */
static SyServer *
start (const SyArm           *arm,
       const SyServerConfig  *config,
       GError               **error)
{
  SyServer *self = g_new0 (SyServer, 1);

  sy_server_init (self, arm, config);
  self->port = get_port (arm);
  self->stop = stop;
  self->take_stats = take_stats;

  return self;
}

static SyArm *
make_arm (guint16 port)
{
  SyArm *arm = g_new0 (SyArm, 1);

  arm->id = arm->name = g_strdup_printf ("127.0.0.1:%u", port);
  arm->summary = N_("A server that somebody else started on this machine.");
  arm->architecture = SY_ARCHITECTURE_EXTERNAL;
  arm->library = SY_LIBRARY_EXTERNAL;
  arm->start = start;

  return arm;
}

static const SyArm *
intern_arm (guint16 port)
{
  gpointer key = GUINT_TO_POINTER (port);
  const SyArm *arm;

  pthread_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_contains (known, key))
    g_hash_table_insert (known, key, make_arm (port));
  arm = g_hash_table_lookup (known, key);
  pthread_mutex_unlock (&mutex);

  return arm;
}

gboolean
sy_external_arm_is (const char *id)
{
  return strchr (id, ':') != NULL;
}

/* What follows "host:", a number and at most a slash. */
static gboolean
parse_port (const char *text,
            guint16    *port)
{
  g_autofree char *digits = g_strdup (text);
  guint64 number;

  if (g_str_has_suffix (digits, "/"))
    digits[strlen (digits) - 1] = '\0';
  if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT16, &number, NULL))
    return FALSE;

  *port = (guint16) number;
  return TRUE;
}

const SyArm *
sy_external_arm_find (const char  *address,
                      GError     **error)
{
  static const char *const hosts[] = { "127.0.0.1:", "localhost:" };
  const char *rest = address + (g_str_has_prefix (address, "http://") ? strlen ("http://") : 0);
  guint16 port;

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_has_prefix (rest, hosts[i]) && parse_port (rest + strlen (hosts[i]), &port))
      return intern_arm (port);

  g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_UNKNOWN_ARM,
               _("“%s” is no server of this machine: write 127.0.0.1:PORT; "
                 "other machines are never loaded"),
               address);
  return NULL;
}
