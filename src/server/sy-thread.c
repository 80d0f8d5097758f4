/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-thread.h"

#include <glib/gi18n-lib.h>

#include "core/sy-cpus.h"

/* The default of 8 MB would reserve 32 GB of addresses for 4,000 connections.  Sanitizers put
 * their own things between variables.
 */
#if defined (__has_feature)
# if __has_feature (address_sanitizer) || __has_feature (thread_sanitizer)
#  define IS_SANITIZED
# endif
#elif defined (__SANITIZE_ADDRESS__) || defined (__SANITIZE_THREAD__)
# define IS_SANITIZED
#endif

#ifdef IS_SANITIZED
static const gsize stack_size = 2048 * 1024;
#else
static const gsize stack_size = 256 * 1024;
#endif

static gpointer
run_thread (gpointer data)
{
  SyThread *self = data;

  pthread_setname_np (pthread_self (), self->name);
  sy_thread_group_enter (self->server->threads);
  if (self->server->config.is_bound)
    sy_cpus_bind_this_thread (&self->server->config.cpus);
  self->run (self->data);
  sy_thread_group_leave (self->server->threads);

  return NULL;
}

gboolean
sy_thread_start (SyThread      *self,
                 SyServer      *server,
                 const char    *name,
                 SyThreadFunc   run,
                 gpointer       data,
                 GError       **error)
{
  pthread_attr_t attributes;
  int reason;

  *self = (SyThread) { .server = server, .name = name, .run = run, .data = data };
  pthread_attr_init (&attributes);
  pthread_attr_setstacksize (&attributes, stack_size);
  reason = pthread_create (&self->id, &attributes, run_thread, self);
  pthread_attr_destroy (&attributes);
  if (reason == 0)
    return TRUE;

  g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_THREADS,
               /* Translators: a server's name, then the system's reason. */
               _("%s cannot start a thread: %s; use fewer connections, "
                 "or raise the limit (ulimit -u)"),
               _(server->arm->name), g_strerror (reason));
  return FALSE;
}

void
sy_thread_join (SyThread *self)
{
  pthread_join (self->id, NULL);
}
