package unjam.projection;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import unjam.scsi.EhHook;
import unjam.scsi.Knob;
import unjam.scsi.ShostState;

/**
 * One Scsi_Host.
 *
 * @param number its number
 * @param driver name of its low-level driver
 * @param hooks recovery callbacks that the driver has
 * @param canQueue commands it takes at once
 * @param nrHwQueues hardware queues
 * @param strategy who does its recovery
 * @param state its state
 * @param busy commands in flight
 * @param failed commands counted as failed
 * @param knobs settings as last written
 * @param ports state of the transport's ports or sessions, by name, in the transport's words
 * @param eh its error-handler thread
 */
public record HostView(
    int number,
    String driver,
    List<EhHook> hooks,
    int canQueue,
    int nrHwQueues,
    String strategy,
    ShostState state,
    int busy,
    int failed,
    Map<Knob, String> knobs,
    SortedMap<String, String> ports,
    EhView eh) {}
