/** The parts of a pinned number as bars over time. */
@NullMarked
package dev.backstep.ui.shares;

import org.jspecify.annotations.NullMarked;
