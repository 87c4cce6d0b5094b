package unjam.export;

import java.io.IOException;
import java.io.Writer;
import unjam.projection.Timeline;

/** A form in which a trace can be written. Lines end with a line feed on every machine. */
public interface TraceExporter {

  /**
   * Writes all of it; the writer is neither flushed nor closed.
   *
   * @throws IOException what the writer throws
   */
  void write(Timeline timeline, Writer out) throws IOException;
}
