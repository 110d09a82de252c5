/**
 * The terminal: what is printed, in which encoding, and what is typed as a file name or a number.
 */
@NullMarked
package dev.backstep.cli.console;

import org.jspecify.annotations.NullMarked;
