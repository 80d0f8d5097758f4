/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-file.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#define OLD "the old text\n"
#define BIG (256 * 1024)

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place        *place,
        gconstpointer data)
{
  place->folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->path = g_build_filename (place->folder, "run.json", NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Place        *place,
           gconstpointer data)
{
  remove_all (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
save_old (Place *place)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (sy_file_save (place->path, OLD, strlen (OLD), SY_FILE_REPLACE, &error));
  g_assert_no_error (error);
}

static void
assert_holds (const char *path,
              const char *expected)
{
  g_autofree char *found = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &found, &length, NULL));
  g_assert_cmpmem (found, length, expected, strlen (expected));
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* The old file is whole, nothing lies beside it, and the message names the file. */
static void
assert_kept (Place        *place,
             const GError *error)
{
  g_assert_nonnull (error);
  g_assert_nonnull (g_strstr_len (error->message, -1, place->path));
  assert_holds (place->path, OLD);
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_makes_folders (Place        *place,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "a", "b", "run.json", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (sy_file_save (path, OLD, strlen (OLD), SY_FILE_KEEP_EXISTING, &error));
  g_assert_no_error (error);
  assert_holds (path, OLD);
}

static void
test_replaces (Place        *place,
               gconstpointer data)
{
  save_old (place);
  g_assert_true (sy_file_save (place->path, "", 0, SY_FILE_REPLACE, NULL));
  assert_holds (place->path, "");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_keeps_existing (Place        *place,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  save_old (place);
  g_assert_false (sy_file_save (place->path, "new", 3, SY_FILE_KEEP_EXISTING, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_kept (place, error);
}

typedef struct
{
  const char *path;
  char        letter;
  gboolean    is_saved;
} Rival;

static gpointer
save_letters (gpointer data)
{
  Rival *rival = data;
  g_autofree char *text = g_strnfill (1000, rival->letter);

  rival->is_saved = sy_file_save (rival->path, text, 1000, SY_FILE_KEEP_EXISTING, NULL);
  return NULL;
}

/* Of several that choose the same new name at the same moment, one gets it. */
static void
test_one_of_many_gets_a_name (Place        *place,
                              gconstpointer data)
{
  for (guint round = 0; round < 20; round++)
    {
      GThread *threads[4];
      Rival rivals[G_N_ELEMENTS (threads)];
      g_autofree char *text = NULL;
      guint n_saved = 0;

      g_unlink (place->path);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          rivals[i] = (Rival) { .path = place->path, .letter = (char) ('a' + i) };
          threads[i] = g_thread_new ("rival", save_letters, &rivals[i]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);

      g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          n_saved += rivals[i].is_saved;
          g_assert_cmpint (rivals[i].is_saved, ==, rivals[i].letter == text[0]);
        }
      g_assert_cmpuint (n_saved, ==, 1);
      g_assert_cmpuint (count_files (place->folder), ==, 1);
    }
}

/* Renaming over /dev/null is something root can do once. */
static void
test_keeps_what_is_no_plain_file (Place        *place,
                                  gconstpointer data)
{
  g_autofree char *target = g_build_filename (place->folder, "target", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink (target, place->path), ==, 0);
  g_assert_false (sy_file_save (place->path, "new", 3, SY_FILE_REPLACE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_nonnull (g_strstr_len (error->message, -1, place->path));
}

static void
test_folder_that_is_a_file (Place        *place,
                            gconstpointer data)
{
  g_autofree char *below = g_build_filename (place->path, "run.json", NULL);
  g_autoptr(GError) error = NULL;

  save_old (place);
  g_assert_false (sy_file_save (below, "new", 3, SY_FILE_REPLACE, &error));
  g_assert_cmpint (error->domain, ==, G_FILE_ERROR);
  assert_kept (place, error);
}

/* Root may write anywhere, so it plays somebody else. */
static void
test_unwritable_folder (Place        *place,
                        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean is_root = geteuid () == 0;
  gboolean is_saved;

  save_old (place);
  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip ("cannot become another user here");
      return;
    }

  is_saved = sy_file_save (place->path, "new", 3, SY_FILE_REPLACE, &error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0755), ==, 0);

  g_assert_false (is_saved);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  assert_kept (place, error);
}

static void
assert_big_fails (Place *place)
{
  g_autofree char *big = g_strnfill (BIG, 'x');
  g_autoptr(GError) error = NULL;

  g_assert_false (sy_file_save (place->path, big, BIG, SY_FILE_REPLACE, &error));
  g_assert_cmpint (error->domain, ==, G_FILE_ERROR);
  assert_kept (place, error);
}

static void
test_write_cut_short (Place        *place,
                      gconstpointer data)
{
  struct rlimit before, small;

  save_old (place);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = BIG / 4;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);

  assert_big_fails (place);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
}

/* On a real full disk, where this process may have one: in a mount namespace of its own. */
static void
test_disk_full (Place        *place,
                gconstpointer data)
{
  if (unshare (CLONE_NEWNS) != 0 ||
      mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", place->folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("cannot mount a small disk here");
      return;
    }

  save_old (place);
  assert_big_fails (place);
  g_assert_cmpint (umount (place->folder), ==, 0);
}

typedef struct
{
  const char *path;
  gint        is_done;
} Reader;

/* Whatever moment a reader looks at, it finds all of one text. */
static gpointer
read_again_and_again (gpointer data)
{
  Reader *reader = data;
  guint n_read = 0;

  while (!g_atomic_int_get (&reader->is_done) || n_read == 0)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (reader->path, &text, &length, NULL));
      g_assert_true (length == strlen (OLD) || length == BIG);
      for (gsize i = 0; length == BIG && i < length; i++)
        g_assert_cmpint (text[i], ==, 'x');
      n_read++;
    }

  return NULL;
}

static void
test_never_half_written (Place        *place,
                         gconstpointer data)
{
  g_autofree char *big = g_strnfill (BIG, 'x');
  Reader reader = { .path = place->path };
  GThread *thread;

  save_old (place);
  thread = g_thread_new ("reader", read_again_and_again, &reader);
  for (guint i = 0; i < 40; i++)
    {
      g_assert_true (sy_file_save (place->path, big, BIG, SY_FILE_REPLACE, NULL));
      save_old (place);
    }
  g_atomic_int_set (&reader.is_done, TRUE);
  g_thread_join (thread);
}

static void
add (const char *path,
     void      (*test) (Place        *place,
                        gconstpointer data))
{
  g_test_add (path, Place, NULL, set_up, test, tear_down);
}

static void
test_load_gives_all (Place        *place,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  save_old (place);
  text = sy_file_load (place->path, &length, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (text, length, OLD, strlen (OLD));
}

static void
assert_not_loaded (const char *path,
                   const char *reason)
{
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_null (sy_file_load (path, &length, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_load_refuses_no_plain_file (Place        *place,
                                 gconstpointer data)
{
  assert_not_loaded (place->path, "No such file");
  assert_not_loaded (place->folder, "not a plain file");
  assert_not_loaded ("/dev/zero", "not a plain file");
}

static void
test_load_refuses_too_large (Place        *place,
                             gconstpointer data)
{
  save_old (place);
  g_assert_cmpint (truncate (place->path, SY_FILE_MAX_SIZE + 1024 * 1024), ==, 0);

  assert_not_loaded (place->path, "257 MiB are more than 256 MiB");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/file/save/makes-folders", test_makes_folders);
  add ("/file/save/replaces", test_replaces);
  add ("/file/save/keeps-existing", test_keeps_existing);
  add ("/file/save/one-of-many-gets-a-name", test_one_of_many_gets_a_name);
  add ("/file/save/keeps-what-is-no-plain-file", test_keeps_what_is_no_plain_file);
  add ("/file/save/folder-that-is-a-file", test_folder_that_is_a_file);
  add ("/file/save/unwritable-folder", test_unwritable_folder);
  add ("/file/save/write-cut-short", test_write_cut_short);
  add ("/file/save/never-half-written", test_never_half_written);
  add ("/file/save/disk-full", test_disk_full);
  add ("/file/load/gives-all", test_load_gives_all);
  add ("/file/load/refuses-no-plain-file", test_load_refuses_no_plain_file);
  add ("/file/load/refuses-too-large", test_load_refuses_too_large);

  return g_test_run ();
}
