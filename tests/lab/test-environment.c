/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-environment.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "lab/sy-facts.h"

/* A root folder with the few files that facts are read from. */
typedef struct
{
  const char *path;
  const char *text;
} File;

static const File files[] = {
  { "etc/os-release", "NAME=\"Made Up\"\nPRETTY_NAME=\"Made Up GNU/Linux 7 \\\"new\\\"\"\n" },
  { "proc/cpuinfo", "processor\t: 0\nmodel name\t: Engine 3000: turbo\nflags\t\t: fpu hypervisor\n"
                    "processor\t: 1\nmodel name\t: another\n" },
  { "proc/meminfo", "MemFree:    5 kB\nMemTotal:       2000000 kB\n" },
  { "proc/loadavg", "0.52 0.58 0.59 2/834 12345\n" },
  { "proc/pressure/cpu", "some avg10=1.53 avg60=0.87 avg300=0.21 total=1\nfull avg10=0.00\n" },
  { "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n" },
  { "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2400000\n" },
  { "sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n" },
  { ".flatpak-info", "[Application]\nname=x\nruntime=runtime/org.made.Up/x86_64/7\n\n"
                     "[Instance]\napp-path=/home/somebody/.local/share\n" },
};

static const File *
find_file (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].path, path))
      return &files[i];

  g_assert_not_reached ();
}

static void
write_file (const char *root,
            const File *file)
{
  g_autofree char *path = g_build_filename (root, file->path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, file->text, -1, NULL));
}

/* Removes the file, and the folders that this leaves empty. */
static void
remove_file (const char *root,
             const char *path)
{
  g_autofree char *whole = g_build_filename (root, path, NULL);

  g_unlink (whole);
  while (strlen (whole) > strlen (root))
    {
      char *folder = g_path_get_dirname (whole);

      g_free (whole);
      whole = folder;
      g_rmdir (whole);
    }
}

static SyEnvironment *
read_made_up (const char *without)
{
  g_autofree char *root = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  SyEnvironment *environment;

  g_assert_nonnull (root);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_strcmp0 (files[i].path, without) != 0)
      write_file (root, &files[i]);

  environment = sy_environment_new_below (root);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    remove_file (root, files[i].path);
  g_rmdir (root);

  return environment;
}

/* What is read from which file. */
static const struct
{
  const char *key;
  const char *path;
  const char *value;
} expectations[] = {
  { "os", "etc/os-release", "Made Up GNU/Linux 7 \"new\"" },
  { "cpu", "proc/cpuinfo", "Engine 3000: turbo" },
  { "hypervisor", "proc/cpuinfo", "yes" },
  { "memory", "proc/meminfo", "2.05 GB" },
  { "load_average", "proc/loadavg", "0.52 0.58 0.59" },
  { "cpu_pressure", "proc/pressure/cpu", "1.53 %" },
  { "cpu_governor", "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave" },
  { "cpu_frequency", "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2400000 kHz" },
  { "clock_source", "sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc" },
  { "sandbox", ".flatpak-info", "Flatpak, runtime/org.made.Up/x86_64/7" },
};

static void
test_reads_files (void)
{
  g_autoptr(SyEnvironment) environment = read_made_up (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    g_assert_cmpstr (sy_environment_get (environment, expectations[i].key), ==,
                     expectations[i].value);
}

static void
test_unreadable_is_absent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autoptr(SyEnvironment) environment = read_made_up (find_file (expectations[i].path)->path);

      g_assert_null (sy_environment_get (environment, expectations[i].key));
      g_assert_nonnull (sy_environment_get (environment, "version"));
    }
}

static void
test_empty_root (void)
{
  g_autoptr(SyEnvironment) environment = sy_environment_new_below ("/proc/self/nowhere");

  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value;

      sy_environment_get_nth (environment, i, &key, &value);
      g_assert_cmpuint (strlen (value), >, 0);
      g_assert_nonnull (sy_environment_describe (key));
    }
}

/* Whatever this machine shows, these are known from inside. */
static void
test_here (void)
{
  static const char *const keys[] = { "version", "build", "compiler", "kernel", "architecture",
                                      "cpus_online", "cpus_usable", "libsoup", "glib",
                                      "json_glib", "libc" };
  g_autoptr(SyEnvironment) environment = sy_environment_new_here ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (sy_environment_get (environment, keys[i]));
  g_assert_cmpstr (sy_environment_get (environment, "version"), ==, SY_VERSION);
}

static gboolean
has_word (const SyEnvironment *environment,
          const char          *word)
{
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value;

      sy_environment_get_nth (environment, i, &key, &value);
      if (strstr (value, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_nothing_personal (void)
{
  g_autoptr(SyEnvironment) here = sy_environment_new_here ();
  g_autoptr(SyEnvironment) made_up = read_made_up (NULL);
  char host[256] = "";

  g_assert_cmpint (gethostname (host, sizeof host - 1), ==, 0);
  g_assert_false (has_word (here, g_get_home_dir ()));
  g_assert_false (has_word (made_up, "somebody"));
  if (strlen (host) > 3)
    g_assert_false (has_word (here, host));
}

static void
test_keys_are_unique (void)
{
  guint n_facts;
  const SyFact *facts = sy_facts_get (&n_facts);

  for (guint i = 0; i < n_facts; i++)
    g_assert_true (sy_facts_find (facts[i].key) == &facts[i]);
  g_assert_null (sy_environment_describe ("no_such_fact"));
}

static void
test_broken_utf8 (void)
{
  g_autoptr(SyEnvironment) environment = sy_environment_new_empty ();

  sy_environment_add (environment, "cpu", "a\xff");

  g_assert_true (g_utf8_validate (sy_environment_get (environment, "cpu"), -1, NULL));
}

static void
test_compare (void)
{
  g_autoptr(SyEnvironment) one = sy_environment_new_empty ();
  g_autoptr(SyEnvironment) other = sy_environment_new_empty ();
  g_auto(GStrv) same = NULL;
  g_auto(GStrv) keys = NULL;
  g_autofree char *list = NULL;

  sy_environment_add (one, "libsoup", "3.2.3");
  sy_environment_add (other, "libsoup", "3.2.3");
  sy_environment_add (one, "load_average", "0.5 0.5 0.5");
  sy_environment_add (other, "load_average", "9.5 0.5 0.5");
  same = sy_environment_compare (one, other);
  g_assert_cmpuint (g_strv_length (same), ==, 0);

  sy_environment_add (one, "glib", "2.74.6");
  sy_environment_add (other, "glib", "2.80.0");
  sy_environment_add (other, "cpu", "absent in the other");
  keys = sy_environment_compare (one, other);
  list = g_strjoinv (" ", keys);
  g_assert_cmpstr (list, ==, "cpu glib");
}

/* Two runs that were started in different languages would seem to differ in it. */
static void
test_quota_in_any_locale (void)
{
  g_autofree char *quota = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma here");
      return;
    }

  quota = sy_facts_find ("cpu_quota")->read ("/");
  setlocale (LC_NUMERIC, "C");
  if (quota == NULL)
    g_test_skip ("nothing limits the processor time here");
  else
    g_assert_null (strchr (quota, ','));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/environment/new/reads-files", test_reads_files);
  g_test_add_func ("/environment/new/unreadable-is-absent", test_unreadable_is_absent);
  g_test_add_func ("/environment/new/empty-root", test_empty_root);
  g_test_add_func ("/environment/new/here", test_here);
  g_test_add_func ("/environment/new/nothing-personal", test_nothing_personal);
  g_test_add_func ("/environment/facts/keys-are-unique", test_keys_are_unique);
  g_test_add_func ("/environment/facts/quota-in-any-locale", test_quota_in_any_locale);
  g_test_add_func ("/environment/add/broken-utf8", test_broken_utf8);
  g_test_add_func ("/environment/compare/names-what-must-agree", test_compare);

  return g_test_run ();
}
