package unjam.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/**
 * The window's content at an instant, painted without a window.
 *
 * @param run what is shown
 * @param nanos the instant
 * @param width in pixels
 * @param height in pixels
 * @param look theme and language
 */
public record Picture(OpenRun run, long nanos, int width, int height, Look look) {

  /**
   * Paints into a PNG file, which appears only when it is whole. The headless platform must have
   * been chosen before, and no other picture may have been painted by this process.
   */
  public static void write(
      OpenRun run, long nanos, int width, int height, Look look, Path file) throws IOException {
    new Picture(run, nanos, width, height, look).write(file);
  }

  void write(Path file) throws IOException {
    BufferedImage picture = paint();
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        ImageIO.write(picture, "png", out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The first task of the toolkit runs on its thread: the only place to take a picture. */
  private BufferedImage paint() {
    CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            picture.complete(snapshot());
          } catch (RuntimeException e) {
            picture.completeExceptionally(e);
          }
        });
    return picture.join();
  }

  /** Paints on the toolkit's own thread. */
  BufferedImage snapshot() {
    Fonts.load();
    FxStore store = new FxStore(Session.empty(look), Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(nanos));
    Workbench workbench = new Workbench(store);
    Scene scene = new Scene(workbench.root(), width, height);
    scene.snapshot(null);
    return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
  }
}
