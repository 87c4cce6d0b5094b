package unjam.kernel.lld;

import unjam.scsi.Scope;

/** Whoever has hardware that tells of a cut way. */
interface LinkListener {

  /** The way to everything in this place is cut. */
  void linkDown(Scope scope);

  /** It is there again. */
  void linkUp(Scope scope);
}
