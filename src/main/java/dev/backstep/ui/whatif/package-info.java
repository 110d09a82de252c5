/** What if a number of the net were another: changes on a copy of the net that Step shows. */
@NullMarked
package dev.backstep.ui.whatif;

import org.jspecify.annotations.NullMarked;
