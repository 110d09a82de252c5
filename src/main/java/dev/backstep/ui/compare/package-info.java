/** Compare: two runs side by side, and many pairs of them. */
@NullMarked
package dev.backstep.ui.compare;

import org.jspecify.annotations.NullMarked;
