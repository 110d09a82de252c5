/** Numbers, pictures and scripts that are taken away from the screen. */
@NullMarked
package dev.backstep.ui.takeaway;

import org.jspecify.annotations.NullMarked;
