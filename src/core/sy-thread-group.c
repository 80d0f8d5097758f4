/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-thread-group.h"

#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "core/sy-clock.h"

typedef struct
{
  pthread_t pthread;
  pid_t     tid;
} Member;

struct _SyThreadGroup
{
  /* Guards everything below.  A member cannot end while it is held, because leaving takes it: its
   * processor clock stays valid while it is read.
   */
  pthread_mutex_t     mutex;
  GArray             *members;
  gint64              ended_cpu_ns;
  SyThreadScheduling  ended;
};

SyThreadGroup *
sy_thread_group_new (void)
{
  SyThreadGroup *self = g_new0 (SyThreadGroup, 1);

  pthread_mutex_init (&self->mutex, NULL);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  self->ended.has_run_queue = TRUE;

  return self;
}

void
sy_thread_group_free (SyThreadGroup *self)
{
  g_assert (self->members->len == 0);

  pthread_mutex_destroy (&self->mutex);
  g_array_unref (self->members);
  g_free (self);
}

static gint64
read_clock_ns (clockid_t clock)
{
  struct timespec time = { 0 };

  clock_gettime (clock, &time);

  return time.tv_sec * SY_NS_PER_S + time.tv_nsec;
}

static gint64
read_member_cpu_ns (const Member *member)
{
  clockid_t clock;

  if (pthread_getcpuclockid (member->pthread, &clock) != 0)
    return 0;

  return read_clock_ns (clock);
}

/* Reads a file of /proc without allocating: 64 threads have 128 of them. */
static gboolean
read_task_file (pid_t       tid,
                const char *name,
                char       *text,
                gsize       size)
{
  char path[64];
  ssize_t length;
  int fd;

  g_snprintf (path, sizeof path, "/proc/self/task/%d/%s", (int) tid, name);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return FALSE;

  length = read (fd, text, size - 1);
  text[MAX (length, 0)] = '\0';
  close (fd);

  return length > 0;
}

/* schedstat: time on a processor, time waiting for one, number of turns. */
static gboolean
read_run_queue_ns (pid_t   tid,
                   gint64 *run_queue_ns)
{
  char text[128];
  char *end = text;

  if (!read_task_file (tid, "schedstat", text, sizeof text))
    return FALSE;

  g_ascii_strtoll (text, &end, 10);
  *run_queue_ns = g_ascii_strtoll (end, NULL, 10);
  return TRUE;
}

static gint64
find_count (const char *text,
            const char *key)
{
  const char *found = strstr (text, key);

  return found != NULL ? g_ascii_strtoll (found + strlen (key), NULL, 10) : 0;
}

static void
add_run_queue (SyThreadScheduling *sum,
               pid_t               tid)
{
  gint64 run_queue_ns;

  if (read_run_queue_ns (tid, &run_queue_ns))
    sum->run_queue_ns += run_queue_ns;
  else
    sum->has_run_queue = FALSE;
}

static void
add_live_member (SyThreadScheduling *sum,
                 const Member       *member)
{
  char text[8192];

  add_run_queue (sum, member->tid);
  if (!read_task_file (member->tid, "status", text, sizeof text))
    return;

  sum->voluntary_switches += find_count (text, "\nvoluntary_ctxt_switches:");
  sum->involuntary_switches += find_count (text, "\nnonvoluntary_ctxt_switches:");
}

static void
add_ending_thread (SyThreadScheduling *sum)
{
  struct rusage usage;

  add_run_queue (sum, gettid ());
  if (getrusage (RUSAGE_THREAD, &usage) != 0)
    return;

  sum->voluntary_switches += usage.ru_nvcsw;
  sum->involuntary_switches += usage.ru_nivcsw;
}

void
sy_thread_group_enter (SyThreadGroup *self)
{
  Member member = { .pthread = pthread_self (), .tid = gettid () };

  pthread_mutex_lock (&self->mutex);
  g_array_append_val (self->members, member);
  pthread_mutex_unlock (&self->mutex);
}

static guint
find_this_thread (SyThreadGroup *self)
{
  guint i = 0;

  while (i < self->members->len &&
         !pthread_equal (g_array_index (self->members, Member, i).pthread, pthread_self ()))
    i++;

  g_assert (i < self->members->len);
  return i;
}

void
sy_thread_group_leave (SyThreadGroup *self)
{
  pthread_mutex_lock (&self->mutex);
  g_array_remove_index_fast (self->members, find_this_thread (self));
  add_ending_thread (&self->ended);
  self->ended_cpu_ns += read_clock_ns (CLOCK_THREAD_CPUTIME_ID);
  pthread_mutex_unlock (&self->mutex);
}

guint
sy_thread_group_count_live (SyThreadGroup *self)
{
  guint n_live;

  pthread_mutex_lock (&self->mutex);
  n_live = self->members->len;
  pthread_mutex_unlock (&self->mutex);

  return n_live;
}

gint64
sy_thread_group_read_cpu_ns (SyThreadGroup *self)
{
  gint64 cpu_ns;

  pthread_mutex_lock (&self->mutex);
  cpu_ns = self->ended_cpu_ns;
  for (guint i = 0; i < self->members->len; i++)
    cpu_ns += read_member_cpu_ns (&g_array_index (self->members, Member, i));
  pthread_mutex_unlock (&self->mutex);

  return cpu_ns;
}

SyThreadScheduling
sy_thread_group_read_scheduling (SyThreadGroup *self)
{
  SyThreadScheduling sum;

  pthread_mutex_lock (&self->mutex);
  sum = self->ended;
  for (guint i = 0; i < self->members->len; i++)
    add_live_member (&sum, &g_array_index (self->members, Member, i));
  pthread_mutex_unlock (&self->mutex);

  return sum;
}
