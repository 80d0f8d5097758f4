/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-run-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sample-run.h"

#define EARLY "2026-11-20T10-00-00Z-aaaa"
#define MIDDLE "2026-11-21T10-00-00Z-bbbb"
#define LATE "2026-11-21T11-00-00Z-bbbb"

/* The data folder belongs to this test alone, see main(). */
static char *
get_path (const char *name)
{
  g_autofree char *folder = sy_run_store_get_folder ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  return g_build_filename (folder, name, NULL);
}

static void
save_as (const char *id)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  g_free (run->id);
  run->id = g_strdup (id);
  path = sy_run_store_get_path (run);
  g_assert_true (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, &error));
  g_assert_no_error (error);
}

static void
put_text (const char *name,
          const char *text)
{
  g_autofree char *path = get_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
fill (void)
{
  save_as (MIDDLE);
  save_as (EARLY);
  save_as (LATE);
}

/* Each test finds the folder empty. */
static void
clear (void)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_saves_and_loads (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autofree char *path = sy_run_store_get_path (run);
  g_autofree char *expected = sample_run_to_text ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) loaded = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_str_has_suffix (path, "/steelyard/runs/2026-11-21T10-15-02Z-3f2a.json"));
  g_assert_true (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);

  loaded = sy_run_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->id, ==, run->id);
}

static void
test_keeps_existing (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autofree char *path = sy_run_store_get_path (run);
  g_autoptr(GError) error = NULL;

  g_assert_true (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, NULL));
  g_assert_false (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
}

static void
assert_resolves (const char *word,
                 const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = sy_run_store_resolve (word, &error);
  g_autofree char *expected = get_path (name);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
}

static void
test_resolves (void)
{
  fill ();
  put_text ("copy of a run.json", "{}");
  put_text ("notes.txt", "not a run");

  assert_resolves ("latest", LATE ".json");
  assert_resolves (EARLY, EARLY ".json");
  assert_resolves ("2026-11-20", EARLY ".json");
  assert_resolves ("2026-11-21T11", LATE ".json");
  assert_resolves ("copy", "copy of a run.json");
}

static void
test_resolves_paths (void)
{
  g_autofree char *path = get_path ("notes.txt");
  g_autofree char *resolved = NULL;
  g_autoptr(GError) error = NULL;

  put_text ("notes.txt", "not a run");
  resolved = sy_run_store_resolve (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (resolved, ==, path);
}

static void
test_ambiguous (void)
{
  g_autoptr(GError) error = NULL;

  fill ();

  g_assert_null (sy_run_store_resolve ("2026-11-21", &error));
  g_assert_error (error, SY_RUN_ERROR, SY_RUN_ERROR_AMBIGUOUS);
  g_assert_cmpstr (error->message, ==,
                   "“2026-11-21” may be any of " LATE ", " MIDDLE ": give more of it");
}

static void
test_not_found (void)
{
  static const char *const words[] = { "latest", "2031", "/no/such/file.json", "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (sy_run_store_resolve (words[i], &error));
      g_assert_error (error, SY_RUN_ERROR, SY_RUN_ERROR_NOT_FOUND);
    }
}

static void
assert_entry (const GPtrArray *entries,
              guint            index,
              const char      *name,
              const char      *problem)
{
  const SyRunEntry *entry = g_ptr_array_index (entries, index);
  g_autofree char *path = get_path (name);

  g_assert_cmpstr (entry->path, ==, path);
  g_assert_true ((entry->run == NULL) == (entry->problem != NULL));
  g_assert_true ((problem != NULL) == (entry->problem != NULL));
  if (problem != NULL)
    g_assert_nonnull (strstr (entry->problem, problem));
}

static void
test_lists_newest_first (void)
{
  g_autoptr(GPtrArray) entries = NULL;

  fill ();
  put_text ("notes.txt", "not a run");
  put_text ("2026-11-21T10-30-00Z-cccc.json", "{\"format\": \"steel");
  put_text ("2026-11-21T10-20-00Z-cccc.json",
            "{\"format\": \"steelyard-run\", \"schema_version\": 9}");
  entries = sy_run_store_list ();

  g_assert_cmpuint (entries->len, ==, 5);
  assert_entry (entries, 0, LATE ".json", NULL);
  assert_entry (entries, 1, "2026-11-21T10-30-00Z-cccc.json", "not a JSON document");
  assert_entry (entries, 2, "2026-11-21T10-20-00Z-cccc.json", "a later version of Steelyard");
  assert_entry (entries, 3, MIDDLE ".json", NULL);
  assert_entry (entries, 4, EARLY ".json", NULL);
}

static void
test_damaged_is_left (void)
{
  g_autofree char *path = get_path (LATE ".json");
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) entries = NULL;

  put_text (LATE ".json", "{");
  entries = sy_run_store_list ();

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{");
}

static void
test_lists_nothing (void)
{
  g_autoptr(GPtrArray) entries = sy_run_store_list ();

  g_assert_cmpuint (entries->len, ==, 0);
}

static guint
count_files (void)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* A full disk, as the kernel shows it to one process: no file may grow beyond 4 kB. */
static gboolean
save_on_full_disk (const SyRun *run,
                   const char  *path,
                   GError     **error)
{
  struct rlimit old, full;
  gboolean is_saved;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  full = old;
  full.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  is_saved = sy_run_save (run, path, SY_FILE_REPLACE, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  return is_saved;
}

static void
test_full_disk_keeps_old (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autofree char *path = sy_run_store_get_path (run);
  g_autofree char *expected = sample_run_to_text ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, NULL));
  g_assert_false (save_on_full_disk (run, path, &error));

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (count_files (), ==, 1);
}

static void
test_full_disk_leaves_nothing (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autofree char *path = get_path ("new.json");
  g_autoptr(GError) error = NULL;

  g_assert_false (save_on_full_disk (run, path, &error));

  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
set_up (gpointer      *fixture,
        gconstpointer  data)
{
  clear ();
}

static void
run_test (gpointer      *fixture,
          gconstpointer  data)
{
  void (*test) (void) = data;

  test ();
}

static void
add (const char *path,
     void      (*test) (void))
{
  g_test_add (path, gpointer, test, set_up, run_test, NULL);
}

static void
remove_folders (const char *folder)
{
  g_autofree char *runs = sy_run_store_get_folder ();
  g_autofree char *steelyard = g_path_get_dirname (runs);

  g_rmdir (steelyard);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  int status;

  /* G_TEST_OPTION_ISOLATE_DIRS leaks, by intention. */
  g_assert_true (folder != NULL && g_setenv ("XDG_DATA_HOME", folder, TRUE));
  g_test_init (&argc, &argv, NULL);

  add ("/run-store/save/saves-and-loads", test_saves_and_loads);
  add ("/run-store/save/keeps-existing", test_keeps_existing);
  add ("/run-store/save/full-disk-keeps-old", test_full_disk_keeps_old);
  add ("/run-store/save/full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  add ("/run-store/resolve/words", test_resolves);
  add ("/run-store/resolve/paths", test_resolves_paths);
  add ("/run-store/resolve/ambiguous", test_ambiguous);
  add ("/run-store/resolve/not-found", test_not_found);
  add ("/run-store/list/newest-first", test_lists_newest_first);
  add ("/run-store/list/damaged-is-left", test_damaged_is_left);
  add ("/run-store/list/nothing", test_lists_nothing);

  status = g_test_run ();
  clear ();
  remove_folders (folder);

  return status;
}
