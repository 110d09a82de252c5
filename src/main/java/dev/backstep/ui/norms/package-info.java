/** The sizes of the gradients as bars over time. */
@NullMarked
package dev.backstep.ui.norms;

import org.jspecify.annotations.NullMarked;
