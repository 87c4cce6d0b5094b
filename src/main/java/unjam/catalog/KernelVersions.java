package unjam.catalog;

import java.util.Comparator;

/** The order of kernel versions: 6.1 comes before 6.12. */
final class KernelVersions {

  static final Comparator<String> OLDEST_FIRST =
      Comparator.<String>comparingInt(version -> part(version, 0))
          .thenComparingInt(version -> part(version, 1))
          .thenComparing(Comparator.naturalOrder());

  private KernelVersions() {}

  private static int part(String version, int index) {
    String[] parts = version.split("\\.");
    return index < parts.length && parts[index].matches("[0-9]{1,6}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}
