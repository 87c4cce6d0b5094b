package unjam.kernel.user;

import java.util.LinkedHashMap;
import java.util.Map;
import unjam.kernel.above.Layers;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Ratelimit;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiLogging;

/** What a system call finds in the kernel: its log, who recovers, the pages of each disk. */
final class Ground {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiErrorHandler eh;
  private final Ratelimit complaints;
  private final Layers layers;
  private final Map<ScsiDevice, PageCache> caches = new LinkedHashMap<>();

  Ground(Kernel kernel, ScsiLogging log, ScsiErrorHandler eh, Layers layers) {
    this.kernel = kernel;
    this.log = log;
    this.eh = eh;
    this.layers = layers;
    this.complaints = new Ratelimit(kernel, "buffer_io_error");
  }

  Kernel kernel() {
    return kernel;
  }

  ScsiLogging log() {
    return log;
  }

  ScsiErrorHandler eh() {
    return eh;
  }

  Layers layers() {
    return layers;
  }

  PageCache cache(ScsiDevice device) {
    return caches.computeIfAbsent(device, each -> new PageCache(kernel, each, complaints));
  }
}
