/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-server.h"

#include <string.h>

static void
test_forms_of_one_address_are_one_arm (void)
{
  const SyArm *arm = sy_arms_find ("127.0.0.1:8080", NULL);

  g_assert_nonnull (arm);
  g_assert_cmpstr (arm->id, ==, "127.0.0.1:8080");
  g_assert_cmpint (arm->library, ==, SY_LIBRARY_EXTERNAL);
  g_assert_true (sy_arms_find ("localhost:8080", NULL) == arm);
  g_assert_true (sy_arms_find ("http://127.0.0.1:8080", NULL) == arm);
  g_assert_true (sy_arms_find ("http://localhost:8080/", NULL) == arm);
  g_assert_true (sy_arms_find ("127.0.0.1:8081", NULL) != arm);
}

static void
test_other_machines_are_refused (void)
{
  static const char *const addresses[] = {
    "192.168.1.1:80", "example.org:80", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:",
    "127.0.0.1:8x",
    "http://example.org:80/", "127.0.0.1:80/path", "127.0.0.1.example.org:80", "::1", "0.0.0.0:80",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (sy_arms_find (addresses[i], &error));
      g_assert_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_UNKNOWN_ARM);
      g_assert_nonnull (strstr (error->message, addresses[i]));
    }
}

static void
test_starting_it_starts_nothing (void)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(SyServer) server = sy_server_start (sy_arms_find ("127.0.0.1:8080", NULL), &config,
                                                NULL);
  g_auto(SyServerStats) stats = { 0 };

  sy_server_take_stats (server, &stats);

  g_assert_cmpuint (sy_server_get_port (server), ==, 8080);
  g_assert_cmpuint (sy_thread_group_count_live (sy_server_get_threads (server)), ==, 0);
  g_assert_false (stats.has_loop);
  g_assert_false (stats.has_lock);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/external-server/address/its-forms-are-one",
                   test_forms_of_one_address_are_one_arm);
  g_test_add_func ("/external-server/address/other-machines-are-refused",
                   test_other_machines_are_refused);
  g_test_add_func ("/external-server/start/starts-nothing", test_starting_it_starts_nothing);
  return g_test_run ();
}
