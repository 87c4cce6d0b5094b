package unjam.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of one language, from {@code assets/i18n}. */
public final class Texts {

  private static final String BUNDLE = "assets.i18n.messages";

  /** English is in the bundle without a suffix; no other language may stand in for it. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(Locale language) {
    this.language = language;
    bundle = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
  }

  public static Texts in(Locale language) {
    return new Texts(language);
  }

  public Locale language() {
    return language;
  }

  /** Chinese needs a font of its own. */
  public boolean isChinese() {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /**
   * The sentence of a key, with its arguments put in.
   *
   * @throws java.util.MissingResourceException if no bundle has the key
   */
  public String of(String key, Object... arguments) {
    MessageFormat format =
        formats.computeIfAbsent(key, each -> new MessageFormat(bundle.getString(each), language));
    synchronized (format) {
      return format.format(arguments);
    }
  }
}
