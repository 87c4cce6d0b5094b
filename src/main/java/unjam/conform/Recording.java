package unjam.conform;

/**
 * One run of a real kernel.
 *
 * @param name short identifier, such as {@code 05-abort-fails-lun-reset-ok}
 * @param family which stack was recorded, such as {@code scsi_debug}
 * @param series kernel series, such as {@code 6.12}
 * @param shows one line of prose
 * @param setup the situation, as read
 * @param golden what the kernel did
 */
record Recording(
    String name, String family, String series, String shows, Field setup, Golden golden) {

  /** The family of recordings whose situation comes with the application. */
  static final String COMPACT = "lld";

  /** {@code 6.12/05-abort-fails-lun-reset-ok}. */
  String title() {
    return series + "/" + name;
  }
}
