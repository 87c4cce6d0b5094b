package unjam.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * Text files on the class path, found by listing their folder, in a directory or in a jar: a file
 * that is added is there.
 */
final class Resources {

  private static final String SUFFIX = ".yaml";

  private final ClassLoader loader;

  Resources(ClassLoader loader) {
    this.loader = loader;
  }

  /** Names, without suffix, of the YAML files in a folder, in the order of the alphabet. */
  List<String> names(String folder) {
    TreeSet<String> names = new TreeSet<>();
    try {
      Enumeration<URL> found = loader.getResources(folder + "/");
      while (found.hasMoreElements()) {
        addNames(found.nextElement(), names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
    return List.copyOf(names);
  }

  /** The text of one file; throws {@link IllegalArgumentException} if there is none. */
  String text(String folder, String name) {
    String path = folder + "/" + name + SUFFIX;
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Names of the folders in a folder, in the order of the alphabet. */
  List<String> folders(String folder) {
    TreeSet<String> names = new TreeSet<>();
    try {
      Enumeration<URL> found = loader.getResources(folder + "/");
      while (found.hasMoreElements()) {
        addFolders(found.nextElement(), names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
    return List.copyOf(names);
  }

  /** The bytes of one file, empty if there is none. */
  Optional<byte[]> bytes(String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static void addFolders(URL folder, TreeSet<String> names) throws IOException {
    if (folder.getProtocol().equals("file")) {
      try (Stream<Path> files = Files.list(pathOf(folder))) {
        files
            .filter(Files::isDirectory)
            .forEach(each -> names.add(each.getFileName().toString()));
      }
      return;
    }
    if (!(folder.openConnection() instanceof JarURLConnection jar)) {
      throw new IOException("cannot list " + folder);
    }
    String prefix = jar.getEntryName();
    for (JarEntry entry : jar.getJarFile().stream().toList()) {
      String rest =
          entry.getName().startsWith(prefix) ? entry.getName().substring(prefix.length()) : "";
      if (rest.indexOf('/') > 0) {
        names.add(rest.substring(0, rest.indexOf('/')));
      }
    }
  }

  private static void addNames(URL folder, TreeSet<String> names) throws IOException {
    if (folder.getProtocol().equals("file")) {
      try (Stream<Path> files = Files.list(pathOf(folder))) {
        files.forEach(file -> add(file.getFileName().toString(), names));
      }
      return;
    }
    URLConnection connection = folder.openConnection();
    if (!(connection instanceof JarURLConnection jar)) {
      throw new IOException("cannot list " + folder);
    }
    String prefix = jar.getEntryName();
    for (JarEntry entry : jar.getJarFile().stream().toList()) {
      if (entry.getName().startsWith(prefix)) {
        add(entry.getName().substring(prefix.length()), names);
      }
    }
  }

  private static void add(String file, TreeSet<String> names) {
    if (file.endsWith(SUFFIX) && !file.contains("/")) {
      names.add(file.substring(0, file.length() - SUFFIX.length()));
    }
  }

  private static Path pathOf(URL folder) {
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a place: " + folder, e);
    }
  }
}
