package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void anEventLimitAllowsAtLeastOneEvent() {
    assertThat(new EventLimit(1).maxEvents()).isEqualTo(1);
    assertThatThrownBy(() -> new EventLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an event limit is 1 or more, was 0");
  }

  @Test
  void anExceededLimitSaysWhichOneAndWhen() {
    LimitExceeded exceeded = new LimitExceeded("events", 1_000_000, SimTime.ofMillis(30_512));
    assertThat(exceeded)
        .hasMessage("the run was stopped at 30.512 s: it reached its limit of 1000000 events");
    assertThat(exceeded.limit()).isEqualTo("events");
    assertThat(exceeded.value()).isEqualTo(1_000_000);
    assertThat(exceeded.at()).isEqualTo(SimTime.ofMillis(30_512));
  }
}
