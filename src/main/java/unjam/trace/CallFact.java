package unjam.trace;

import unjam.scsi.ReturnValue;

/** Entry and return of functions that have nothing more to say. */
public sealed interface CallFact extends Fact {

  /** The function began; a {@link Returned} with its answer may follow. */
  record Entered() implements CallFact {
    public static final Entered INSTANCE = new Entered();
  }

  /**
   * A function that began earlier came back.
   *
   * @param call seq of the event that marks its beginning
   * @param value its answer
   */
  record Returned(int call, ReturnValue value) implements CallFact {}
}
