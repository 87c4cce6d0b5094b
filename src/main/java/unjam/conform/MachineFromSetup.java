package unjam.conform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.LogFacility;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.scsi.ServiceTime;

/** Reads the machine of a setup: clock, driver, hosts and disks with their effective settings. */
final class MachineFromSetup {

  private static final Hctl NOWHERE = new Hctl(0, 0, 0, 0);

  private final Field setup;
  private final LldProfile profile;

  MachineFromSetup(Field setup, LldProfile profile) {
    this.setup = setup;
    this.profile = profile;
  }

  Machine machine() {
    int hz = hz(setup.get("kernel").get("hz"));
    Field jiffies = setup.get("clock").maybe("jiffies_at_zero");
    return new Machine(
        hz,
        setup.get("kernel").get("cpus").whole(1, 4096),
        jiffies.present() ? jiffies.whole() : Machine.initialJiffies(hz),
        loggingLevel(),
        hosts());
  }

  private static int hz(Field field) {
    int hz = field.whole(1, 10_000);
    if (hz != 100 && hz != 250 && hz != 300 && hz != 1000) {
      field.wrong("must be 100, 250, 300 or 1000, is " + hz);
      return 250;
    }
    return hz;
  }

  private int loggingLevel() {
    int level = 0;
    for (Field knob : setup.maybe("knobs").items()) {
      if (!knob.get("knob").text().equals(Knob.LOGGING_LEVEL.shortName())) {
        continue;
      }
      if (knob.maybe("value").present()) {
        level = knob.maybe("value").code(0x3fffffff);
      } else {
        level = levels(knob.get("levels"));
      }
    }
    return level;
  }

  private static int levels(Field levels) {
    int word = 0;
    for (Map.Entry<String, Field> each : levels.members().entrySet()) {
      int value = each.getValue().whole(0, 7);
      Optional<LogFacility> facility =
          List.of(LogFacility.values()).stream()
              .filter(known -> known.name().equalsIgnoreCase(each.getKey()))
              .findFirst();
      if (facility.isEmpty()) {
        each.getValue().wrong("is no facility of scsi_logging_level");
      } else {
        word |= value << shift(facility.get());
      }
    }
    return word;
  }

  /** The facility's place in the word: the lowest bit that it alone reads. */
  private static int shift(LogFacility facility) {
    int shift = 0;
    while (facility.level(1 << shift) == 0) {
      shift++;
    }
    return shift;
  }

  private List<Machine.Host> hosts() {
    Map<Integer, List<Disk>> disks = new TreeMap<>();
    for (Field device : setup.get("devices").items()) {
      Disk disk = disk(device);
      disks.computeIfAbsent(disk.at().host(), _ -> new ArrayList<>()).add(disk);
    }
    Map<Integer, Field> settings = settings();
    settings.keySet().forEach(host -> disks.computeIfAbsent(host, _ -> new ArrayList<>()));
    LldProfile driver = driver();
    List<Machine.Host> hosts = new ArrayList<>();
    disks.forEach((number, ofHost) ->
        hosts.add(new Machine.Host(number, driver, deadline(settings.get(number)), ofHost)));
    return hosts;
  }

  private Map<Integer, Field> settings() {
    Map<Integer, Field> settings = new TreeMap<>();
    setup.get("hosts").members().forEach((name, host) -> {
      try {
        settings.put(Integer.parseUnsignedInt(name), host);
      } catch (NumberFormatException e) {
        host.wrong("must be named by the number of a host");
      }
    });
    return settings;
  }

  private static Optional<Integer> deadline(@org.jspecify.annotations.Nullable Field host) {
    if (host == null || !host.maybe("eh_deadline").present()) {
      return Optional.empty();
    }
    Field deadline = host.maybe("eh_deadline");
    if (deadline.plain().equals("off") || deadline.plain().equals("-1")) {
      return Optional.empty();
    }
    return Optional.of(deadline.code(Integer.MAX_VALUE / 1000));
  }

  private Disk disk(Field device) {
    return new Disk(
        device.get("device").parsed(Hctl::parse, NOWHERE),
        device.get("disk").text(),
        device.get("size_bytes").whole(),
        device.get("logical_block_size").whole(512, 4096),
        new ServiceTime.Fixed(answerDelay()),
        device.get("queue_depth").whole(1, 4096),
        device.get("scheduler").text(),
        device.get("timeout_s").whole(1, 1_000_000),
        device.get("eh_timeout_s").whole(1, 1_000_000),
        device.get("max_retries").whole(-1, 1_000_000),
        device.get("max_medium_access_timeouts").whole(0, 1_000_000),
        device.get("allow_restart").whole(0, 1) == 1,
        isRemovable(),
        true,
        device.get("state").oneOf(SdevState.class, SdevState::sysfs));
  }

  /** Setups with a target machine do not say how fast its disks are; a RAM disk is fast. */
  private long answerDelay() {
    Field driver = setup.get("driver");
    return profile.transport() == LldProfile.Transport.ISCSI
        ? SimTime.NANOS_PER_MILLI
        : driver.get("answer_delay_ms").millis();
  }

  private boolean isRemovable() {
    Field parameter = setup.get("driver").maybe("module_parameters").maybe("removable");
    return parameter.present() && List.of("1", "true").contains(parameter.plain());
  }

  private LldProfile driver() {
    Field driver = setup.get("driver");
    return new LldProfile(
        profile.name(),
        driver.get("can_queue").whole(1, 65536),
        profile.cmdPerLun(),
        driver.get("nr_hw_queues").whole(1, 4096),
        hooks(driver.get("eh_callbacks")),
        profile.ehTimedOut(),
        profile.ehStrategy(),
        profile.transport(),
        spans(),
        profile.skipSettleDelay(),
        profile.trackQueueDepth(),
        profile.defaultTimeoutSeconds(),
        profile.maxHostBlocked(),
        profile.irqPath(),
        profile.answersFromKworker(),
        profile.checkConditionInline(),
        profile.dirtyFlushTakes(),
        unitAttention(driver.maybe("unit_attention_after_reset")),
        cancels(driver.maybe("lun_reset_cancels_pending_answers")),
        profile.recoveryCompletesCommands(),
        profile.givesBackInline(),
        profile.hostResetReachesAllHosts(),
        profile.rescanCommands(),
        profile.ata());
  }

  /** What a setup says of spans that only this driver knows; 0 switches one off. */
  private Map<DriverSetting, SimTime> spans() {
    Map<DriverSetting, SimTime> spans = new EnumMap<>(DriverSetting.class);
    spans.putAll(profile.settings());
    for (Field knob : setup.maybe("knobs").items()) {
      String file = knob.maybe("sysfs").plain().replaceFirst(".*/", "");
      DriverSetting.of(file).ifPresent(setting -> {
        SimTime span = SimTime.ofSeconds(knob.get("value").whole(0, 1_000_000));
        if (span.nanos() > 0) {
          spans.put(setting, span);
        } else {
          spans.remove(setting);
        }
      });
    }
    return spans;
  }

  private Map<EhHook, LldProfile.Hook> hooks(Field callbacks) {
    Map<EhHook, LldProfile.Hook> hooks = new EnumMap<>(EhHook.class);
    for (Field each : callbacks.items()) {
      String name = each.text().replaceFirst(" .*", "");
      if (name.equals("eh_timed_out")) {
        continue;
      }
      EhHook hook =
          each.oneOf(
              EhHook.class,
              known -> name.equals(known.field()) ? each.text() : known.field());
      hooks.put(hook, profile.hooks().getOrDefault(hook, LldProfile.Hook.INSTANT));
    }
    return hooks;
  }

  private Map<EhHook, SenseData> unitAttention(Field senses) {
    if (!senses.present()) {
      return profile.unitAttention();
    }
    Map<EhHook, SenseData> attention = new EnumMap<>(EhHook.class);
    senses.members().forEach((rung, sense) -> {
      if (sense.present()) {
        Optional<EhHook> hook =
            List.of(EhHook.values()).stream()
                .filter(each -> each.rung().equals(rung))
                .findFirst();
        if (hook.isEmpty()) {
          sense.wrong("is no kind of reset; known: lun-reset, target-reset, bus-reset, host-reset");
        } else {
          attention.put(hook.get(),
              sense.parsed(SenseData::parse, SenseData.of(SenseKey.UNIT_ATTENTION, 0x29, 0)));
        }
      }
    });
    return attention;
  }

  private boolean cancels(Field field) {
    return field.present() ? field.flag() : profile.lunResetCancelsAnswers();
  }
}
