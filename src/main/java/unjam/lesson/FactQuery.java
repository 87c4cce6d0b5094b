package unjam.lesson;

import java.util.Optional;

/**
 * One fact of a run: {@code first timed_out on sda where retries == 1 after first eh_woken}.
 *
 * @param filter which facts
 * @param number which of them: 1 for the first, -1 for the last
 * @param after a fact that it has to come after
 */
public record FactQuery(FactFilter filter, int number, Optional<FactQuery> after) {

  static final int LAST = -1;
}
