/** The settings of a run in words, as files and options have them. */
@NullMarked
package dev.backstep.io.settings;

import org.jspecify.annotations.NullMarked;
