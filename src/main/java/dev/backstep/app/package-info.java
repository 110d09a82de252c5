/** The program: it starts, and hands the command line what draws. */
@NullMarked
package dev.backstep.app;

import org.jspecify.annotations.NullMarked;
