/** The commands: a command line is read, carried out, and answered. */
@NullMarked
package dev.backstep.cli;

import org.jspecify.annotations.NullMarked;
