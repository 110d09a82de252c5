/** The time axis that rows share, and the timeline. */
@NullMarked
package dev.backstep.ui.time;

import org.jspecify.annotations.NullMarked;
