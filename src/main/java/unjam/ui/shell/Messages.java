package unjam.ui.shell;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the user interface, from {@code assets/i18n}, in the user's language. */
public final class Messages {

  private static final String BUNDLE = "assets.i18n.messages";

  private Messages() {}

  /**
   * The sentence of a key, with its arguments put in.
   *
   * @throws java.util.MissingResourceException if no bundle has the key
   */
  public static String text(String key, Object... arguments) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.getDefault());
    return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(arguments);
  }
}
