/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In the place of a fuzzer: gives a harness each of the inputs that are kept, once.  The folder of
 * these is the only argument.
 */

#include <glib.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* A copy of its own, so that the address sanitizer sees who reads past its end. */
static void
test_input (gconstpointer path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_autofree uint8_t *data = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  data = g_memdup2 (content, length);

  g_assert_cmpint (LLVMFuzzerTestOneInput (data, length), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *behaviour = g_strconcat ("/kept-input/", name, NULL);

      g_test_add_data_func_full (behaviour, g_build_filename (argv[1], name, NULL), test_input,
                                 g_free);
    }

  return g_test_run ();
}
