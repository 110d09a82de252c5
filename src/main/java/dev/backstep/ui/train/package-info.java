/** Train: a run while it trains, and going back in it. */
package dev.backstep.ui.train;
