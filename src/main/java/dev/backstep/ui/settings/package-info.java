/** The settings of a run, to be read and changed. */
@NullMarked
package dev.backstep.ui.settings;

import org.jspecify.annotations.NullMarked;
