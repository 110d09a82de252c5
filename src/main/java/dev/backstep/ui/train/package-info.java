/** Train: a run while it trains, and going back in it. */
@NullMarked
package dev.backstep.ui.train;

import org.jspecify.annotations.NullMarked;
