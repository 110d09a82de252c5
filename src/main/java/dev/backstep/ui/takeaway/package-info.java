/** What is taken away from the screen: numbers, pictures, scripts. */
@NullMarked
package dev.backstep.ui.takeaway;

import org.jspecify.annotations.NullMarked;
