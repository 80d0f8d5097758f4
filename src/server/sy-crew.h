/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-acceptor.h"
#include "server/sy-thread.h"

G_BEGIN_DECLS

typedef struct _SyCrew SyCrew;
typedef struct _SyCrewMember SyCrewMember;
typedef struct _SyCrewClass SyCrewClass;

/**
 * SyCrew:
 *
 * What all servers with a thread for each connection share: one thread accepts, starts a thread
 * for each connection and joins those that have ended.
 */
struct _SyCrew
{
  const SyCrewClass *klass;
  SyServer          *server;
  SyAcceptor        *acceptor;
  SyThread           accepting;
  gboolean           has_accepting;

  /* Guards the two queues: members that serve, and those that have ended, to be joined. */
  pthread_mutex_t    mutex;
  pthread_cond_t     ended_one;
  GQueue             serving;
  GQueue             ended;
};

/* The thread of one connection: the first member of its struct. */
struct _SyCrewMember
{
  GList     link;
  SyCrew   *crew;
  SyThread  thread;
};

/**
 * SyCrewClass:
 * @hire: makes a member for a connected socket, which is its own even where that fails
 * @serve: all its thread does while the connection is open
 * @hang_up: makes it end soon; called by another thread, only while it serves
 * @leave: closes the socket; called by its own thread once nobody hangs up any more
 * @free: after its thread, if it ever had one, was joined
 */
struct _SyCrewClass
{
  SyCrewMember *(*hire)    (SyCrew       *crew,
                            int           fd);
  void          (*serve)   (SyCrewMember *member);
  void          (*hang_up) (SyCrewMember *member);
  void          (*leave)   (SyCrewMember *member);
  void          (*free)    (SyCrewMember *member);
};

/* First and last; freeing ends all threads and joins them. */
void     sy_crew_init        (SyCrew            *self,
                              const SyCrewClass *klass,
                              SyServer          *server);
void     sy_crew_clear       (SyCrew            *self);

/* Listens as the server is configured, and tells it the port. */
gboolean sy_crew_listen      (SyCrew            *self,
                              GError           **error);
gboolean sy_crew_start       (SyCrew            *self,
                              GError           **error);

void     sy_crew_take_counts (SyCrew            *self,
                              SyServerStats     *stats);

G_END_DECLS
