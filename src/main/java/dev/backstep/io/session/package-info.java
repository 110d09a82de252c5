/** Runs with their past in a file, and those that are kept on their way. */
@NullMarked
package dev.backstep.io.session;

import org.jspecify.annotations.NullMarked;
