/**
 * What stands aside of the path: the queue's timer, the asynchronous abort, the host's error
 * handler and its ladder. It must not know other views, nor decide anything the kernel decides.
 */
@NullMarked
package unjam.ui.ladder;

import org.jspecify.annotations.NullMarked;
