package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.conform.EditedRecording.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.HostByte;
import unjam.scsi.IoMode;
import unjam.scsi.Knob;
import unjam.scsi.LogFacility;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.scsi.ServiceTime;

/** Every part of a setup becomes the part of a scenario that means the same. */
class SetupScenarioTest {

  private static final String SIMPLE = "6.12/05-abort-fails-lun-reset-ok";

  @TempDir Path directory;

  @Test
  void clockDriverAndDevicesAreTakenOver() {
    Machine machine = scenario(recorded("6.1/17-eh-deadline-2s")).machine();
    assertThat(machine.hz()).isEqualTo(250);
    assertThat(machine.cpus()).isEqualTo(2);
    assertThat(machine.jiffiesAtZero()).isGreaterThan(4_294_000_000L);
    Machine.Host host = machine.hosts().getFirst();
    assertThat(host.ehDeadline()).contains(2);
    LldProfile driver = host.driver();
    assertThat(driver.canQueue()).isEqualTo(192);
    assertThat(driver.lunResetCancelsAnswers()).isFalse();
    assertThat(driver.unitAttention())
        .containsEntry(EhHook.EH_HOST_RESET_HANDLER, SenseData.parse("6/29/02"));
    Disk disk = host.disks().getFirst();
    assertThat(disk.service()).isEqualTo(new ServiceTime.Fixed(4_000_000));
    assertThat(disk.timeoutSeconds()).isEqualTo(3);
    assertThat(disk.ehTimeoutSeconds()).isEqualTo(2);
    assertThat(disk.sizeBytes()).isEqualTo(16L << 20);
  }

  @Test
  void aCallbackThatIsNotRegisteredIsAMissingRung() {
    Scenario scenario = scenario(edited().setup(setup ->
        ((ArrayNode) setup.get("driver").get("eh_callbacks")).remove(3)));
    assertThat(scenario.machine().hosts().getFirst().driver().hooks())
        .doesNotContainKey(EhHook.EH_BUS_RESET_HANDLER)
        .hasSize(4);
  }

  @Test
  void theLoggingLevelIsReadAsAWordOrByFacility() {
    int word = scenario(recorded("6.12/03d-timeout-once-loglevel")).machine().loggingLevel();
    assertThat(word).isEqualTo(13869);
    Scenario byFacility = scenario(edited().setup(setup ->
        ((ArrayNode) setup.get("knobs")).add(json(
            "{'knob': '/proc/sys/dev/scsi/logging_level', 'levels': {'error': 5, 'timeout': 5,"
                + " 'mlqueue': 3, 'mlcomplete': 3}}"))));
    assertThat(byFacility.machine().loggingLevel()).isEqualTo(13869);
    assertThat(LogFacility.MLQUEUE.level(13869)).isEqualTo(3);
  }

  @Test
  void everyKindOfFaultIsUnderstood() {
    assertThat(fault("{'device': '0:0:0:0', 'kind': 'ignore-command', 'opcode': 'any',"
        + " 'count': 'forever'}"))
        .returns(new Fault.Mute(), FaultRule::fault)
        .returns(OptionalInt.empty(), FaultRule::opcode)
        .returns(OptionalInt.empty(), FaultRule::count);
    assertThat(fault("{'host': 0, 'kind': 'queuecommand-returns', 'opcode': '0x28',"
        + " 'value': 'SCSI_MLQUEUE_TARGET_BUSY', 'count': 3}"))
        .returns(new Fault.QueuecommandReturns(MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY),
            FaultRule::fault)
        .returns(new Scope.Host(0), FaultRule::scope)
        .returns(OptionalInt.of(0x28), FaultRule::opcode)
        .returns(OptionalInt.of(3), FaultRule::count);
    assertThat(fault("{'target': '0:0:1', 'kind': 'fail-target-reset', 'count': 1}"))
        .returns(new Fault.HookFails(EhHook.EH_TARGET_RESET_HANDLER, 0), FaultRule::fault)
        .returns(new Scope.Target(0, 0, 1), FaultRule::scope);
    assertThat(fault("{'device': '0:0:0:0', 'kind': 'answer-after', 'ms': 4000, 'count': 1}"))
        .returns(new Fault.AnswersAfter(4_000_000_000L), FaultRule::fault);
  }

  @Test
  void aResultHasItsHostByteStatusSenseAndPlaceOfDelivery() {
    FaultRule rule = fault("{'device': '0:0:0:0', 'kind': 'result', 'opcode': '0x28', 'count': 1,"
        + " 'host_byte': 'DID_SOFT_ERROR', 'status': 'CHECK_CONDITION', 'sense': {'key': 4,"
        + " 'asc': '0x44', 'ascq': '0x00', 'deferred': true},"
        + " 'delivered': 'timer softirq, one jiffy after queuecommand returned'}");
    assertThat(rule.fault()).isEqualTo(
        new Fault.Result(HostByte.DID_SOFT_ERROR, SamStatus.CHECK_CONDITION,
            Optional.of(new SenseData(SenseKey.HARDWARE_ERROR, 0x44, 0, true, -1)),
            Fault.Delivery.TIMER_SOFTIRQ));
  }

  @Test
  void instantsAreAbsoluteOrAfterAStreamOrAfterALineOfTheLog() {
    FaultRule rule = fault("{'device': '0:0:0:0', 'kind': 'ignore-command', 'count': 1,"
        + " 'from': {'after': 'r1', 'at_ms': 700, 'plus_ms': 12.5},"
        + " 'until': {'after_kernel_message': 'Medium access', 'plus_ms': 3}}");
    assertThat(rule.from()).contains(
        new When.AfterStream("r1", SimTime.ofMicros(12_500)));
    assertThat(rule.until()).contains(
        new When.AfterKernelMessage("Medium access", SimTime.ofMillis(3)));
    assertThat(scenario(recorded(SIMPLE)).workload().getFirst().start())
        .isEqualTo(new When.At(SimTime.ZERO));
  }

  @Test
  void streamsHaveThreadsRepetitionsAndAnEnd() {
    Stream background = scenario(recorded("6.12/15-two-luns-blast-radius")).workload().getFirst();
    assertThat(background.background()).isTrue();
    assertThat(background.repeat()).isEqualTo(30);
    assertThat(background.gap()).isEqualTo(SimTime.ofMillis(450));
    assertThat(background.noNewIoAfter()).contains(SimTime.ofMillis(9500));
    assertThat(background.device()).isEqualTo(Hctl.parse("0:0:0:1"));
    Stream staggered = scenario(recorded("6.12/21e-four-staggered-abort-ok")).workload().getFirst();
    assertThat(staggered.threads()).isEqualTo(4);
    assertThat(staggered.stagger()).isEqualTo(SimTime.ofMillis(700));
    Stream sg = scenario(recorded("6.12/24-sgio-timeout")).workload().getFirst();
    assertThat(sg.mode()).isEqualTo(IoMode.SG_IO);
    assertThat(sg.sgioTimeout()).contains(SimTime.ofMillis(3000));
  }

  @Test
  void aWriteThatCameBackLateHappenedWhenTheStateChanged() {
    // the setup says 6102.7 ms, when the write had looked at the device again
    List<Intervention> writes =
        scenario(recorded("6.12/20b-offline-while-in-flight")).interventions();
    assertThat(writes.get(1)).isEqualTo(new Intervention.KnobWritten(
        new When.At(SimTime.ofMicros(5_986_200)), Knob.STATE,
        new Scope.Lun(Hctl.parse("0:0:0:0")), "running"));
  }

  @Test
  void anUnknownInstantIsTakenFromTheRecordingAndNoted() {
    Situation situation = situation(recorded("6.12/20-offline-running"));
    assertThat(situation).isInstanceOfSatisfying(Situation.PutUp.class, putUp -> {
      assertThat(putUp.notes()).singleElement().asString().contains("1488.5 ms");
      assertThat(putUp.scenario().interventions().get(1).when())
          .isEqualTo(new When.At(SimTime.ofMicros(1_488_500)));
    });
  }

  @Test
  void whatIsNotModelledIsSaid() {
    assertThat(reasons(edited().setup(setup -> {
      setup.put("family", "zfcp");
      ((ObjectNode) setup.get("driver")).put("name", "zfcp_scsi");
    }))).containsExactly("not modelled yet: driver zfcp_scsi, family zfcp");
    assertThat(reasons(edited().setup(setup ->
        ((ObjectNode) setup.get("kernel")).put("series", "4.19"))))
        .containsExactly("not modelled yet: kernel 4.19");
    assertThat(reasons(edited().setup(setup ->
        ((ArrayNode) setup.get("interventions")).add(json("{'action': 'pull-cable'}")))))
        .containsExactly("not modelled yet: intervention \"pull-cable\"");
    assertThat(reasons(edited().setup(setup ->
        ((ArrayNode) setup.get("faults")).add(json("{'kind': 'eat-cable', 'device': '0:0:0:0',"
            + " 'count': 1}")))))
        .containsExactly("not modelled yet: fault \"eat-cable\"");
  }

  @Test
  void whatCannotBeUnderstoodIsNamedByItsPath() {
    assertThat(reasons(edited()
        .setup(setup -> ((ObjectNode) setup.get("workload").get(0)).put("device", "0:0:0:7"))
        .setup(setup -> ((ObjectNode) setup.get("workload").get(0)).put("op", "erase"))
        .setup(setup -> ((ObjectNode) setup.get("devices").get(0)).put("timeout_s", -1))
        .setup(setup -> ((ObjectNode) setup.get("faults").get(0)).put("count", "often"))))
        .anyMatch(each -> each.contains(
            "workload[0].device: there is no device 0:0:0:7 in devices"))
        .anyMatch(each -> each.contains(
            "workload[0].op: \"erase\" is not known; known: read, write, fsync"))
        .anyMatch(each -> each.contains(
            "devices[0].timeout_s: must be a whole number from 1 to 1000000, is -1"))
        .anyMatch(each -> each.contains(
            "faults[0].count: must be a number or \"forever\""))
        .hasSize(4);
  }

  private int copies;

  private EditedRecording edited() {
    return new EditedRecording(SIMPLE, directory.resolve("copy" + copies++));
  }

  private FaultRule fault(String rule) {
    return scenario(edited().setup(setup ->
        setup.putArray("faults").add(json(rule)))).faults().getFirst();
  }

  private static Recording recorded(String title) {
    return Goldens.recording(title);
  }

  private static Recording recorded(EditedRecording edited) {
    return ((RecordingReader.Reading.Read) RecordingReader.read(edited.directory())).recording();
  }

  private static Scenario scenario(EditedRecording edited) {
    return scenario(recorded(edited));
  }

  private static Scenario scenario(Recording recording) {
    return Goldens.scenario(recording);
  }

  private static Situation situation(Recording recording) {
    return SetupScenario.of(recording, Catalog.ofClassPath());
  }

  private static List<String> reasons(EditedRecording edited) {
    return switch (situation(recorded(edited))) {
      case Situation.PutUp _ -> List.of();
      case Situation.NotPutUp(var reasons) -> reasons;
      case Situation.Unreadable(var problems) ->
          problems.stream().map(each -> each.text()).toList();
    };
  }
}
