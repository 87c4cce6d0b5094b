package unjam;

/** Where Unjam starts. Does not extend {@code Application}: no JavaFX class may load yet. */
public final class Main {
  private Main() {}

  /** Starts Unjam with the arguments of the command line. */
  public static void main(String[] args) {
    System.out.println("Unjam");
  }
}
