package unjam.conform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A known departure from a recording, with its reason.
 *
 * @param recordings which, such as {@code 6.1/15-*}; {@code *} stands for anything
 * @param rule number of the rule that is broken
 * @param where the IO, context or device, if it must be that one
 * @param noise whether the reason is a property of the recording, so that nothing is wrong with the
 *     simulator; any other deviation still counts as a failure
 * @param reason why it stays, one sentence
 */
public record Deviation(
    String recordings, int rule, Optional<String> where, boolean noise, String reason) {

  /** Whether this is what that divergence is about. */
  public boolean covers(String recording, Divergence divergence) {
    return divergence.rule() == rule
        && where.map(divergence.where()::equals).orElse(true)
        && glob().matcher(recording).matches();
  }

  private Pattern glob() {
    return Pattern.compile(
        String.join(".*", Pattern.compile("\\*").splitAsStream(recordings + " ")
            .map(String::stripTrailing)
            .map(Pattern::quote)
            .toList()));
  }
}
