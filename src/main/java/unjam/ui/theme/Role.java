package unjam.ui.theme;

import java.util.Locale;

/** What a colour is for. The style sheet {@code tokens.css} gives each role its colour. */
public enum Role {
  /** The paper of stage and timeline. */
  WINDOW,
  /** Panels, bars, capsules. */
  SURFACE,
  /** A selected row, a quiet note. */
  SUNK,
  /** Separators, decoration only. */
  HAIR,
  /** Idle tracks, rungs to come. */
  HAIR2,
  /** Outlines that carry meaning alone. */
  EDGE,
  /** Text, gate, a command in flight. */
  INK,
  INK2,
  INK3,
  /** Disabled only. */
  GHOST,
  ON_INK,
  /** The subject: what the sentence on top is about. */
  ACCENT,
  ACCENT_SOFT,
  ON_ACCENT,
  OK,
  OK_SOFT,
  LATE,
  LATE_FILL,
  LATE_SOFT,
  ON_LATE,
  FAIL,
  FAIL_SOFT,
  ON_FAIL,
  /** Held by the error handler. */
  EH,
  EH_SOFT,
  ON_EH;

  /** The property under which a drawn picture reads it: {@code -unjam-accent-soft}. */
  public String property() {
    return "-unjam-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
