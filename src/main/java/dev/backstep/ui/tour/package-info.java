/** The guided tour. */
@NullMarked
package dev.backstep.ui.tour;

import org.jspecify.annotations.NullMarked;
