/** A number of Step that is pinned: what it was made of stays lit. */
@NullMarked
package dev.backstep.ui.pin;

import org.jspecify.annotations.NullMarked;
