package unjam.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Turns YAML 1.2 into a {@link Tree}. It works on the parser's events, without recursion, so that a
 * hostile text can neither overflow the stack nor multiply itself: anchors, aliases, tags and
 * nesting beyond {@link #DEEPEST} are problems.
 */
public final class YamlTree {

  static final int DEEPEST = 64;
  /** Far more than any situation that a person writes. */
  static final int MOST_VALUES = 250_000;

  private final String file;
  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Tree root;
  private int documents;
  private int values;

  private YamlTree(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The tree of one document; empty if the text is no YAML at all, which is then a problem. */
  public static Optional<Tree> parse(String file, String text, Problems problems) {
    YamlTree reading = new YamlTree(file, problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            // All at once: the parser copies what it has for every further piece of a long word.
            .setBufferSize(Math.max(1_024, text.length()))
            .build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!reading.take(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException e) {
      problems.add(reading.placeOf(e.getProblemMark().or(e::getContextMark)), inWords(e));
      return Optional.empty();
    } catch (ReaderException e) {
      problems.add(
          placeOf(file, text, e.getPosition()),
          "the character U+" + String.format(Locale.ROOT, "%04X", e.getCodePoint())
              + " cannot stand in YAML; remove it");
      return Optional.empty();
    } catch (YamlVersionException e) {
      problems.add(new Place(file, 1, 1), "this is another version of YAML; write YAML 1.2");
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(Place.whole(file), "this is not YAML: " + e.getMessage());
      return Optional.empty();
    }
    return reading.result();
  }

  /** The place of the code point with this index. */
  private static Place placeOf(String file, String text, int index) {
    int end = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Place(file, line, before.length() - before.lastIndexOf('\n'));
  }

  private static String inWords(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
    return "this is not YAML: " + e.getProblem() + context;
  }

  private Optional<Tree> result() {
    if (root == null) {
      problems.add(new Place(file, 1, 1), "the text is empty");
    }
    return Optional.ofNullable(root);
  }

  /** Whether it makes sense to go on. */
  private boolean take(Event event) {
    Place at = placeOf(event.getStartMark());
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      problems.add(at, "a second document starts here; one file holds one document");
      return false;
    }
    if (event instanceof NodeEvent && ++values > MOST_VALUES) {
      problems.add(at, "more than " + MOST_VALUES + " keys and values; one file holds no more");
      return false;
    }
    if (event instanceof AliasEvent) {
      problems.add(at, "aliases (*name) are not used here; write the value out");
      return put(new Tree.Scalar("", true, at));
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.add(at, "anchors (&name) are not used here; write the value out");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), at);
      return put(new Tree.Scalar(scalar.getValue(), !scalar.isPlain(), at));
    }
    if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag(), at);
      return push(new Open(start instanceof MappingStartEvent, at));
    }
    if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
      return put(open.pop().close());
    }
    return true;
  }

  private boolean push(Open collection) {
    if (open.size() == DEEPEST) {
      problems.add(
          collection.at, "nested more than " + DEEPEST + " deep; nothing in these files is");
      return false;
    }
    open.push(collection);
    return true;
  }

  private boolean put(Tree node) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (!parent.isMapping) {
      parent.items.add(node);
    } else if (parent.key == null) {
      parent.key = node;
    } else {
      parent.put(node, problems);
    }
    return true;
  }

  private void refuseTag(Optional<String> tag, Place at) {
    if (tag.isPresent()) {
      problems.add(
          at, "tags (" + Text.shortened(tag.get()) + ") are not used here; leave it out");
    }
  }

  private Place placeOf(Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.whole(file));
  }

  /** A collection whose end has not come yet. */
  private static final class Open {
    final boolean isMapping;
    final Place at;
    final List<Tree> items = new ArrayList<>();
    final List<Tree.Entry> entries = new ArrayList<>();
    final TreeMap<String, Place> keys = new TreeMap<>();
    @Nullable Tree key;

    Open(boolean isMapping, Place at) {
      this.isMapping = isMapping;
      this.at = at;
    }

    void put(Tree value, Problems problems) {
      Tree written = Objects.requireNonNull(key);
      key = null;
      if (!(written instanceof Tree.Scalar(String name, boolean _, Place nameAt))) {
        problems.add(written.at(), "a key is a single word, found " + written.kind());
        return;
      }
      Place first = keys.putIfAbsent(name, nameAt);
      if (first == null) {
        entries.add(new Tree.Entry(name, nameAt, value));
      } else {
        problems.add(
            nameAt,
            "the key " + Text.quoted(name) + " stands here a second time, first in line "
                + first.line() + "; keep one");
      }
    }

    Tree close() {
      return isMapping ? new Tree.Mapping(entries, at) : new Tree.Sequence(items, at);
    }
  }
}
