package unjam.conform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The list of known deviations that comes with the application, {@code
 * assets/catalog/deviations.yaml}.
 */
public final class Deviations {

  private static final String FILE = "/assets/catalog/deviations.yaml";

  private final List<Deviation> all;

  private Deviations(List<Deviation> all) {
    this.all = List.copyOf(all);
  }

  /** The list of the application. */
  public static Deviations ofApplication() {
    try (InputStream in =
        Objects.requireNonNull(Deviations.class.getResourceAsStream(FILE), FILE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /** A list of the given entries. */
  public static Deviations of(Deviation... entries) {
    return new Deviations(List.of(entries));
  }

  /** Reads the YAML text of a list; the file is ours, so a mistake in it is a mistake of ours. */
  static Deviations parse(String yaml) {
    Object root = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(yaml);
    List<Deviation> entries = new ArrayList<>();
    if (root instanceof Map<?, ?> map && map.get("deviations") instanceof List<?> list) {
      list.forEach(each -> entries.add(entry(each)));
      return new Deviations(entries);
    }
    throw new IllegalStateException(FILE + " must have a list called deviations");
  }

  private static Deviation entry(Object entry) {
    if (entry instanceof Map<?, ?> map
        && map.get("recordings") instanceof String recordings
        && map.get("rule") instanceof Integer rule
        && map.get("noise") instanceof Boolean noise
        && map.get("reason") instanceof String reason) {
      Optional<String> where = Optional.ofNullable(map.get("where")).map(Object::toString);
      return new Deviation(recordings, rule, where, noise, reason);
    }
    throw new IllegalStateException(
        FILE + ": an entry has recordings, rule, noise, reason and perhaps where; found " + entry);
  }

  public List<Deviation> all() {
    return all;
  }

  /** The entry that is about a divergence. */
  public Optional<Deviation> covering(String recording, Divergence divergence) {
    return all.stream().filter(each -> each.covers(recording, divergence)).findFirst();
  }
}
