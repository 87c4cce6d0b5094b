package unjam.cli;

import java.util.Locale;
import unjam.app.tale.Voice;

/** Who speaks which language; handed in because this package must not know the user interface. */
@FunctionalInterface
public interface Wordings {

  /** Speaks a language. */
  Voice in(Locale language);
}
