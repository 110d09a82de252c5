/** Pictures of what is shown, to be saved. */
@NullMarked
package dev.backstep.ui.picture;

import org.jspecify.annotations.NullMarked;
