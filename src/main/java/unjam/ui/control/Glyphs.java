package unjam.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import unjam.app.Focus;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.trace.ExecContext;
import unjam.ui.theme.Role;

/** The small marks: who runs, and how a disk is. Each fits a square around its centre. */
public final class Glyphs {

  /** Who runs. */
  public enum Runner {
    /** Rounded square with a dot. */
    PROCESS,
    /** Filled bolt. */
    HARD_IRQ,
    /** Hollow bolt: the same event, softer. */
    SOFTIRQ,
    /** Hexagon nut. */
    KWORKER,
    /** Ladder. */
    ERROR_HANDLER,
    /** Stop watch. */
    TIMER;

    /** The mark of an execution context. */
    public static Runner of(ExecContext context) {
      return switch (context.kind()) {
        case USER, SUBMITTER, ADMIN, ISCSID, MULTIPATHD -> PROCESS;
        case HARDIRQ -> HARD_IRQ;
        case SOFTIRQ -> SOFTIRQ;
        case KBLOCKD, KWORKER, ABORT_WORK, CONN_CLEANUP, BLOCK_SESSION, UNBLOCK_SESSION,
            RECOVERY_TIMEOUT, TARGET_RX, TARGET_TX, TARGET_LOGIN, TARGET_TMR, MD_RAID1,
            JBD2 -> KWORKER;
        case SCSI_EH -> ERROR_HANDLER;
      };
    }
  }

  /** How a disk is. */
  public enum Health {
    RUNNING,
    /** It has a command for longer than a healthy disk would take. */
    SILENT,
    IN_RECOVERY,
    /** Healthy, but stuck behind a shut gate. */
    STUCK,
    BLOCKED,
    OFFLINE,
    /** Its driver has switched it off, whatever its state says. */
    SWITCHED_OFF,
    /** It is there no more. */
    REMOVED,
    UNPLUGGED;

    /** The colour that repeats it. */
    public Role role() {
      return switch (this) {
        case RUNNING -> Role.OK;
        case IN_RECOVERY -> Role.EH;
        case STUCK, BLOCKED -> Role.INK;
        case OFFLINE, SWITCHED_OFF, REMOVED -> Role.FAIL;
        case SILENT, UNPLUGGED -> Role.LATE;
      };
    }

    /**
     * How a disk is: its own state, else whether the error handler holds one of its commands, else
     * whether its host lets none of its commands pass, else whether it owes an answer.
     */
    public static Health of(StackState state, DeviceView device) {
      boolean held =
          state.heldByEh(device.host()).stream()
              .anyMatch(each -> each.device() == device.index());
      boolean shut =
          state.host(device.host()).filter(host -> host.state().inRecovery()).isPresent();
      boolean silent =
          state.inFlight(device.index()).stream().anyMatch(each -> Focus.isSilent(state, each));
      boolean stuck = shut && !state.queued(device.index()).isEmpty();
      return of(state, device, held, stuck, silent);
    }

    /** libata's own word for a disk that it has switched off; sysfs does not tell. */
    private static boolean isSwitchedOff(StackState state, DeviceView device) {
      return state.host(device.host())
          .filter(host -> host.ports().containsValue("disabled"))
          .isPresent();
    }

    /**
     * The same for somebody who has counted already.
     *
     * @param held the error handler holds one of its commands
     * @param stuck a shut gate keeps its commands from it
     * @param silent an answer is overdue
     */
    public static Health of(
        StackState state, DeviceView device, boolean held, boolean stuck, boolean silent) {
      if (device.state().online() && !held && isSwitchedOff(state, device)) {
        return SWITCHED_OFF;
      }
      return switch (device.state()) {
        case SDEV_OFFLINE -> OFFLINE;
        case SDEV_DEL, SDEV_CANCEL -> REMOVED;
        case SDEV_TRANSPORT_OFFLINE -> UNPLUGGED;
        case SDEV_BLOCK, SDEV_CREATED_BLOCK, SDEV_QUIESCE -> BLOCKED;
        case SDEV_CREATED, SDEV_RUNNING ->
            held ? IN_RECOVERY : stuck ? STUCK : silent ? SILENT : RUNNING;
      };
    }
  }

  private final GraphicsContext g;

  public Glyphs(GraphicsContext g) {
    this.g = g;
  }

  /** Paints who runs, in a square of this side. */
  public void runner(Runner kind, double x, double y, double side, Color color) {
    double h = side / 2;
    pen(color, Math.max(1.4, side / 9));
    switch (kind) {
      case PROCESS -> {
        double s = side * 0.82;
        g.strokeRoundRect(x - s / 2, y - s / 2, s, s, side * 0.4, side * 0.4);
        g.fillOval(x - side * 0.12, y - side * 0.12, side * 0.24, side * 0.24);
      }
      case HARD_IRQ -> g.fillPolygon(boltX(x, h), boltY(y, h), 6);
      case SOFTIRQ -> g.strokePolygon(boltX(x, h), boltY(y, h), 6);
      case KWORKER -> nut(x, y, h);
      case ERROR_HANDLER -> {
        for (double rail : new double[] {-0.5, 0.5}) {
          g.strokeLine(x + rail * h, y - h * 0.9, x + rail * h, y + h * 0.9);
        }
        for (double rung : new double[] {-0.45, 0.02, 0.5}) {
          g.strokeLine(x - h * 0.5, y + rung * h, x + h * 0.5, y + rung * h);
        }
      }
      case TIMER -> {
        g.strokeOval(x - h * 0.78, y - h * 0.68, h * 1.56, h * 1.56);
        g.strokePolyline(
            new double[] {x, x, x + h * 0.3}, new double[] {y - h * 0.3, y + h * 0.1, y + h * 0.32},
            3);
        g.strokeLine(x - h * 0.3, y - h * 0.95, x + h * 0.3, y - h * 0.95);
      }
    }
  }

  private static double[] boltX(double x, double h) {
    return new double[] {
      x + h * 0.25, x - h * 0.75, x - h * 0.1, x - h * 0.4, x + h * 0.65, x - h * 0.05
    };
  }

  private static double[] boltY(double y, double h) {
    return new double[] {y - h, y + h * 0.15, y + h * 0.15, y + h, y - h * 0.2, y - h * 0.2};
  }

  private void nut(double x, double y, double h) {
    double[] xs = new double[6];
    double[] ys = new double[6];
    for (int i = 0; i < 6; i++) {
      xs[i] = x + h * 0.95 * Math.cos(Math.PI / 3 * i);
      ys[i] = y + h * 0.95 * Math.sin(Math.PI / 3 * i);
    }
    g.strokePolygon(xs, ys, 6);
    g.strokeOval(x - h * 0.26, y - h * 0.26, h * 0.52, h * 0.52);
  }

  /** Paints how a disk is; the colours come with the state. */
  public void health(Health state, double x, double y, double side, Color color, Color paper) {
    double h = side / 2;
    double s = side * 0.62;
    pen(color, 2.6);
    g.setLineCap(StrokeLineCap.BUTT);
    switch (state) {
      case RUNNING -> g.fillOval(x - s / 2, y - s / 2, s, s);
      case SILENT -> {
        g.setLineWidth(2);
        g.strokeOval(x - s / 2, y - s / 2, s, s);
      }
      case IN_RECOVERY -> g.fillRoundRect(x - s / 2, y - s / 2, s, s, 4, 4);
      case STUCK -> {
        g.setFill(paper);
        g.fillRect(x - s / 2, y - s / 2, s, s);
        g.setLineWidth(1.6);
        g.strokeRect(x - s / 2, y - s / 2, s, s);
        g.setLineWidth(2.6);
        g.strokeLine(x - s / 2, y, x + s / 2, y);
      }
      case BLOCKED -> {
        g.strokeLine(x - h * 0.32, y - s / 2, x - h * 0.32, y + s / 2);
        g.strokeLine(x + h * 0.32, y - s / 2, x + h * 0.32, y + s / 2);
      }
      case OFFLINE, SWITCHED_OFF, REMOVED -> {
        g.setLineCap(StrokeLineCap.ROUND);
        double c = h * 0.55;
        g.strokeLine(x - c, y - c, x + c, y + c);
        g.strokeLine(x + c, y - c, x - c, y + c);
      }
      case UNPLUGGED -> {
        g.setLineWidth(2);
        g.strokeLine(x - h, y, x - h * 0.45, y);
        g.strokeLine(x + h * 0.45, y, x + h, y);
        g.strokeLine(x - h * 0.4, y - h * 0.6, x - h * 0.4, y + h * 0.6);
        g.strokeLine(x + h * 0.4, y - h * 0.6, x + h * 0.4, y + h * 0.6);
      }
    }
  }

  private void pen(Color color, double width) {
    g.setFill(color);
    g.setStroke(color);
    g.setLineWidth(width);
    g.setLineDashes();
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
  }
}
