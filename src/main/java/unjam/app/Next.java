package unjam.app;

import java.util.List;

/** What an action makes of a session, and what is to be done outside. */
public record Next(Session session, List<Effect> effects) {
  public Next {
    effects = List.copyOf(effects);
  }

  static Next of(Session session) {
    return new Next(session, List.of());
  }
}
