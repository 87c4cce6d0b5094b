package unjam.kernel.above;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unjam.kernel.core.Kernel;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Above;
import unjam.scsi.Hctl;

/** The layers of a scenario, by name. */
public final class Layers {

  private final Map<String, Layer> all = new TreeMap<>();

  public Layers(
      Kernel kernel, List<Above> above, Map<Hctl, ScsiDevice> devices, ScsiErrorHandler eh) {
    for (Above each : above) {
      List<ScsiDevice> disks = each.disks().stream().map(at -> device(devices, at)).toList();
      all.put(
          each.name(),
          switch (each) {
            case Above.Store store -> new Store(kernel, store, disks);
            case Above.Raid1 raid -> new Raid1(kernel, raid, disks);
            case Above.Ext4 ext4 -> new Ext4(kernel, ext4, disks.getFirst());
            case Above.Multipath map -> new Multipath(kernel, map, disks, eh);
          });
    }
  }

  private static ScsiDevice device(Map<Hctl, ScsiDevice> devices, Hctl at) {
    ScsiDevice device = devices.get(at);
    if (device == null) {
      throw new IllegalArgumentException("there is no disk at " + at);
    }
    return device;
  }

  /** The layer of a name. */
  public Layer of(String name) {
    Layer layer = all.get(name);
    if (layer == null) {
      throw new IllegalArgumentException("there is nothing called " + name + " above the disks");
    }
    return layer;
  }
}
