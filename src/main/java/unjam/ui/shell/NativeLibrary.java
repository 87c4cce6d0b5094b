package unjam.ui.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/**
 * Libraries of Linux that JavaFX's own native code is linked against, and the packages that bring
 * them. Others come along with these.
 */
public enum NativeLibrary {
  /** Sets text, in a window and in a picture alike. */
  PANGO("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango", "pango"),
  /** Opens windows; GTK 3 does not come without Pango, Cairo and X11. */
  GTK_3("libgtk-3.so.0", "libgtk-3-0", "gtk3", "gtk3"),
  /** Belongs to windows as well, but GTK does without it. */
  XTST("libXtst.so.6", "libxtst6", "libXtst", "libxtst"),
  /** Draws with the graphics card. */
  GL("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
  /** Tells the pipeline of the graphics card about the screen. */
  XXF86VM("libXxf86vm.so.1", "libxxf86vm1", "libXxf86vm", "libxxf86vm");

  /** The name under which JavaFX's native code asks for it. */
  private final String file;

  private final String debian;
  private final String fedora;
  private final String arch;

  NativeLibrary(String file, String debian, String fedora, String arch) {
    this.file = file;
    this.debian = debian;
    this.fedora = fedora;
    this.arch = arch;
  }

  /** Whether it can be loaded. It then stays, so that JavaFX finds it loaded. */
  boolean loads() {
    try {
      SymbolLookup.libraryLookup(file, Arena.global());
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }

  /**
   * A sentence about it.
   *
   * @param key of a sentence that takes the file and the packages of Debian, Fedora and Arch
   */
  public String in(String key) {
    return Messages.text(key, file, debian, fedora, arch);
  }
}
